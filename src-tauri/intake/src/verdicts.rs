//! A word on every row: why it was left out, what is worth a look, and where all of them went.

use serde::Serialize;
use ts_rs::TS;

/// Why a row was left out. The name on the wire never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipCode {
    /// An earlier row says exactly the same.
    DuplicateRow,
    /// An earlier row has the same number and client but says something else.
    ConflictingDuplicate,
    /// No invoice number.
    NumberMissing,
    /// The number was turned into `5.13E+09` by a spreadsheet.
    NumberDamaged,
    /// Neither a name nor a reference of the client.
    ClientMissing,
    /// No date where one is needed.
    DateMissing,
    /// What stands in a date column is not a date.
    DateUnreadable,
    /// The date lies outside the years books are kept in.
    DateOutOfRange,
    /// No amount.
    AmountMissing,
    /// What stands in an amount column is not an amount.
    AmountUnreadable,
    /// More decimals than the currency has.
    AmountTooPrecise,
    /// The amount does not fit the books.
    AmountTooLarge,
    /// Another line of the same invoice could not be read, so its lines do not give its total.
    LineMissing,
    /// Nothing is owed: the amount is zero.
    ZeroAmount,
    /// No such currency.
    CurrencyUnknown,
    /// The sign beside the amount and the currency column disagree.
    CurrencyConflict,
    /// Cancelled or void.
    Void,
    /// A client's overpayment or prepayment: credit, not an invoice.
    Overpayment,
    /// A bill the business owes to someone else.
    Bill,
    /// Another document: an estimate, an order, a payment among invoices.
    NotAnInvoice,
    /// More cells than the header has: a delimiter or quote inside a cell was not protected.
    RowBroken,
    /// A spreadsheet shows an error, or a formula whose result was never stored.
    FormulaError,
    /// The bank has announced the movement and not booked it.
    NotBooked,
    /// Shares bought or sold and the like: nothing that passed through the account itself.
    NotAMovement,
    /// It cannot be told whether money came in or went out.
    DirectionUnclear,
    /// A file of an archive that cannot be read.
    FileUnreadable,
}

/// A row that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The row, counted from 1 as a text editor does.
    pub row: u64,
    /// Why, for programs.
    pub code: SkipCode,
    /// Why, in one sentence.
    pub message: String,
}

/// Something worth a look that stopped nothing. The name on the wire never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportWarningCode")]
pub enum WarningCode {
    /// Bytes that are not text in the encoding found.
    TextDamaged,
    /// The due date lies before the invoice date.
    DueBeforeIssued,
    /// No due date anywhere in the file.
    DueDatesAssumed,
    /// The file has no totals, so the balance was taken for the total.
    TotalIsBalance,
    /// The file has no totals, so the lines were added up.
    TotalFromLines,
    /// Paid and balance do not add up to the total.
    AmountsDisagree,
    /// The balance is more than the total.
    BalanceExceedsTotal,
    /// More was paid than the invoice's total.
    Overpaid,
    /// The status says paid, the amounts do not.
    StatusDisagrees,
    /// The file says part of it is paid, but not how much.
    PartPaidUnknown,
    /// A sign such as $ stands for several currencies; one was taken.
    CurrencyAssumed,
    /// Foreign amounts were taken in the file's base currency.
    BaseCurrency,
    /// One invoice number stands for two clients.
    NumberShared,
    /// One client reference stands beside two names.
    ClientNameDiffers,
    /// What stands in an e-mail column is not an address.
    EmailUnreadable,
    /// Another business's name stands in the seller's column.
    SellerDiffers,
    /// The date column holds a spreadsheet's day numbers.
    DateNumbers,
    /// One column writes dates or amounts in two ways, each clear in itself.
    MixedWriting,
    /// The paid date's column holds words.
    PaidDateIgnored,
    /// The balances of a bank statement do not fit its lines.
    BalanceDiffers,
    /// The payments of a bank's batch do not add up to the batch.
    BatchDiffers,
    /// A day that its month does not have was taken for the month's last.
    DayClamped,
    /// A movement without a day of its own was given its statement's.
    DayAssumed,
    /// Marks or balances told which amounts went out, not the amounts' own signs.
    SignsInferred,
    /// The file ends in the middle.
    FileCutOff,
    /// A total of the file is not what its rows add up to.
    TotalDiffers,
    /// A workbook's amount has more decimals than its currency and was rounded.
    AmountRounded,
}

/// Something worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ImportWarning")]
pub struct Warning {
    /// The row, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub row: Option<u64>,
    /// What, for programs.
    pub code: WarningCode,
    /// What, in one sentence.
    pub message: String,
}

/// Where every row of the file went. The parts add up to `read`, always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct RowCounts {
    /// Rows of the file that have at least a delimiter or a character.
    pub read: u64,
    /// Title block above the header.
    pub title: u64,
    /// Header rows, repeated ones and the headings of a report too.
    pub header: u64,
    /// Rows whose cells are all empty.
    pub blank: u64,
    /// Totals and footers.
    pub totals: u64,
    /// The other side of a double entry (Wave's income and bank rows).
    pub other_side: u64,
    /// Rows that drafts were made of.
    pub used: u64,
    /// Rows left out, each listed.
    pub skipped: u64,
}

impl RowCounts {
    /// Whether every row read is accounted for.
    pub const fn add_up(&self) -> bool {
        self.read
            == self.title
                + self.header
                + self.blank
                + self.totals
                + self.other_side
                + self.used
                + self.skipped
    }
}
