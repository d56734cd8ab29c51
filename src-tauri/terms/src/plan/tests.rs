//! The contract of a quote, by example and by property.

use super::*;
use crate::calendar::{HolidayCalendar, Move};
use crate::day::{self, Day};
use crate::money::{Currency, Money, Percent};
use crate::refusal::{Code, Refusal, RefusalKind};

fn day(text: &str) -> Day {
    day::parse(text).unwrap()
}

fn money(text: &str, code: &str) -> Money {
    Money::parse(text, Currency::from_code(code).unwrap()).unwrap()
}

fn euros(text: &str) -> Money {
    money(text, "EUR")
}

/// A request over that many euros, asked on Sunday 22 November 2026.
fn asked(amount: &str) -> QuoteRequest<'static> {
    QuoteRequest::of(euros(amount), day("2026-11-22"))
}

fn amounts(quote: &Quote) -> Vec<String> {
    quote.instalments.iter().map(|instalment| instalment.amount.to_string()).collect()
}

fn days(quote: &Quote) -> Vec<String> {
    quote.instalments.iter().map(|instalment| instalment.due.to_string()).collect()
}

fn refused(request: &QuoteRequest<'_>) -> Refusal {
    let refusal = request.quote().unwrap_err();
    assert_eq!(refusal.kind, RefusalKind::Input);
    refusal
}

#[test]
fn a_number_alone_means_equal_months_from_a_month_ahead() {
    let quote = QuoteRequest { count: Some(3), ..asked("1000") }.quote().unwrap();
    assert_eq!(amounts(&quote), ["333.34", "333.33", "333.33"]);
    assert_eq!(days(&quote), ["2026-12-22", "2027-01-22", "2027-02-22"]);
    assert_eq!(
        (quote.total, quote.interest.is_zero(), quote.last_due),
        (euros("1000"), true, day("2027-02-22"))
    );
}

#[test]
fn with_an_amount_the_last_instalment_takes_the_rest() {
    let by_amount = QuoteRequest { instalment: Some(euros("300")), ..asked("1000") };
    assert_eq!(amounts(&by_amount.quote().unwrap()), ["300.00", "300.00", "300.00", "100.00"]);
    let larger = QuoteRequest { count: Some(3), ..by_amount.clone() }.quote().unwrap();
    assert_eq!(amounts(&larger), ["300.00", "300.00", "400.00"]);
    assert_eq!(larger.cautions, [Caution::LastIsLarger { last: euros("400") }]);
    let all_at_once = QuoteRequest { instalment: Some(euros("5000")), ..asked("1000") };
    assert_eq!(amounts(&all_at_once.quote().unwrap()), ["1000.00"]);
}

#[test]
fn spacing_and_end_decide_the_number() {
    let check = |every, end: &str, count: usize, last: &str| {
        let quote =
            QuoteRequest { every: Some(every), end: Some(day(end)), ..asked("1000") }.quote().unwrap();
        assert_eq!((quote.instalments.len(), quote.last_due), (count, day(last)), "{every:?} until {end}");
    };
    check(Spacing::Month, "2027-05-22", 6, "2027-05-22");
    check(Spacing::Month, "2027-06-21", 6, "2027-05-22");
    check(Spacing::Week, "2026-12-20", 4, "2026-12-20");
    check(Spacing::Quarter, "2027-11-22", 4, "2027-11-22");
    let end_alone = QuoteRequest { end: Some(day("2027-05-22")), ..asked("1000") }.quote().unwrap();
    assert_eq!(end_alone.instalments.len(), 6);
}

#[test]
fn number_and_end_decide_the_spacing() {
    let last_of = |count, end: &str| {
        let request = QuoteRequest { count: Some(count), end: Some(day(end)), ..asked("5200") };
        let quote = request.quote().unwrap();
        assert_eq!(quote.instalments.len(), count as usize);
        (quote.instalments[0].due.to_string(), quote.last_due.to_string())
    };
    let between = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    assert_eq!(last_of(12, "2027-11-22"), between("2026-12-22", "2027-11-22"));
    assert_eq!(last_of(4, "2027-11-22"), between("2027-02-22", "2027-11-22"));
    assert_eq!(last_of(24, "2027-11-22"), between("2026-12-07", "2027-11-22"));
    assert_eq!(last_of(26, "2027-11-22"), between("2026-12-06", "2027-11-21"));
    assert_eq!(last_of(52, "2027-11-22"), between("2026-11-29", "2027-11-21"));
    // Nothing fits exactly: the widest with room for five.
    assert_eq!(last_of(5, "2027-11-22"), between("2026-12-22", "2027-04-22"));
    // One instalment has no spacing: it is due on the end.
    assert_eq!(last_of(1, "2027-05-31"), between("2027-05-31", "2027-05-31"));
    let amount_and_end =
        QuoteRequest { instalment: Some(euros("500")), end: Some(day("2027-11-22")), ..asked("6000") };
    assert_eq!(amount_and_end.quote().unwrap().instalments.len(), 12);
}

#[test]
fn consistent_choices_may_be_more_than_needed_and_contradictions_name_both_readings() {
    let request = QuoteRequest {
        count: Some(6),
        every: Some(Spacing::Month),
        end: Some(day("2027-05-31")),
        instalment: Some(euros("200")),
        ..asked("1200")
    };
    assert_eq!(amounts(&request.quote().unwrap()), ["200.00"; 6]);
    let later_end = refused(&QuoteRequest { end: Some(day("2027-12-31")), ..request.clone() });
    assert_eq!(later_end.code, Code::PlanContradictory);
    assert!(
        later_end.message.contains("6 instalments") && later_end.message.contains("13 fit"),
        "{later_end}"
    );
    let paid_early = refused(&QuoteRequest { instalment: Some(euros("300")), ..request.clone() });
    assert_eq!(paid_early.code, Code::PlanContradictory);
    assert!(paid_early.message.contains("in 4") && paid_early.message.contains("6"), "{paid_early}");
    let no_room = refused(&QuoteRequest { count: Some(60), end: Some(day("2027-01-22")), ..asked("1200") });
    assert_eq!(no_room.code, Code::PlanContradictory);
    assert!(no_room.message.contains("every week there is room for 8"), "{no_room}");
    assert!([later_end, paid_early, no_room].iter().all(|refusal| refusal.hint.is_some()));
}

#[test]
fn too_little_too_many_and_nonsense_are_refused_by_name() {
    let check =
        |request: QuoteRequest<'_>, code: Code| assert_eq!(refused(&request).code, code, "{request:?}");
    check(asked("1000"), Code::PlanUndetermined);
    check(QuoteRequest { every: Some(Spacing::Week), ..asked("1000") }, Code::PlanUndetermined);
    for count in [0, 601, u32::MAX] {
        check(QuoteRequest { count: Some(count), ..asked("1000") }, Code::InstalmentCountOutOfRange);
    }
    check(QuoteRequest { instalment: Some(euros("0.01")), ..asked("1000") }, Code::InstalmentCountOutOfRange);
    let far = Some(day("2150-01-01"));
    check(
        QuoteRequest { every: Some(Spacing::Week), end: far, ..asked("1000") },
        Code::InstalmentCountOutOfRange,
    );
    check(QuoteRequest { end: Some(day("2026-11-30")), ..asked("1000") }, Code::PlanEndsBeforeStart);
    let backwards =
        QuoteRequest { start: Some(day("2027-02-01")), end: Some(day("2027-01-01")), ..asked("1000") };
    check(QuoteRequest { count: Some(3), ..backwards.clone() }, Code::PlanEndsBeforeStart);
    check(QuoteRequest { every: Some(Spacing::Week), ..backwards }, Code::PlanEndsBeforeStart);
    for amount in ["0", "-5"] {
        check(QuoteRequest { count: Some(3), ..asked(amount) }, Code::AmountNotPositive);
        check(QuoteRequest { instalment: Some(euros(amount)), ..asked("1000") }, Code::AmountNotPositive);
    }
    check(QuoteRequest { instalment: Some(money("100", "JPY")), ..asked("1000") }, Code::CurrencyMismatch);
    check(
        QuoteRequest { count: Some(3), down_payment: Some(money("1", "JPY")), ..asked("9") },
        Code::CurrencyMismatch,
    );
    for down in ["1000", "1000.01"] {
        check(
            QuoteRequest { count: Some(3), down_payment: Some(euros(down)), ..asked("1000") },
            Code::DownPaymentTooLarge,
        );
    }
    check(
        QuoteRequest { count: Some(3), down_payment: Some(euros("-1")), ..asked("9") },
        Code::AmountNotPositive,
    );
    let weekly_month_end =
        QuoteRequest { every: Some(Spacing::Week), anchor: Anchor::MonthEnd, ..asked("1000") };
    check(QuoteRequest { count: Some(3), ..weekly_month_end }, Code::PlanContradictory);
    let past_the_calendar =
        QuoteRequest { every: Some(Spacing::Quarter), start: Some(day("2199-01-01")), ..asked("9") };
    check(QuoteRequest { count: Some(40), ..past_the_calendar }, Code::DateOutOfRange);
    let precise = Some(Percent::parse("9.1234567890123").unwrap());
    check(QuoteRequest { count: Some(3), annual_rate: precise, ..asked("1000") }, Code::RateUnreadable);
}

#[test]
fn a_down_payment_is_entry_nought_and_not_counted() {
    let request = QuoteRequest { count: Some(3), down_payment: Some(euros("100")), ..asked("1000") };
    let quote = request.quote().unwrap();
    let first = quote.instalments[0];
    assert_eq!((first.n, first.due, first.amount), (0, day("2026-11-22"), euros("100")));
    assert_eq!(amounts(&quote), ["100.00", "300.00", "300.00", "300.00"]);
    assert_eq!(quote.counted().iter().map(|i| i.n).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(quote.total, euros("1000"));
    let none = QuoteRequest { down_payment: Some(euros("0")), ..request }.quote().unwrap();
    assert_eq!(none.instalments.len(), 3);
}

#[test]
fn interest_is_part_of_the_total_and_each_instalment_says_how_much() {
    let request = QuoteRequest {
        count: Some(12),
        annual_rate: Some(Percent::parse("12").unwrap()),
        down_payment: Some(euros("200")),
        ..asked("1200")
    };
    let quote = request.quote().unwrap();
    assert_eq!(quote.instalments[1].amount, euros("88.85"));
    assert_eq!((quote.interest, quote.total), (euros("66.19"), euros("1266.19")));
    assert_eq!(quote.cautions, []);
    let deferred = QuoteRequest { start: Some(day("2027-06-01")), ..request.clone() }.quote().unwrap();
    assert_eq!(
        (deferred.interest, deferred.cautions),
        (quote.interest, vec![Caution::InterestCountsWholePeriods])
    );
    let by_amount =
        QuoteRequest { count: None, instalment: Some(euros("100")), ..request.clone() }.quote().unwrap();
    assert_eq!(by_amount.counted().len(), 11);
    assert!(by_amount.counted()[..10].iter().all(|i| i.amount == euros("100")));
    assert!(by_amount.counted()[10].amount.minor() < 10_000);
    let too_small = QuoteRequest { count: None, instalment: Some(euros("9.99")), ..request };
    assert_eq!(refused(&too_small).code, Code::InstalmentBelowInterest);
}

/// Month drift: a plan from 31 January walked to 3 March, 3 April and so on.
#[test]
fn defect_month_drift() {
    let quote =
        QuoteRequest { count: Some(4), start: Some(day("2027-01-31")), ..asked("400") }.quote().unwrap();
    assert_eq!(days(&quote), ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
    // Moving off a Sunday does not pull the rhythm along.
    let moved =
        QuoteRequest { count: Some(4), start: Some(day("2027-01-31")), shift: Move::Next, ..asked("400") };
    assert_eq!(days(&moved.quote().unwrap()), ["2027-02-01", "2027-03-01", "2027-03-31", "2027-04-30"]);
}

/// Remainder negative: total/n rounded up and the last one given the rest made 0.05 over 8 end in -0.02.
#[test]
fn defect_remainder_negative_0_05_over_8() {
    let quote = QuoteRequest { count: Some(8), ..asked("0.05") }.quote().unwrap();
    assert_eq!(amounts(&quote), ["0.01", "0.01", "0.01", "0.01", "0.01", "0.00", "0.00", "0.00"]);
    assert_eq!(quote.cautions, [Caution::NothingDue { instalments: 3 }]);
}

/// Percent in floats: rates such as 0.1 and 0.7 have no exact binary form.
#[test]
fn defect_percent_in_floats() {
    let request = QuoteRequest {
        count: Some(1),
        annual_rate: Some(Percent::parse("8.4").unwrap()),
        ..asked("1000000000")
    };
    // 10⁹ × 8.4 % / 12 = 7,000,000.00 exactly.
    assert_eq!(request.quote().unwrap().interest, euros("7000000.00"));
    let dinars = QuoteRequest::of(money("1000000000.001", "KWD"), day("2026-11-22"));
    let dinars = QuoteRequest { count: Some(1), annual_rate: Some(Percent::parse("0.7").unwrap()), ..dinars };
    let quarterly = QuoteRequest { every: Some(Spacing::Quarter), ..dinars }.quote().unwrap();
    assert_eq!(quarterly.interest, money("1750000.000", "KWD"));
}

#[test]
fn days_move_off_weekends_and_the_chosen_holidays() {
    let ontario = HolidayCalendar::find("CA-ON").unwrap();
    let request = QuoteRequest {
        count: Some(2),
        start: Some(day("2026-12-25")),
        every: Some(Spacing::Week),
        ..asked("10")
    };
    let with = |holidays, shift| days(&QuoteRequest { holidays, shift, ..request.clone() }.quote().unwrap());
    assert_eq!(with(None, Move::Next), ["2026-12-25", "2027-01-01"]);
    // Christmas is a Friday and Boxing Day the Saturday, so Ontario works again on Monday 28 or Tuesday 29.
    let next = with(Some(ontario), Move::Next);
    assert!(next[0].as_str() > "2026-12-27" && next[1] == "2027-01-04", "{next:?}");
    assert_eq!(with(Some(ontario), Move::Previous), ["2026-12-24", "2026-12-31"]);
    assert_eq!(with(Some(ontario), Move::None), ["2026-12-25", "2027-01-01"]);
    let unmoved = QuoteRequest { holidays: Some(ontario), ..request }.quote().unwrap();
    assert_eq!(unmoved.cautions, [Caution::NotBusinessDays { instalments: vec![1, 2] }]);
}

#[test]
fn what_is_allowed_but_odd_is_said() {
    let past =
        QuoteRequest { count: Some(2), start: Some(day("2026-11-01")), ..asked("10") }.quote().unwrap();
    assert_eq!(past.cautions, [Caution::StartsInThePast { due: day("2026-11-01") }]);
    let sunday = day("2027-01-31");
    let past_end = QuoteRequest {
        count: Some(1),
        start: Some(sunday),
        end: Some(sunday),
        shift: Move::Next,
        ..asked("10")
    };
    let quote = past_end.quote().unwrap();
    assert_eq!(quote.cautions, [Caution::MovedPastEnd { due: day("2027-02-01") }]);
    assert!(quote.cautions[0].to_string().contains("2027-02-01"));
}

#[test]
fn days_can_be_chosen_one_by_one() {
    let chosen: Vec<Day> = ["2026-12-01", "2027-01-15", "2027-06-30"].map(day).to_vec();
    let request = QuoteRequest { days: chosen.clone(), ..asked("1000") };
    let quote = request.quote().unwrap();
    assert_eq!(quote.instalments.iter().map(|i| i.due).collect::<Vec<_>>(), chosen);
    assert_eq!(amounts(&quote), ["333.34", "333.33", "333.33"]);
    let rate = Some(Percent::parse("7.3").unwrap());
    let dear = QuoteRequest { annual_rate: rate, ..request.clone() }.quote().unwrap();
    // Nine days of 1,000.00 at 7.3 % of 365.
    assert_eq!(dear.instalments[0].interest, euros("1.80"));
    assert_eq!(refused(&QuoteRequest { count: Some(2), ..request.clone() }).code, Code::PlanContradictory);
    assert_eq!(
        refused(&QuoteRequest { every: Some(Spacing::Week), ..request.clone() }).code,
        Code::PlanContradictory
    );
    let repeated = vec![chosen[0], chosen[0]];
    assert_eq!(refused(&QuoteRequest { days: repeated, ..request }).code, Code::PlanDaysUnordered);
}

#[test]
fn changing_one_instalment_rebalances_the_unlocked_rest() {
    let quote =
        QuoteRequest { count: Some(4), down_payment: Some(euros("200")), ..asked("1000") }.quote().unwrap();
    let edited = quote.rebalanced(&[(1, euros("50"))], &[]).unwrap();
    assert_eq!(amounts(&edited), ["200.00", "50.00", "250.00", "250.00", "250.00"]);
    let again = edited.rebalanced(&[(2, euros("350"))], &[1]).unwrap();
    assert_eq!(amounts(&again), ["200.00", "50.00", "350.00", "200.00", "200.00"]);
    let skipped = quote.rebalanced(&[(2, euros("0"))], &[]).unwrap();
    assert_eq!(amounts(&skipped), ["200.00", "266.67", "0.00", "266.67", "266.66"]);
    let refused = |edits: &[(u32, Money)], locked: &[u32]| quote.rebalanced(edits, locked).unwrap_err().code;
    assert_eq!(refused(&[(3, euros("900"))], &[]), Code::InstalmentsDoNotFit);
    assert_eq!(refused(&[(1, euros("50"))], &[2, 3, 4]), Code::InstalmentsDoNotFit);
    assert_eq!(refused(&[(9, euros("50"))], &[]), Code::InstalmentUnknown);
    assert_eq!(refused(&[(0, euros("50"))], &[]), Code::InstalmentUnknown);
    assert_eq!(refused(&[(1, euros("-50"))], &[]), Code::AmountNotPositive);
    assert_eq!(refused(&[(1, money("50", "JPY"))], &[]), Code::CurrencyMismatch);
}

#[test]
fn rebalancing_with_interest_keeps_the_debt_and_works_the_interest_out_anew() {
    let request =
        QuoteRequest { count: Some(6), annual_rate: Some(Percent::parse("9").unwrap()), ..asked("3000") };
    let quote = request.quote().unwrap();
    let edited = quote.rebalanced(&[(1, euros("1500"))], &[]).unwrap();
    let principal: i64 = edited.instalments.iter().map(|i| i.principal.minor()).sum();
    assert_eq!((edited.instalments[0].amount, principal), (euros("1500"), 300_000));
    assert!(edited.interest.minor() < quote.interest.minor(), "paying sooner costs less");
    assert_eq!(edited.total, euros("3000").plus(edited.interest).unwrap());
    assert_eq!(quote.rebalanced(&[(6, euros("1"))], &[]).unwrap_err().code, Code::InstalmentLocked);
}
