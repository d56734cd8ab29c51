//! Why a returned file is not accepted.

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $sentence:literal;)*) => {
        /// Why a returned file is not accepted. The code never changes once shipped.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Reason { $($(#[$doc])* $name,)* }

        impl Reason {
            /// All of them, for tables that must name each one.
            pub const ALL: &'static [Reason] = &[$(Reason::$name,)*];

            /// The name that never changes.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// One plain sentence: what is the matter, and where it helps, what to do.
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)* }
            }
        }
    };
}

reasons! {
    /// Not a PDF.
    NotAPdf = "not_a_pdf",
        "It is no PDF file.";
    /// The file's own tables do not hold together.
    FileDamaged = "file_damaged",
        "The file is damaged. Ask for it to be sent again.";
    /// Encrypted, saved anew, or of a shape that a signature cannot be followed through.
    FileUnusual = "file_unusual",
        "The file was saved anew by another program, so nothing shows that it is unchanged. Ask for the file itself, or for a signed and scanned print.";
    /// Bytes that no table accounts for.
    HiddenBytes = "hidden_bytes",
        "The file holds something that its own table does not list.";
    /// It is not the agreement that was sent.
    NotOurs = "not_ours",
        "It is not the file that was sent.";
    /// The same agreement, but written anew.
    SavedAnew = "saved_anew",
        "It is the agreement that was sent, but saved anew by another program, so nothing shows that it is unchanged. Ask for the file itself, or for a signed and scanned print.";
    /// Another version of the same agreement.
    OtherVersion = "other_version",
        "It is another version of the agreement than the one that was sent.";
    /// The last signature leaves part of the file out.
    RangeNotWhole = "range_not_whole",
        "Something was added to the file after the last signature.";
    /// A signature says that it covers other bytes than it must.
    RangeWrong = "range_wrong",
        "A signature does not cover the file up to itself and from there on.";
    /// The place of a signature holds more than the signature.
    ContentsNotClean = "contents_not_clean",
        "The place that holds a signature was tampered with.";
    /// Not a signature that can be read.
    SignatureUnreadable = "signature_unreadable",
        "A signature is damaged.";
    /// A kind of signature or key that is not known here, or no longer safe.
    SignatureUnknown = "signature_unknown",
        "A signature is of a kind that cannot be checked here.";
    /// The signed bytes have another hash.
    DigestDiffers = "digest_differs",
        "The file was altered after it was signed.";
    /// The key did not make the signature.
    SignatureWrong = "signature_wrong",
        "A signature was not made with the key that it names.";
    /// The certificate is missing or is not the one signed for.
    CertificateWrong = "certificate_wrong",
        "A signature does not go with the certificate beside it.";
    /// The certificate did not hold when the signature says it was made.
    CertificateOutOfTime = "certificate_out_of_time",
        "The certificate of a signature did not hold on the day the signature says it was made.";
    /// A time stamp is not about this signature, or is not by its authority.
    TimeStampWrong = "time_stamp_wrong",
        "The time stamp of a signature is wrong.";
    /// Pages or what is drawn on them.
    PageChanged = "page_changed",
        "The text of a page was altered after the file was sent.";
    /// A note, stamp or link.
    AnnotationChanged = "annotation_changed",
        "A note or a drawing was put on a page after the file was sent.";
    /// What a signature looks like.
    AppearanceChanged = "appearance_changed",
        "What is seen in the place of a signature was exchanged.";
    /// The form beyond its signatures.
    FormChanged = "form_changed",
        "The form of the file was altered beyond being signed.";
    /// Title, author and the like.
    FactsChanged = "facts_changed",
        "What the file says about itself was altered.";
    /// Anything else.
    AlteredAfterSigning = "altered_after_signing",
        "The file was altered after it was sent, beyond being signed.";
}

/// Something that is the matter with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What it is.
    pub reason: Reason,
    /// The signature field it is about, if it is about one.
    pub field: Option<String>,
}

impl From<Reason> for Problem {
    fn from(reason: Reason) -> Self {
        Self { reason, field: None }
    }
}
