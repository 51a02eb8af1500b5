//! The doors of the desk.

mod assigning;
mod bulk;
mod decision;
mod decisions;
mod exports;
mod figures;
mod list;
mod pledge;
mod proposal;
mod review;
mod reviewers;
mod standing;
mod tags;
mod verbs;
mod workplace;

use axum::{
    Router,
    response::Response,
    routing::{get, post},
};
use http::StatusCode;

use crate::{
    app::App,
    error::{Error, FieldErrors},
    ids::Reference,
    web::{Answer, Filled, SignedIn, Values},
};

pub fn routes() -> Router<App> {
    let verbs = Router::new()
        .route("/desk/proposals/{reference}/review-start", get(verbs::review_start).post(verbs::start_review))
        .route("/desk/proposals/{reference}/return", get(verbs::return_page).post(verbs::return_for_changes))
        .route("/desk/proposals/{reference}/due", get(verbs::due).post(verbs::move_due))
        .route("/desk/proposals/{reference}/decision", get(decision::show).post(decision::register))
        .route("/desk/proposals/{reference}/revision", get(verbs::revision).post(verbs::revise))
        .route("/desk/proposals/{reference}/running", get(verbs::running).post(verbs::start_running))
        .route("/desk/proposals/{reference}/completion", get(verbs::completion).post(verbs::complete))
        .route("/desk/proposals/{reference}/early-end", get(verbs::early_end).post(verbs::end_early))
        .route("/desk/proposals/{reference}/withdrawal", get(verbs::withdrawal).post(verbs::withdraw))
        .route("/desk/proposals/{reference}/reinstatement", get(verbs::reinstatement).post(verbs::reinstate))
        .route("/desk/proposals/{reference}/admission", get(verbs::admission).post(verbs::admit))
        .route("/desk/proposals/{reference}/late-refusal", get(verbs::late_refusal).post(verbs::refuse_late));
    let standing = Router::new()
        .route("/desk/proposals/{reference}/eligibility", post(standing::check_eligibility))
        .route("/desk/proposals/{reference}/assignments", post(standing::assign))
        .route("/desk/proposals/{reference}/assignments/{reviewer}/removal", post(standing::unassign))
        .route("/desk/proposals/{reference}/assignments/{reviewer}/due", post(standing::move_review_due))
        .route("/desk/proposals/{reference}/acceptance", post(standing::accept))
        .route("/desk/proposals/{reference}/refusal", post(standing::decline))
        .route("/desk/proposals/{reference}/conflict", post(standing::declare_conflict))
        .route("/desk/proposals/{reference}/conflicts", post(standing::rule_on_conflict))
        .route("/desk/proposals/{reference}/review", get(review::show).post(review::write))
        .route("/desk/proposals/{reference}/review/draft", post(review::autosave))
        .route("/desk/proposals/{reference}/review/abstention", post(review::abstain));
    Router::new()
        .route("/desk", get(list::show))
        .route("/desk/calls/{slug}/confidentiality", get(pledge::show).post(pledge::give))
        .route("/desk/proposals/{reference}", get(proposal::show))
        .merge(assigning::routes())
        .merge(decisions::routes())
        .merge(reviewers::routes())
        .merge(figures::routes())
        .merge(verbs)
        .merge(standing)
        .merge(exports::routes())
        .merge(workplace::routes())
}

/// The reference in an address; what is none names nothing.
fn reference(written: &str) -> Result<Reference, Error> {
    written.parse().map_err(|_| Error::NotFound)
}

fn href(reference: &Reference) -> String {
    format!("/desk/proposals/{reference}")
}

/// Why a form was not carried out though it was sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// Somebody else was faster.
    Changed,
    /// The key of the reason.
    Refused(&'static str),
}

impl Trouble {
    /// The form as it was typed, with what has happened said above it.
    fn shown(self, signed: &SignedIn, values: Values) -> Filled {
        let text = match self {
            Self::Changed => signed.visit.t("desk-changed-meanwhile"),
            Self::Refused(reason) => {
                let kept = signed.visit.t("desk-text-kept");
                format!("{} {kept}", signed.visit.t(reason))
            }
        };
        Filled { values, errors: FieldErrors::one("", text) }
    }
}

/// Shows the form again when it met a conflict or a refusal, so that nothing that was typed is lost.
async fn kept(outcome: Answer, show: impl AsyncFnOnce(Trouble) -> Answer) -> Answer {
    let (trouble, status) = match outcome {
        Err(Error::Conflict) => (Trouble::Changed, StatusCode::CONFLICT),
        Err(Error::Refused(reason)) => (Trouble::Refused(reason), StatusCode::FORBIDDEN),
        other => return other,
    };
    let mut page: Response = show(trouble).await?;
    *page.status_mut() = status;
    Ok(page)
}
