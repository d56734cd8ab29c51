//! How a rule says no.
//!
//! Every refusal has a [`Code`] that never changes once shipped, a sentence for the command line and
//! logs, and, where it helps, the field, row and remedy. The window has its own words per code.

use serde::{Deserialize, Serialize};

/// Whether the rules say "not now" or the input cannot be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// A rule of the trade forbids this at the moment; there is a way forward.
    Rule,
    /// What was given cannot be read, is ambiguous, or names nothing that exists.
    Input,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// Every refusal the product knows. The text is the wire name and is never renamed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// All codes, for tables that must name each of them.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The name on the wire, in snake case.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }
        }
    };
}

codes! {
    // calendar, jurisdictions, interest
    /// No holiday calendar has that code.
    CalendarUnknown = "calendar_unknown",
    /// No jurisdiction has that code.
    JurisdictionUnknown = "jurisdiction_unknown",
    /// The reference rate for a period is not known and was not given.
    RateUnknown = "rate_unknown",
    /// The balances do not lie in order of their days.
    BalanceOutOfOrder = "balance_out_of_order",

    // money and days
    /// The text is not an amount.
    AmountUnreadable = "amount_unreadable",
    /// More decimals than the currency has.
    AmountTooPrecise = "amount_too_precise",
    /// The amount does not fit the books.
    AmountTooLarge = "amount_too_large",
    /// The amount must be more than nothing.
    AmountNotPositive = "amount_not_positive",
    /// Two currencies were about to be added.
    CurrencyMismatch = "currency_mismatch",
    /// No such ISO 4217 currency.
    CurrencyUnknown = "currency_unknown",
    /// The text is not a date.
    DateUnreadable = "date_unreadable",
    /// The date is out of the range books are kept in.
    DateOutOfRange = "date_out_of_range",
    /// No such IANA time zone.
    TimeZoneUnknown = "time_zone_unknown",
    /// The text is not a percentage.
    RateUnreadable = "rate_unreadable",

    // paper
    /// The logo is no picture we can print.
    LogoUnreadable = "logo_unreadable",
    /// The logo has more bytes or pixels than a letter needs.
    LogoTooLarge = "logo_too_large",
    /// The file is no font that papers can be printed with.
    FontUnreadable = "font_unreadable",
    /// The code of a page is none of ours.
    PageMarkUnreadable = "page_mark_unreadable",

    // seals
    /// The file is no `.p12` that can be read.
    KeyFileUnreadable = "key_file_unreadable",
    /// The password of a `.p12` is wrong.
    KeyPasswordWrong = "key_password_wrong",
    /// The file holds no private key, or no certificate for it.
    KeyMissing = "key_missing",
    /// A kind of key that seals are not made with.
    KeyUnsupported = "key_unsupported",
    /// The key and the certificate are not of one pair.
    KeyDoesNotFit = "key_does_not_fit",
    /// The certificate's time has passed, or not begun.
    KeyOutOfTime = "key_out_of_time",
    /// The file has no such place for a signature, or it is signed already.
    SignatureFieldMissing = "signature_field_missing",
    /// Not a file that a seal can be added to.
    SealRefused = "seal_refused",
    /// The time stamp does not fit what was asked, or was refused.
    TimeStampRefused = "time_stamp_refused",
    /// The file is no scan that can be read.
    ScanUnreadable = "scan_unreadable",

    // the book
    /// Another window or command is writing.
    InUse = "in_use",
    /// Something already lies where the new book should go.
    BookExists = "book_exists",
    /// The book was opened for reading only.
    BookReadOnly = "book_read_only",
    /// A passphrase of nothing.
    PassphraseEmpty = "passphrase_empty",
    /// No history entry has this number, or its text is already gone.
    HistoryEntryUnknown = "history_entry_unknown",

    // payment plans
    /// Too little is given to work a plan out.
    PlanUndetermined = "plan_undetermined",
    /// What is given for a plan cannot all hold.
    PlanContradictory = "plan_contradictory",
    /// A plan would end before its first instalment.
    PlanEndsBeforeStart = "plan_ends_before_start",
    /// Days chosen for a plan are not in order.
    PlanDaysUnordered = "plan_days_unordered",
    /// No instalments, or more than a plan can have.
    InstalmentCountOutOfRange = "instalment_count_out_of_range",
    /// An instalment would not even pay its interest.
    InstalmentBelowInterest = "instalment_below_interest",
    /// Fixed instalments are more or less than what is owed.
    InstalmentsDoNotFit = "instalments_do_not_fit",
    /// The instalment must follow from the others.
    InstalmentLocked = "instalment_locked",
    /// The plan has no such instalment.
    InstalmentUnknown = "instalment_unknown",
    /// A down payment leaves nothing to pay later.
    DownPaymentTooLarge = "down_payment_too_large",
    /// A discount leaves nothing to pay.
    DiscountTooLarge = "discount_too_large",
    /// No such spacing of instalments.
    SpacingUnknown = "spacing_unknown",
    /// No such anchor day.
    AnchorUnknown = "anchor_unknown",
    /// A plan covers other amounts than its instalments pay.
    PlanDoesNotCover = "plan_does_not_cover",
    /// The text is not the fingerprint of an agreement.
    FingerprintUnreadable = "fingerprint_unreadable",
    /// The content of an agreement cannot be read back.
    PlanPaperUnreadable = "plan_paper_unreadable",

    // agreements
    /// No such clause.
    ClauseUnknown = "clause_unknown",
    /// An agreement is incomplete without that clause.
    ClauseRequired = "clause_required",
    /// A clause needs a fact that is not given.
    ClauseFactMissing = "clause_fact_missing",

    // policy
    /// The policy has no such key.
    PolicyKeyUnknown = "policy_key_unknown",
    /// The policy cannot hold that value.
    PolicyValueRefused = "policy_value_refused",

    // final demand
    /// Nothing is owed.
    NothingOwed = "nothing_owed",
    /// Something is owed, but its due day has not ended.
    NothingOverdue = "nothing_overdue",
    /// What is overdue is within what the policy calls small.
    BalanceTooSmall = "balance_too_small",
    /// A dispute is open.
    OpenDispute = "open_dispute",
    /// A payment plan is being kept.
    PlanOnTrack = "plan_on_track",
    /// A promise to pay is not yet due.
    PromiseOpen = "promise_open",
    /// Fewer written reminders than the policy asks.
    TooFewReminders = "too_few_reminders",
    /// The step named is not in the policy.
    NextStepNotInPolicy = "next_step_not_in_policy",
    /// The deadline leaves too little time.
    DeadlineTooSoon = "deadline_too_soon",
    // intake
    /// The file holds nothing.
    FileEmpty = "file_empty",
    /// The file is larger than 64 MiB, or has too many rows, columns, or too long a cell.
    FileTooLarge = "file_too_large",
    /// The bytes are not text.
    FileNotText = "file_not_text",
    /// A workbook, PDF, e-invoice, bank file or the like, which the import of tables does not read.
    FileKindUnsupported = "file_kind_unsupported",
    /// A report grouped under headings with subtotals instead of a plain table.
    GroupedReport = "grouped_report",
    /// A report of balances by client without the invoices they are made of.
    SummaryReport = "summary_report",
    /// The workbook has no sheet of that name.
    SheetUnknown = "sheet_unknown",
    /// Several sheets of the workbook hold a table.
    SheetAmbiguous = "sheet_ambiguous",
    /// No row of the file looks like a header.
    HeaderNotFound = "header_not_found",
    /// The headers do not tell clients, invoices or payments.
    ColumnsUnrecognised = "columns_unrecognised",
    /// The rows could be invoices as well as payments.
    KindAmbiguous = "kind_ambiguous",
    /// A field that every row needs has no column.
    ColumnMissing = "column_missing",
    /// A column was named that the file does not have.
    ColumnUnknown = "column_unknown",
    /// Two columns bear the name given.
    ColumnAmbiguous = "column_ambiguous",
    /// No such field can be mapped.
    FieldUnknown = "field_unknown",
    /// Nothing in the file tells day first from month first.
    DateOrderAmbiguous = "date_order_ambiguous",
    /// The order of dates that was given cannot be the file's.
    DateOrderContradicted = "date_order_contradicted",
    /// Nothing in the file tells a decimal mark from a thousands separator.
    DecimalMarkAmbiguous = "decimal_mark_ambiguous",
    /// The decimal mark that was given cannot be the file's.
    DecimalMarkContradicted = "decimal_mark_contradicted",
    /// A bank's file that holds no statement.
    StatementMissing = "statement_missing",

    // the desk
    /// The platform names no folder for the app's own files.
    NoHome = "no_home",
    /// No book is open.
    NoBookOpen = "no_book_open",
    /// The day lies on or before the closing date.
    DayClosed = "day_closed",
    /// No path was given.
    PathMissing = "path_missing",
    /// A file cannot be read.
    FileUnreadable = "file_unreadable",
    /// A file of that name lies there already.
    FileExists = "file_exists",
    /// A business needs a name.
    BusinessNameMissing = "business_name_missing",
    /// A word about the business cannot be taken.
    BusinessWordRefused = "business_word_refused",
    /// Not an ISO 3166 country code.
    CountryUnknown = "country_unknown",
    /// Not an ISO 3166-2 region code.
    RegionUnknown = "region_unknown",
    /// Not a BCP 47 language tag.
    LocaleUnknown = "locale_unknown",
    /// No such client.
    ClientUnknown = "client_unknown",
    /// Several clients could be meant.
    ClientAmbiguous = "client_ambiguous",
    /// Another client has that name.
    ClientNameTaken = "client_name_taken",
    /// A word about a client cannot be taken.
    ClientWordRefused = "client_word_refused",
    /// No such invoice.
    InvoiceUnknown = "invoice_unknown",
    /// Several invoices could be meant.
    InvoiceAmbiguous = "invoice_ambiguous",
    /// An invoice needs a number.
    InvoiceNumberMissing = "invoice_number_missing",
    /// The number is taken.
    InvoiceNumberTaken = "invoice_number_taken",
    /// The due day lies before the day of issue.
    DueBeforeIssue = "due_before_issue",
    /// The invoice is not owed: a draft, or taken back.
    InvoiceNotOwed = "invoice_not_owed",
    /// No such state of an invoice.
    StateUnknown = "state_unknown",
    /// No such order of a list.
    SortUnknown = "sort_unknown",
    /// No such payment.
    PaymentUnknown = "payment_unknown",
    /// Neither an invoice nor a client was named.
    PayerMissing = "payer_missing",
    /// The client owes in several currencies.
    CurrencyNeeded = "currency_needed",
    /// The entry was taken back before.
    AlreadyReversed = "already_reversed",
    /// A channel, direction or kind that is not known.
    ContactWordUnknown = "contact_word_unknown",
    /// The day has not come yet.
    ContactAhead = "contact_ahead",
    /// More than the invoice, or nothing, was to be disputed.
    DisputedAmountRefused = "disputed_amount_refused",
    /// The invoice is not disputed.
    NotDisputed = "not_disputed",
    /// An option of an import that is not known.
    ImportOptionUnknown = "import_option_unknown",
    /// No row of the file could be used.
    NothingImported = "nothing_imported",
    /// No such import.
    ImportUnknown = "import_unknown",
    /// The import was taken back before.
    ImportAlreadyUndone = "import_already_undone",
    /// A payment plan covers what the import brought.
    ImportOnPlan = "import_on_plan",
    /// The import brought a whole book.
    ImportWholeBook = "import_whole_book",
    /// Lines of a bank statement that the import brought pay something.
    ImportMatched = "import_matched",
    /// No statement of such an account came in.
    BankAccountUnknown = "bank_account_unknown",
    /// Several accounts have that number.
    BankAccountAmbiguous = "bank_account_ambiguous",
    /// No such line of a bank statement.
    BankLineUnknown = "bank_line_unknown",
    /// The line is money that went out.
    BankLineOut = "bank_line_out",
    /// Nothing of the line is left to match.
    BankLineSpent = "bank_line_spent",
    /// The line is not matched.
    BankLineUnmatched = "bank_line_unmatched",
    /// Nothing makes it certain what the line pays.
    BankLineDoubtful = "bank_line_doubtful",
    /// More than is left of the line, or more than is open, was to be matched.
    BankMatchTooMuch = "bank_match_too_much",
    /// The payment is a line of a bank statement already.
    PaymentMatched = "payment_matched",
    /// Nobody in the book has the address an e-mail came from, or did not reach.
    MailSenderUnknown = "mail_sender_unknown",
    /// An e-mail does not say who wrote it.
    MailSenderMissing = "mail_sender_missing",
    /// Several clients have the address an e-mail came from, or did not reach.
    MailSenderShared = "mail_sender_shared",
    /// No such format of an export.
    ExportFormatUnknown = "export_format_unknown",
    /// The folder for an export holds something already.
    ExportFolderTaken = "export_folder_taken",
    /// The file is an export of a later version, or none of ours.
    ExportUnreadable = "export_unreadable",
    /// An export can only be taken up by an empty book.
    BookNotEmpty = "book_not_empty",
    /// Neither a place nor an agreed rate was given, or both.
    InterestBasisMissing = "interest_basis_missing",
    /// No such day count.
    DayCountUnknown = "day_count_unknown",
    /// No such way to move a day.
    MoveUnknown = "move_unknown",
    /// The typefaces have no signs for some characters.
    PaperCharactersMissing = "paper_characters_missing",
    /// No such letter, step or tone.
    LetterChoiceUnknown = "letter_choice_unknown",
    /// Things have not come so far, or have gone further, than the letter says.
    LetterTooEarly = "letter_too_early",
    /// Nobody is left to write to.
    NoLetters = "no_letters",
    /// The days of a statement are the wrong way round.
    StatementDays = "statement_days",
    /// No such paper.
    DocumentUnknown = "document_unknown",
    /// The person stopped it; nothing was written.
    Cancelled = "cancelled",
    /// A plan both have signed cannot be taken back.
    PlanInForce = "plan_in_force",
    /// A plan that was taken back can no longer be signed.
    PlanWithdrawn = "plan_withdrawn",
    /// No such plan.
    PlanUnknown = "plan_unknown",
    /// Several plans could be meant.
    PlanAmbiguous = "plan_ambiguous",
    /// Nothing is open that a plan could cover.
    NothingToPlan = "nothing_to_plan",
    /// A plan covers the invoice already.
    InvoiceOnPlan = "invoice_on_plan",
    /// The plan is over more than is owed.
    PlanExceedsDebt = "plan_exceeds_debt",
    /// The debt changed after the agreement was written.
    PlanOutdated = "plan_outdated",
    /// Neither the business nor the client.
    PartyUnknown = "party_unknown",
    /// A signature needs a name.
    SignatureNameMissing = "signature_name_missing",
    /// That party has signed already.
    AlreadySigned = "already_signed",
    /// Both have to sign before an agreement can be sealed.
    PlanUnsigned = "plan_unsigned",
    /// The words of an agreement were not kept, so it cannot be set again.
    PlanModelMissing = "plan_model_missing",
    /// The key is, or was, the book's own already.
    KeyInUse = "key_in_use",
    /// The time-stamping authority did not answer.
    TimeStampUnreachable = "time_stamp_unreachable",
    /// A file that came back is not exactly an agreement of this book.
    CopyRefused = "copy_refused",
    /// Nobody has said that they saw the signature on a copy.
    SignatureNotSeen = "signature_not_seen",
    /// A copy that came back bears no signature.
    CopyUnsigned = "copy_unsigned",
    /// Somebody else has signed the copy, as its certificates say.
    SignerDiffers = "signer_differs",
    /// A signature is dated before its agreement, or in days to come.
    SignedOnOutOfRange = "signed_on_out_of_range",
    /// A drawn signature is not a usable picture.
    DrawingRefused = "drawing_refused",
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str() == text)
            .ok_or_else(|| serde::de::Error::custom(format!("no refusal is called {text}")))
    }
}

/// A typed no: what is refused, why, and what to do instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// Stable name.
    pub code: Code,
    /// Whether a rule or the input stands in the way.
    #[serde(skip)]
    pub kind: RefusalKind,
    /// One plain English sentence.
    pub message: String,
    /// What to do instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The file it is about, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The row of that file, counted from 1 as a text editor does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// The field, column or option it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What it could have meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
}

impl Refusal {
    /// A rule says not now.
    pub fn rule(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, RefusalKind::Rule, message.into())
    }

    /// The input cannot be used.
    pub fn input(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, RefusalKind::Input, message.into())
    }

    fn new(code: Code, kind: RefusalKind, message: String) -> Self {
        Self { code, kind, message, hint: None, file: None, row: None, field: None, candidates: Vec::new() }
    }

    /// Adds the way forward.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Names the field; one that is already named stays.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field.get_or_insert_with(|| field.into());
        self
    }

    /// Names the file.
    #[must_use]
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Names the row.
    #[must_use]
    pub fn row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// Lists what it could have meant.
    #[must_use]
    pub fn candidates(mut self, candidates: impl IntoIterator<Item = String>) -> Self {
        self.candidates = candidates.into_iter().collect();
        self
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
