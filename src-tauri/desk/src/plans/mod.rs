//! Payment plans: worked out, agreed, signed, followed.

mod agreement;
mod create;
mod quote;
mod sign;
mod view;

pub use create::{PlanCreate, PlanCreated, plan_create};
pub use quote::{QuoteAsk, QuoteInstalment, QuoteView, plan_quote};
pub use sign::{PlanSign, PlanSigned, SignatureView, Signing, plan_sign};
pub use view::{PlanAsk, PlanInstalment, PlanList, PlanListAsk, PlanView, plan_list, plan_show};
