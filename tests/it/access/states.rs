//! A proposal of Agra in each state.

use chrono::NaiveDate;
use initiatives::{
    clock::Moment,
    guidelines,
    ids::Reference,
    proposals::{
        self,
        actions::{standing, steering},
        eligibility::Check,
        rules::Outcome,
    },
};

use super::scene::{HOUSE, OWNER, PARTNER, REVIEWER};
use crate::{
    letters_posted::does,
    proposals::verbs::decision,
    support::{TestApp, proposals::ask_for},
};

/// A draft in which someone of Barcelona writes, too.
pub async fn shared_draft(app: &TestApp) -> Reference {
    let reference = app.complete_draft().await;
    app.share(&reference, PARTNER).await;
    reference
}

pub async fn submitted(app: &TestApp) -> Reference {
    let reference = shared_draft(app).await;
    app.submit(&reference).await;
    does!(app, HOUSE, reference, |act, actor, t| standing::check_eligibility(
        act,
        actor,
        t.reference,
        Check::first(true, "")
    ));
    app.give(&reference, REVIEWER).await;
    reference
}

pub async fn under_review(app: &TestApp) -> Reference {
    let reference = submitted(app).await;
    does!(app, HOUSE, reference, |act, actor, t| steering::start_review(act, actor, t));
    reference
}

pub async fn returned(app: &TestApp) -> Reference {
    let reference = under_review(app).await;
    // 2014-06-30T21:59:59Z
    let due = Moment::from_millis(1_404_165_599_000);
    does!(app, HOUSE, reference, |act, actor, t| ask_for(act, actor, t, "More partners.", due));
    app.answer_requests(&reference).await;
    reference
}

pub async fn approved(app: &TestApp) -> Reference {
    let reference = under_review(app).await;
    let made = decision(Outcome::Approved);
    does!(app, HOUSE, reference, |act, actor, t| steering::approve(act, actor, t, &made));
    reference
}

pub async fn running(app: &TestApp) -> Reference {
    let reference = approved(app).await;
    let day = NaiveDate::from_ymd_opt(2015, 1, 15).unwrap();
    does!(app, HOUSE, reference, |act, actor, t| steering::start_running(act, actor, t, day));
    reference
}

pub async fn withdrawn(app: &TestApp) -> Reference {
    let reference = under_review(app).await;
    does!(app, OWNER, reference, |act, actor, t| steering::withdraw(act, actor, t, "No funds."));
    reference
}

/// A draft that somebody tried to submit a second too late.
pub async fn late(app: &TestApp) -> Reference {
    let reference = app.complete_draft().await;
    let case = app.case(OWNER, &reference).await.unwrap();
    let guidelines = case.call.guidelines_id;
    let definition = guidelines::definition(app.db.read(), guidelines).await.unwrap();
    let draft = proposals::drafts::load(app.db.read(), &definition, case.proposal.id).await.unwrap();
    let deadline = Moment::from_millis(app.now().millis() - 1000);
    let came = proposals::late::Came {
        number: 1,
        deadline,
        at: app.now(),
        guidelines: (guidelines, &definition),
        answers: &draft.answers,
    };
    app.act(OWNER, async |act, _| proposals::late::hold(act, &case, came).await).await.unwrap();
    reference
}
