//! What holds for every debt, rate and day.

use super::tests::{agreed, by_law, day, given};
use super::*;
use crate::money::{Currency, LARGEST_MINOR};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// 10¹⁵ minor units at 1000 % for 300 years, and days at the edge of the calendar.
#[test]
fn nothing_extreme_panics() {
    let most = Money::of(LARGEST_MINOR, Currency::from_code("EUR").unwrap());
    let forty = accrue(
        &agreed("1000", DayCount::Act365),
        &Balances::of(most),
        day("2000-01-01"),
        day("2040-01-01"),
        &[],
    );
    assert_eq!(forty.unwrap_err().code, Code::AmountTooLarge);
    let small = accrue(
        &agreed("0.0000000001", DayCount::Act365),
        &Balances::of(most),
        day("1900-01-01"),
        day("2200-12-31"),
        &[],
    );
    assert_eq!(small.unwrap().interest.minor(), LARGEST_MINOR / 1_000_000_000_000 * 109_937 / 365);
    let (first, last) = (day("1900-01-01"), day("2200-12-31"));
    for basis in [
        agreed("1000", DayCount::ThirtyE360),
        by_law("NL", ClientKind::Consumer),
        by_law("DE", ClientKind::Business),
    ] {
        for (due, to) in [(first, last), (last, last), (last, first)] {
            for amount in [most, Money::of(i64::MAX, most.currency()), Money::of(i64::MIN, most.currency())] {
                let _ = accrue(&basis, &Balances::of(amount), due, to, &given(&["1900-01-01=1000"]));
            }
        }
        for (due, to) in [(Day::MIN, last), (first, Day::MAX), (Day::MAX, Day::MIN)] {
            let refusal = accrue(&basis, &Balances::of(most), due, to, &[]).unwrap_err();
            assert_eq!(refusal.code, Code::DateOutOfRange);
        }
    }
}

/// The interest, counted by adding up each day's balance: another way to the same figure.
fn day_by_day(balances: &Balances, percent: Decimal, due: Day, to: Day) -> i128 {
    let days = due.iter_days().skip(1).take_while(|day| *day <= to);
    let of_all_days: i128 = days.map(|day| i128::from(balances.on(day).minor().max(0))).sum();
    let (numerator, denominator) = (of_all_days * percent.mantissa(), 36_500 * 10_i128.pow(percent.scale()));
    (2 * numerator + denominator).div_euclid(2 * denominator)
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..14_600).prop_map(|n| plus_days(day("2000-01-01"), n))
}

proptest! {
    #[test]
    fn the_interest_is_what_counting_each_day_gives(
        minor in 0_i64..100_000_000_000, rate in 0_i64..100_000, due in any_day(), late in 0_i64..1500,
        paid in prop::collection::vec((1_i64..400, -1000_i64..100_000_000), 0..4),
    ) {
        for code in ["JPY", "EUR", "KWD"] {
            let currency = Currency::from_code(code).unwrap();
            let mut balances = Balances::of(Money::of(minor, currency));
            let mut from = due;
            for (after, balance) in &paid {
                from = plus_days(from, *after);
                balances = balances.then(from, Money::of(*balance, currency)).unwrap();
            }
            let (percent, to) = (Decimal::new(rate, 3), plus_days(due, late));
            let basis = Basis::Annual { rate: Percent(percent), day_count: DayCount::Act365 };
            let accrual = accrue(&basis, &balances, due, to, &[]).unwrap();
            prop_assert_eq!(i128::from(accrual.interest.minor()), day_by_day(&balances, percent, due, to));
            let rows: i64 = accrual.rows.iter().map(|row| row.amount.minor()).sum();
            prop_assert_eq!(rows, accrual.interest.minor());
            prop_assert!(accrual.rows.iter().all(|row| row.amount.minor() >= 0 && row.from <= row.to));
        }
    }

    #[test]
    fn splitting_the_time_moves_a_minor_unit_at_most(
        minor in 0_i64..LARGEST_MINOR / 1000, rate in 0_i64..50_000, due in any_day(), first in 0_i64..800, then in 0_i64..800,
    ) {
        let balance = Balances::of(Money::of(minor, Currency::from_code("EUR").unwrap()));
        for day_count in [DayCount::Act365, DayCount::Act360, DayCount::ThirtyE360] {
            let basis = Basis::Annual { rate: Percent(Decimal::new(rate, 3)), day_count };
            let (middle, to) = (plus_days(due, first), plus_days(due, first + then));
            let interest = |from, to| accrue(&basis, &balance, from, to, &[]).unwrap().interest.minor();
            let parts = interest(due, middle) + interest(middle, to);
            prop_assert!((parts - interest(due, to)).abs() <= 1);
        }
    }

    #[test]
    fn statutory_rows_touch_each_other_and_add_up(minor in 1_i64..1_000_000_000, late in 1_i64..700, which in 0_usize..22) {
        let place = &Jurisdiction::all()[which];
        let due = day("2024-03-15");
        for debtor in [ClientKind::Business, ClientKind::Consumer] {
            let basis = Basis::Statutory { jurisdiction: place, debtor };
            let owed = Balances::of(Money::of(minor, place.currency));
            let rates = given(&["2024-01-01=3", "2025-01-01=2"]);
            let accrual = accrue(&basis, &owed, due, plus_days(due, late), &rates).unwrap();
            let sum: i64 = accrual.rows.iter().map(|row| row.amount.minor()).sum();
            prop_assert_eq!(sum, accrual.interest.minor());
            prop_assert!(accrual.rows.windows(2).all(|pair| plus_days(pair[0].to, 1) == pair[1].from));
            prop_assert_eq!(accrual.total, accrual.interest.plus(accrual.compensation).unwrap());
        }
    }
}
