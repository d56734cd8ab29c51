//! What holds of every quote: sums exact, nothing negative, no drift, business days where asked.

use super::*;
use crate::calendar::{HolidayCalendar, Move};
use crate::day::{self, Day, month_end, plus_days};
use crate::money::{Currency, Money, Percent};
use chrono::Datelike;
use proptest::prelude::*;
use rust_decimal::Decimal;

const CURRENCIES: [&str; 3] = ["JPY", "EUR", "KWD"];
const PLACES: [&str; 6] = ["CA-ON", "GB-ENG", "DE", "US", "FR", "AU"];

/// From 2 minor units to 10⁹ major, small and large alike.
fn any_amount() -> impl Strategy<Value = Money> {
    (0_usize..3, 1_u32..=12).prop_flat_map(|(which, digits)| {
        let currency = Currency::from_code(CURRENCIES[which]).unwrap();
        let most = 10_i64.pow(digits).min(1_000_000_000) * currency.scale();
        (2..=most).prop_map(move |minor| Money::of(minor, currency))
    })
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..12_000).prop_map(|offset| plus_days(day::parse("2015-01-01").unwrap(), offset))
}

fn any_count() -> impl Strategy<Value = u32> {
    prop_oneof![1_u32..=24, 1_u32..=600]
}

prop_compose! {
    /// A request with a number of instalments and everything else free.
    fn any_request()(
        amount in any_amount(), as_of in any_day(), count in any_count(), every in 0_usize..5, month_end in any::<bool>(),
        start in proptest::option::of(0_i64..400), down in proptest::option::of(0_i64..100),
        rate in proptest::option::of(0_i64..60_000), place in proptest::option::of(0_usize..6), shift in 0_usize..3,
    ) -> QuoteRequest<'static> {
        let every = Spacing::WIDEST_FIRST[every];
        let weeks = matches!(every, Spacing::Week | Spacing::TwoWeeks);
        QuoteRequest {
            count: Some(count),
            every: Some(every),
            start: start.map(|days| plus_days(as_of, days)),
            anchor: if month_end && !weeks { Anchor::MonthEnd } else { Anchor::Day },
            down_payment: down.map(|percent| Money::of(amount.minor() * percent / 100, amount.currency())),
            annual_rate: rate.map(|milli| Percent(Decimal::new(milli, 3))),
            holidays: place.map(|which| HolidayCalendar::find(PLACES[which]).unwrap()),
            shift: [Move::Next, Move::Previous, Move::None][shift],
            ..QuoteRequest::of(amount, as_of)
        }
    }
}

fn sum(quote: &Quote, of: impl Fn(&Instalment) -> Money) -> i64 {
    quote.instalments.iter().map(|instalment| of(instalment).minor()).sum()
}

fn assert_adds_up(quote: &Quote, amount: Money) {
    assert_eq!(sum(quote, |i| i.principal), amount.minor());
    assert_eq!(sum(quote, |i| i.interest), quote.interest.minor());
    assert_eq!(sum(quote, |i| i.amount), quote.total.minor());
    assert_eq!(quote.total.minor(), amount.minor() + quote.interest.minor());
    for instalment in &quote.instalments {
        assert_eq!(instalment.amount.minor(), instalment.principal.minor() + instalment.interest.minor());
        assert!(instalment.principal.minor() >= 0 && instalment.interest.minor() >= 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_quote_adds_up_and_nothing_is_negative(request in any_request()) {
        let quote = request.quote().unwrap();
        assert_adds_up(&quote, request.amount);
        prop_assert_eq!(quote.counted().len(), request.count.unwrap() as usize);
        let amounts: Vec<i64> = quote.counted().iter().map(|i| i.amount.minor()).collect();
        let (first, last) = (amounts[0], amounts[amounts.len() - 1]);
        if quote.interest.is_zero() && quote.annual_rate.is_none() {
            prop_assert!(amounts.is_sorted_by(|a, b| a >= b) && first - last <= 1, "{:?}", amounts);
        } else {
            let equal = amounts[..amounts.len() - 1].iter().all(|amount| *amount == first);
            // A level payment that cannot land is levelled anew, and strays by the rounding alone.
            prop_assert!(equal || amounts.iter().all(|amount| *amount <= first + 2), "{:?}", amounts);
            prop_assert!(last <= 2 * first.max(1), "{:?}", amounts);
        }
    }

    #[test]
    fn days_never_drift_and_land_on_business_days_when_asked(request in any_request()) {
        let quote = request.quote().unwrap();
        let rhythm = match request.start {
            Some(start) => Rhythm::starting(request.every.unwrap(), request.anchor, start),
            None => Rhythm::one_period_after(request.every.unwrap(), request.anchor, request.as_of),
        }.unwrap();
        let weekends = HolidayCalendar::weekends_only();
        let calendar = request.holidays.unwrap_or(&weekends);
        let first = rhythm.date(0);
        for (k, instalment) in (0..).zip(quote.counted()) {
            let regular = rhythm.date(k);
            match request.shift {
                Move::None => prop_assert_eq!(instalment.due, regular),
                Move::Next => prop_assert!(instalment.due >= regular && calendar.is_business_day(instalment.due)),
                Move::Previous => prop_assert!(instalment.due <= regular && calendar.is_business_day(instalment.due)),
            }
            if matches!(request.every, Some(Spacing::Month | Spacing::Quarter)) {
                let length = month_end(regular).day();
                let number = if request.anchor == Anchor::MonthEnd { length } else { first.day().min(length) };
                prop_assert_eq!(regular.day(), number);
            }
        }
        prop_assert!(quote.counted().is_sorted_by_key(|instalment| instalment.due));
        prop_assert_eq!(quote.instalments.iter().map(|i| i.due).max(), Some(quote.last_due));
    }

    #[test]
    fn asking_the_same_plan_by_amount_or_by_end_gives_the_same_plan(request in any_request()) {
        let quote = request.quote().unwrap();
        let rhythm_end = QuoteRequest { shift: Move::None, ..request.clone() }.quote().unwrap();
        let until = rhythm_end.counted().last().unwrap().due;
        let by_end = QuoteRequest { count: None, end: Some(until), ..request.clone() };
        prop_assert_eq!(&by_end.quote().unwrap().instalments, &quote.instalments);
        let both = QuoteRequest { end: Some(until), ..request.clone() };
        prop_assert_eq!(&both.quote().unwrap().instalments, &quote.instalments);
        let by_number_and_end = QuoteRequest { every: None, end: Some(until), ..request.clone() }.quote();
        prop_assert_eq!(by_number_and_end.unwrap().counted().len(), quote.counted().len());
    }

    #[test]
    fn an_amount_per_instalment_is_kept_by_all_but_the_last(request in any_request(), share in 1_i64..1000) {
        let each = Money::of((request.amount.minor() / share).max(1), request.amount.currency());
        let by_amount = QuoteRequest { count: None, instalment: Some(each), ..request.clone() };
        match by_amount.quote() {
            Ok(quote) => {
                assert_adds_up(&quote, request.amount);
                let (last, others) = quote.counted().split_last().unwrap();
                prop_assert!(others.iter().all(|instalment| instalment.amount == each));
                prop_assert!(last.amount.is_positive() && last.amount.minor() <= each.minor());
            }
            Err(refusal) => prop_assert!(matches!(
                refusal.code,
                crate::Code::InstalmentCountOutOfRange | crate::Code::InstalmentBelowInterest
            ), "{}", refusal),
        }
    }

    #[test]
    fn rebalancing_keeps_the_debt_and_the_locked_amounts(
        request in any_request(), edit in 0_usize..600, percent in 0_i64..300, lock in 0_usize..600,
    ) {
        let quote = request.quote().unwrap();
        let open = quote.counted().len();
        let (edited, locked) = (&quote.counted()[edit % open], &quote.counted()[lock % open]);
        let amount = Money::of(edited.amount.minor() * percent / 100, request.amount.currency());
        if let Ok(changed) = quote.rebalanced(&[(edited.n, amount)], &[locked.n]) {
            assert_adds_up(&changed, request.amount);
            let amount_of = |n: u32| changed.counted().iter().find(|i| i.n == n).unwrap().amount;
            prop_assert_eq!(amount_of(edited.n), amount);
            prop_assert!(edited.n == locked.n || amount_of(locked.n) == locked.amount);
            let days = |quote: &Quote| quote.instalments.iter().map(|i| i.due).collect::<Vec<_>>();
            prop_assert_eq!(days(&changed), days(&quote));
        }
    }
}
