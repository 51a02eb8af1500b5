//! What the list of the desk is sorted by is kept beside each proposal: whatever happens, it is what it would be if it were
//! counted anew.

use std::collections::BTreeMap;

use initiatives::{
    clock::Moment,
    entity::proposal,
    ids::{ProposalId, Reference},
    proposals::{
        self,
        actions::{late, standing, steering},
        conflicts::Ruling,
        eligibility::Check,
        rules::Outcome,
        summary,
    },
    reviews::actions as reviewing,
};
use sea_orm::EntityTrait;

use crate::{
    desk::{EVE, HOUSE, LUIS, OWNER, RUTH, entry},
    letters_posted::does,
    proposals::verbs::decision,
    support::{TestApp, on_both, proposals::ask_for},
};

/// Waits, reviews asked, in, their mean, and how far they lie apart.
type Kept = BTreeMap<ProposalId, [i32; 5]>;

async fn kept(app: &TestApp) -> Kept {
    let rows = proposal::Entity::find().all(app.db.read()).await.unwrap();
    rows.into_iter()
        .map(|row| (row.id, [row.waits, row.reviews_asked, row.reviews_in, row.reviews_mean, row.reviews_gap]))
        .collect()
}

/// What is kept is what it would be anew; `verb` is what has just happened.
async fn holds(app: &TestApp, verb: &str, changed: bool, last: &mut Kept) {
    let before = kept(app).await;
    summary::renew_all(app.db.write()).await.unwrap();
    assert_eq!(before, kept(app).await, "{verb} has left the summary as it was");
    if changed {
        assert_ne!(before, *last, "{verb} changes what is kept: or this story proves nothing");
    }
    *last = before;
}

#[tokio::test]
async fn no_verb_forgets_what_the_list_is_sorted_by() {
    on_both(async |app| {
        let mut last = Kept::new();
        let reference = app.complete_draft().await;
        holds(&app, "starting a draft", true, &mut last).await;
        app.submit(&reference).await;
        holds(&app, "submitting", true, &mut last).await;
        checked(&app, &reference, false).await;
        holds(&app, "failing the check", true, &mut last).await;
        checked(&app, &reference, true).await;
        holds(&app, "passing the check", true, &mut last).await;
        let ruth = app.assign(&reference, RUTH).await;
        holds(&app, "assigning before the review", true, &mut last).await;
        does!(app, HOUSE, reference, |act, actor, t| steering::start_review(act, actor, t));
        holds(&app, "starting the review", true, &mut last).await;
        for reviewer in [EVE, LUIS] {
            app.assign(&reference, reviewer).await;
            holds(&app, "assigning", true, &mut last).await;
        }
        app.act(RUTH, async |act, actor| {
            let begun = entry([1; 6], "Begun.");
            reviewing::save(act, actor, &reference, 0, &begun, &reviewing::Judged::default()).await
        })
        .await
        .unwrap();
        holds(&app, "saving a review", false, &mut last).await;
        let scores = entry([5; 6], "In.");
        app.act(RUTH, async |act, actor| {
            reviewing::submit(act, actor, &reference, 1, &scores, &reviewing::Judged::default()).await
        })
        .await
        .unwrap();
        holds(&app, "handing in a review", true, &mut last).await;
        app.review(&reference, EVE, [2, 3, 4, 1, 2, 5], "In, too.").await;
        holds(&app, "handing in another", true, &mut last).await;
        let scores = entry([3, 3, 4, 1, 2, 5], "Changed.");
        app.act(EVE, async |act, actor| {
            reviewing::submit(act, actor, &reference, 1, &scores, &reviewing::Judged::default()).await
        })
        .await
        .unwrap();
        holds(&app, "changing a review", true, &mut last).await;
        app.act(LUIS, async |act, actor| standing::accept(act, actor, &reference).await).await.unwrap();
        holds(&app, "accepting", false, &mut last).await;
        app.act(LUIS, async |act, actor| standing::decline(act, actor, &reference, "Away.").await).await.unwrap();
        holds(&app, "declining", true, &mut last).await;
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &reference, ruth, Ruling::Set, "Knows them.").await
        })
        .await
        .unwrap();
        holds(&app, "a conflict", true, &mut last).await;
        app.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, &reference, ruth, Ruling::Dismissed, "No.").await?;
            standing::assign(act, actor, &reference, ruth, standing::Asking::default()).await
        })
        .await
        .unwrap();
        holds(&app, "asking again whose review is in", true, &mut last).await;
        app.act(EVE, async |act, actor| standing::abstain(act, actor, &reference, "After all.").await).await.unwrap();
        holds(&app, "abstaining", true, &mut last).await;
        app.act(HOUSE, async |act, actor| standing::unassign(act, actor, &reference, ruth).await).await.unwrap();
        holds(&app, "relieving", true, &mut last).await;
        decided(&app, &reference, &mut last).await;
        came_late(&app, &mut last).await;
    })
    .await;
}

/// From a registered decision to the end, by way of a return and a withdrawal.
async fn decided(app: &TestApp, reference: &Reference, last: &mut Kept) {
    let due = Moment::from_millis(app.now().millis() + 86_400_000);
    does!(app, HOUSE, reference, |act, actor, t| ask_for(act, actor, t, "More partners.", due));
    holds(app, "returning", true, last).await;
    app.answer_requests(reference).await;
    app.submit(reference).await;
    holds(app, "submitting again", true, last).await;
    let made = decision(Outcome::NotSelected);
    does!(app, HOUSE, reference, |act, actor, t| steering::hold_decision(act, actor, t, &made));
    holds(app, "registering a decision", true, last).await;
    does!(app, HOUSE, reference, |act, actor, t| steering::not_select(act, actor, t, &made));
    holds(app, "publishing it", true, last).await;
    does!(app, HOUSE, reference, |act, actor, t| steering::reinstate(act, actor, t, "An error."));
    holds(app, "reinstating", true, last).await;
    let made = decision(Outcome::Approved);
    does!(app, HOUSE, reference, |act, actor, t| steering::approve(act, actor, t, &made));
    holds(app, "approving", true, last).await;
    does!(app, HOUSE, reference, |act, actor, t| steering::revise(act, actor, t, "A vote was not counted."));
    holds(app, "revising", true, last).await;
    does!(app, OWNER, reference, |act, actor, t| steering::withdraw(act, actor, t, "No funds."));
    holds(app, "withdrawing", true, last).await;
}

/// A submission that came too late, and what is decided of it.
async fn came_late(app: &TestApp, last: &mut Kept) {
    let (kept_out, admitted) = (app.complete_draft().await, app.complete_draft().await);
    holds(app, "two more drafts", true, last).await;
    app.clock.advance(std::time::Duration::from_secs(60 * 86_400));
    for reference in [&kept_out, &admitted] {
        app.act(OWNER, async |act, actor| late::hold(act, actor, reference).await).await.unwrap();
        holds(app, "holding what came too late", true, last).await;
    }
    does!(app, HOUSE, kept_out, |act, actor, t| late::refuse(act, actor, t, "Too late."));
    holds(app, "keeping it out", true, last).await;
    let case = app.case(HOUSE, &admitted).await.unwrap();
    let held = proposals::late::open_attempts(app.db.read(), &case).await.unwrap()[0].id;
    does!(app, HOUSE, admitted, |act, actor, t| late::admit(act, actor, t, held, "The network was down."));
    holds(app, "admitting it", true, last).await;
}

async fn checked(app: &TestApp, reference: &Reference, passed: bool) {
    let case = app.case(HOUSE, reference).await.unwrap();
    let seen = proposals::standing::eligibility(app.db.read(), case.proposal.id).await.unwrap();
    let seen = seen.map(|row| row.checked_at);
    app.act(HOUSE, async |act, actor| {
        let check = Check { seen, ..Check::first(passed, if passed { "" } else { "No letter." }) };
        standing::check_eligibility(act, actor, reference, check).await
    })
    .await
    .unwrap();
}
