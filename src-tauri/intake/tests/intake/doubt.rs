//! Where a file could mean two things, it is refused until the person says which.

use crate::samples::{currency, options, reading};
use goodterms_intake::{DateOrder, DecidedBy, DecimalMark, Field, Kind, Options, Question};
use goodterms_terms::{Code, RefusalKind};

const DATES: &str = "Invoice Number,Client,Invoice Date,Due Date,Total\n\
    1,Ann,02/03/2026,04/05/2026,10.00\n2,Bo,05/06/2026,07/08/2026,20.00\n3,Cy,09/10/2026,11/12/2026,30.00\n4,Di,01/01/2026,02/02/2026,5.00\n";

#[test]
fn dates_that_nothing_decides_are_asked_about_with_both_readings() {
    let refusal = reading(DATES.as_bytes(), &options()).unwrap_err();
    assert_eq!((refusal.code, refusal.kind), (Code::DateOrderAmbiguous, RefusalKind::Input));
    assert_eq!((refusal.field.as_deref(), refusal.row), (Some("issue_date"), Some(2)));
    assert_eq!(
        refusal.candidates,
        [
            "row 2: 02/03/2026 is 2026-03-02 (dmy) or 2026-02-03 (mdy)",
            "row 3: 05/06/2026 is 2026-06-05 (dmy) or 2026-05-06 (mdy)",
            "row 4: 09/10/2026 is 2026-10-09 (dmy) or 2026-09-10 (mdy)",
        ]
    );
    for (order, issued) in [(DateOrder::Dmy, "2026-03-02"), (DateOrder::Mdy, "2026-02-03")] {
        let intake = reading(DATES.as_bytes(), &Options { date_order: Some(order), ..options() }).unwrap();
        assert_eq!(intake.invoices[0].issued.to_string(), issued);
        assert_eq!(intake.reading.date_order, Some(order));
        let by: Vec<_> =
            intake.reading.ambiguous.iter().map(|u| (u.field, u.question, u.decided_by)).collect();
        let told = |field| (field, Question::DateOrder, DecidedBy::Option);
        assert_eq!(by, [told(Field::IssueDate), told(Field::DueDate)]);
    }
    let useless = Options { date_order: Some(DateOrder::Ymd), ..options() };
    assert_eq!(reading(DATES.as_bytes(), &useless).unwrap_err().code, Code::DateOrderAmbiguous);
}

#[test]
fn one_date_column_speaks_for_another_of_the_same_file_and_that_is_said() {
    let text = DATES.replace("07/08/2026", "25/08/2026");
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!(intake.invoices[0].issued.to_string(), "2026-03-02");
    let [open] = intake.reading.ambiguous.as_slice() else { panic!("{:?}", intake.reading.ambiguous) };
    assert_eq!((open.field, open.decided_by), (Field::IssueDate, DecidedBy::OtherColumn));
}

#[test]
fn two_columns_that_disagree_leave_a_third_open() {
    let text = "Invoice Number,Client,Invoice Date,Due Date,Date Paid,Total\n\
        1,Ann,20/03/2026,03/25/2026,,10.00\n2,Bo,21/03/2026,03/26/2026,04/05/2026,20.00\n";
    let refusal = reading(text.as_bytes(), &options()).unwrap_err();
    assert_eq!((refusal.code, refusal.field.as_deref()), (Code::DateOrderAmbiguous, Some("paid_date")));
}

#[test]
fn an_order_that_the_rows_disprove_is_refused() {
    let text = DATES.replace("05/06/2026", "25/06/2026");
    let told = Options { date_order: Some(DateOrder::Mdy), ..options() };
    let refusal = reading(text.as_bytes(), &told).unwrap_err();
    assert_eq!((refusal.code, refusal.row), (Code::DateOrderContradicted, Some(3)));
    assert_eq!(refusal.candidates, ["row 3: 25/06/2026 can only be 2026-06-25"]);
}

#[test]
fn dates_between_dots_are_day_first_everywhere_in_the_world() {
    let intake = reading(DATES.replace('/', ".").as_bytes(), &options()).unwrap();
    assert_eq!(intake.invoices[0].issued.to_string(), "2026-03-02");
    assert_eq!(intake.reading.date_order, Some(DateOrder::Dmy));
}

/// 173,900 forint read as 173.90 once did real harm.
#[test]
fn a_separator_before_three_digits_is_asked_about() {
    let text = "Invoice Number;Client;Invoice Date;Due Date;Total\n1;Ann;2026-03-02;2026-04-02;173,900\n2;Bo;2026-03-02;2026-04-02;950\n";
    let book = Options::new(currency("HUF"));
    let refusal = reading(text.as_bytes(), &book).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.field.as_deref(), refusal.row),
        (Code::DecimalMarkAmbiguous, Some("total"), Some(2))
    );
    assert_eq!(refusal.candidates, ["row 2: 173,900 is 173900 (dot) or 173.900 (comma)"]);
    for (mark, total) in [(DecimalMark::Dot, "173900.00"), (DecimalMark::Comma, "173.90")] {
        let intake = reading(text.as_bytes(), &Options { decimal: Some(mark), ..book.clone() }).unwrap();
        assert_eq!(intake.invoices[0].total.to_string(), total);
        assert_eq!(intake.reading.ambiguous[0].question, Question::Decimal);
    }
    let decided = text.replace("950", "950,50");
    assert_eq!(reading(decided.as_bytes(), &book).unwrap().invoices[0].total.to_string(), "173.90");
    let contradicted = Options { decimal: Some(DecimalMark::Dot), ..book.clone() };
    assert_eq!(reading(decided.as_bytes(), &contradicted).unwrap_err().code, Code::DecimalMarkContradicted);
}

#[test]
fn another_amount_column_speaks_for_the_decimals() {
    let text = "Invoice Number,Client,Invoice Date,Due Date,Total,Balance\n1,Ann,2026-03-02,2026-04-02,\"1,234\",\"1,000.50\"\n";
    let intake = reading(text.as_bytes(), &options()).unwrap();
    assert_eq!(intake.invoices[0].total.to_string(), "1234.00");
    assert_eq!(intake.reading.ambiguous[0].decided_by, DecidedBy::OtherColumn);
}

#[test]
fn rows_that_could_be_invoices_or_payments_are_asked_about() {
    let text = "Client,Invoice Number,Amount,Date\nAnn,1,10.00,2026-03-20\n";
    let refusal = reading(text.as_bytes(), &options()).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.candidates.as_slice()),
        (Code::KindAmbiguous, ["invoices".to_owned(), "payments".to_owned()].as_slice())
    );
    for (kind, invoices, payments) in [(Kind::Invoices, 1, 0), (Kind::Payments, 0, 1)] {
        let intake = reading(text.as_bytes(), &Options { as_kind: Some(kind), ..options() }).unwrap();
        assert_eq!((intake.invoices.len(), intake.payments.len()), (invoices, payments));
    }
}
