//! Payment plans: worked out, agreed, signed, followed.

mod agreement;
mod create;
mod matching;
mod offers;
mod on_paper;
mod prepare;
mod preview;
mod quote;
mod seal;
mod sign;
mod view;
mod withdraw;

pub use create::{PlanCreate, PlanCreated, Settlement, plan_create};
pub use matching::{PlanMatch, PlanMatched, plan_match};
pub use offers::{OfferView, PlanOffers, PlanOffersAsk, PlannedInvoice, plan_offers};
pub use on_paper::{PlanSignInCopy, plan_sign_in_copy};
pub use preview::{ClauseChoice, PlanPreview, plan_preview};
pub use quote::{QuoteAsk, QuoteInstalment, QuoteView, plan_quote};
pub use seal::{PlanSeal, PlanSealed, SealView, plan_seal};
pub use sign::{PlanSign, PlanSigned, SignatureView, Signing, plan_sign};
pub(crate) use view::found;
pub(crate) use view::grace_until;
pub use view::{PlanAsk, PlanInstalment, PlanList, PlanListAsk, PlanView, plan_list, plan_show};
pub use withdraw::{PlanWithdraw, plan_withdraw};
