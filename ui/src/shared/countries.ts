/**
 * The countries a business may live in (ISO 3166-1) with the currency used there (ISO 4217), for choosing from.
 * Names come from the system in the reader's language. The desk decides what it accepts.
 */
const CURRENCY_OF =
  'AD EUR AE AED AF AFN AG XCD AI XCD AL ALL AM AMD AO AOA AR ARS AS USD AT EUR AU AUD AW AWG AX EUR AZ AZN BA BAM ' +
  'BB BBD BD BDT BE EUR BF XOF BG EUR BH BHD BI BIF BJ XOF BL EUR BM BMD BN BND BO BOB BQ USD BR BRL BS BSD BT BTN ' +
  'BW BWP BY BYN BZ BZD CA CAD CD CDF CF XAF CG XAF CH CHF CI XOF CK NZD CL CLP CM XAF CN CNY CO COP CR CRC CU CUP ' +
  'CV CVE CW XCG CY EUR CZ CZK DE EUR DJ DJF DK DKK DM XCD DO DOP DZ DZD EC USD EE EUR EG EGP ER ERN ES EUR ET ETB ' +
  'FI EUR FJ FJD FK FKP FM USD FO DKK FR EUR GA XAF GB GBP GD XCD GE GEL GF EUR GG GBP GH GHS GI GIP GL DKK GM GMD ' +
  'GN GNF GP EUR GQ XAF GR EUR GT GTQ GU USD GW XOF GY GYD HK HKD HN HNL HR EUR HT HTG HU HUF ID IDR IE EUR IL ILS ' +
  'IM GBP IN INR IQ IQD IR IRR IS ISK IT EUR JE GBP JM JMD JO JOD JP JPY KE KES KG KGS KH KHR KI AUD KM KMF KN XCD ' +
  'KP KPW KR KRW KW KWD KY KYD KZ KZT LA LAK LB LBP LC XCD LI CHF LK LKR LR LRD LS LSL LT EUR LU EUR LV EUR LY LYD ' +
  'MA MAD MC EUR MD MDL ME EUR MF EUR MG MGA MH USD MK MKD ML XOF MM MMK MN MNT MO MOP MP USD MQ EUR MR MRU MS XCD ' +
  'MT EUR MU MUR MV MVR MW MWK MX MXN MY MYR MZ MZN NA NAD NC XPF NE XOF NG NGN NI NIO NL EUR NO NOK NP NPR NR AUD ' +
  'NU NZD NZ NZD OM OMR PA PAB PE PEN PF XPF PG PGK PH PHP PK PKR PL PLN PM EUR PR USD PS ILS PT EUR PW USD PY PYG ' +
  'QA QAR RE EUR RO RON RS RSD RU RUB RW RWF SA SAR SB SBD SC SCR SD SDG SE SEK SG SGD SH SHP SI EUR SK EUR SL SLE ' +
  'SM EUR SN XOF SO SOS SR SRD SS SSP ST STN SV USD SX XCG SY SYP SZ SZL TC USD TD XAF TG XOF TH THB TJ TJS TL USD ' +
  'TM TMT TN TND TO TOP TR TRY TT TTD TV AUD TW TWD TZ TZS UA UAH UG UGX US USD UY UYU UZ UZS VA EUR VC XCD VE VES ' +
  'VG USD VI USD VN VND VU VUV WF XPF WS WST XK EUR YE YER YT EUR ZA ZAR ZM ZMW ZW ZWG';

const words = CURRENCY_OF.split(' ');

export const CURRENCY_BY_COUNTRY: ReadonlyMap<string, string> = new Map(
  words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? ''] as const] : [])),
);

/**
 * Parts of a country that have rules of their own for interest, holidays or limitation (ISO 3166-2), by name in
 * English and, where it differs, in French.
 */
export const REGIONS: Readonly<Record<string, Readonly<Record<string, string | readonly [string, string]>>>> =
  {
    CA: {
      AB: 'Alberta',
      BC: ['British Columbia', 'Colombie-Britannique'],
      MB: 'Manitoba',
      NB: ['New Brunswick', 'Nouveau-Brunswick'],
      NL: ['Newfoundland and Labrador', 'Terre-Neuve-et-Labrador'],
      NS: ['Nova Scotia', 'Nouvelle-Écosse'],
      NT: ['Northwest Territories', 'Territoires du Nord-Ouest'],
      NU: 'Nunavut',
      ON: 'Ontario',
      PE: ['Prince Edward Island', 'Île-du-Prince-Édouard'],
      QC: ['Quebec', 'Québec'],
      SK: 'Saskatchewan',
      YT: 'Yukon',
    },
    GB: {
      ENG: ['England', 'Angleterre'],
      NIR: ['Northern Ireland', 'Irlande du Nord'],
      SCT: ['Scotland', 'Écosse'],
      WLS: ['Wales', 'Pays de Galles'],
    },
    AU: {
      ACT: ['Australian Capital Territory', 'Territoire de la capitale australienne'],
      NSW: ['New South Wales', 'Nouvelle-Galles du Sud'],
      NT: ['Northern Territory', 'Territoire du Nord'],
      QLD: 'Queensland',
      SA: ['South Australia', 'Australie-Méridionale'],
      TAS: ['Tasmania', 'Tasmanie'],
      VIC: 'Victoria',
      WA: ['Western Australia', 'Australie-Occidentale'],
    },
    DE: {
      BW: ['Baden-Württemberg', 'Bade-Wurtemberg'],
      BY: ['Bavaria', 'Bavière'],
      BE: 'Berlin',
      BB: ['Brandenburg', 'Brandebourg'],
      HB: ['Bremen', 'Brême'],
      HH: ['Hamburg', 'Hambourg'],
      HE: ['Hesse', 'Hesse'],
      MV: ['Mecklenburg-Western Pomerania', 'Mecklembourg-Poméranie-Occidentale'],
      NI: ['Lower Saxony', 'Basse-Saxe'],
      NW: ['North Rhine-Westphalia', 'Rhénanie-du-Nord-Westphalie'],
      RP: ['Rhineland-Palatinate', 'Rhénanie-Palatinat'],
      SL: ['Saarland', 'Sarre'],
      SN: ['Saxony', 'Saxe'],
      ST: ['Saxony-Anhalt', 'Saxe-Anhalt'],
      SH: 'Schleswig-Holstein',
      TH: ['Thuringia', 'Thuringe'],
    },
    US: {
      AL: 'Alabama',
      AK: 'Alaska',
      AZ: 'Arizona',
      AR: 'Arkansas',
      CA: ['California', 'Californie'],
      CO: 'Colorado',
      CT: 'Connecticut',
      DE: 'Delaware',
      DC: ['District of Columbia', 'District de Columbia'],
      FL: ['Florida', 'Floride'],
      GA: ['Georgia', 'Géorgie'],
      HI: ['Hawaii', 'Hawaï'],
      ID: 'Idaho',
      IL: 'Illinois',
      IN: 'Indiana',
      IA: 'Iowa',
      KS: 'Kansas',
      KY: 'Kentucky',
      LA: ['Louisiana', 'Louisiane'],
      ME: 'Maine',
      MD: 'Maryland',
      MA: 'Massachusetts',
      MI: 'Michigan',
      MN: 'Minnesota',
      MS: 'Mississippi',
      MO: 'Missouri',
      MT: 'Montana',
      NE: 'Nebraska',
      NV: 'Nevada',
      NH: 'New Hampshire',
      NJ: 'New Jersey',
      NM: ['New Mexico', 'Nouveau-Mexique'],
      NY: ['New York', 'New York'],
      NC: ['North Carolina', 'Caroline du Nord'],
      ND: ['North Dakota', 'Dakota du Nord'],
      OH: 'Ohio',
      OK: 'Oklahoma',
      OR: 'Oregon',
      PA: ['Pennsylvania', 'Pennsylvanie'],
      RI: 'Rhode Island',
      SC: ['South Carolina', 'Caroline du Sud'],
      SD: ['South Dakota', 'Dakota du Sud'],
      TN: 'Tennessee',
      TX: 'Texas',
      UT: 'Utah',
      VT: 'Vermont',
      VA: ['Virginia', 'Virginie'],
      WA: 'Washington',
      WV: ['West Virginia', 'Virginie-Occidentale'],
      WI: 'Wisconsin',
      WY: 'Wyoming',
    },
  };
