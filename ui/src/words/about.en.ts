/** Words about the program itself. */
const count = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const about = {
  title: 'About Goodterms',
  what: 'A desk for getting paid without losing the client: courteous words, fair plans, and a record both sides can trust.',
  version: (version: string) => `Version ${version}`,
  data: 'Your data',
  dataWhy: [
    'Each book is one encrypted file where you put it. Only its keychain entry, its passphrase or its recovery words open it.',
    'Goodterms makes no connection to any network. Nothing leaves this computer unless you save it and send it yourself.',
    'This computer also keeps, apart from the books, where they lie, your choices about this window, and what a passphrase needs to open its book.',
  ],
  bookAt: 'This book lies at',
  licence: 'Licence',
  licenceWhy: 'Goodterms is free software, under the MIT licence or the Apache licence 2.0, as you prefer.',
  law: 'Law',
  lawWhy: 'Facts of law are shown with their source and the day they were read. They are not legal advice.',
  fonts: 'Type',
  fontsWhy: 'Source Serif 4 and Source Sans 3 by Adobe, under the SIL Open Font Licence 1.1.',
  parts: 'Made with',
  partsWhy: (n: number, text: string) =>
    `${text} ${count(n, 'work', 'works')} of other people, each under its own licence. Thank you.`,
  search: 'Find a name or licence',
  name: 'Name',
  versionHead: 'Version',
  licenceHead: 'Licence',
  none: 'Nothing here is called that.',
  all: 'Show all of them',
  loading: 'Reading the list',
};
