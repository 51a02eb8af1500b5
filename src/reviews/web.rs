//! The doors of the desk.

mod decision;
mod list;
mod proposal;
mod review;
mod standing;
mod verbs;

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
        .route("/review-start", get(verbs::review_start).post(verbs::start_review))
        .route("/return", get(verbs::return_page).post(verbs::return_for_changes))
        .route("/due", get(verbs::due).post(verbs::move_due))
        .route("/decision", get(decision::show).post(decision::register))
        .route("/revision", get(verbs::revision).post(verbs::revise))
        .route("/running", get(verbs::running).post(verbs::start_running))
        .route("/completion", get(verbs::completion).post(verbs::complete))
        .route("/early-end", get(verbs::early_end).post(verbs::end_early))
        .route("/withdrawal", get(verbs::withdrawal).post(verbs::withdraw))
        .route("/reinstatement", get(verbs::reinstatement).post(verbs::reinstate));
    let standing = Router::new()
        .route("/eligibility", post(standing::check_eligibility))
        .route("/assignments", post(standing::assign))
        .route("/assignments/{reviewer}/removal", post(standing::unassign))
        .route("/comments/internal", post(standing::comment_internally))
        .route("/comments/applicant", post(standing::comment_to_applicant))
        .route("/review", get(review::show).post(review::write));
    Router::new()
        .route("/desk", get(list::show))
        .route("/desk/proposals/{reference}", get(proposal::show))
        .nest("/desk/proposals/{reference}", verbs.merge(standing))
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
