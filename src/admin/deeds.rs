//! The actions of the audit trail in words.

use crate::proposals::workflow::Action;

/// The actions that stand for themselves; those of a proposal's workflow bear the words of the desk.
const DEEDS: [(&str, &str); 114] = [
    ("call.answer_edited", "admin-did-call-answer_edited"),
    ("call.answer_moved", "admin-did-call-answer_moved"),
    ("call.answer_published", "admin-did-call-answer_published"),
    ("call.answer_removed", "admin-did-call-answer_removed"),
    ("call.created", "admin-did-call-created"),
    ("call.edited", "admin-did-call-edited"),
    ("call.extended", "admin-did-call-extended"),
    ("call.extended_for", "admin-did-call-extended_for"),
    ("call.letter_sent", "admin-did-call-letter_sent"),
    ("call.letter_text", "admin-did-call-letter_text"),
    ("call.moved", "admin-did-call-moved"),
    ("call.opened", "admin-did-call-opened"),
    ("call.phase_begun", "admin-did-call-phase_begun"),
    ("call.phases", "admin-did-call-phases"),
    ("call.pledged", "admin-did-call-pledged"),
    ("call.publication_cancelled", "admin-did-call-publication_cancelled"),
    ("call.publication_done", "admin-did-call-publication_done"),
    ("call.publication_ordered", "admin-did-call-publication_ordered"),
    ("contact.answered", "admin-did-contact-answered"),
    ("contact.asked", "admin-did-contact-asked"),
    ("contact.refused", "admin-did-contact-refused"),
    ("contact.reopened", "admin-did-contact-reopened"),
    ("contact.sent", "admin-did-contact-sent"),
    ("content.change", "admin-did-content-change"),
    ("content.reset", "admin-did-content-reset"),
    ("export.begun", "admin-did-export-begun"),
    ("export.ended", "admin-did-export-ended"),
    ("export.printed", "admin-did-export-printed"),
    ("guidelines.stored", "admin-did-guidelines-stored"),
    ("initiative.featured", "admin-did-initiative-featured"),
    ("initiative.news", "admin-did-initiative-news"),
    ("initiative.news_changed", "admin-did-initiative-news_changed"),
    ("initiative.news_put_back", "admin-did-initiative-news_put_back"),
    ("initiative.news_taken_back", "admin-did-initiative-news_taken_back"),
    ("initiative.unfeatured", "admin-did-initiative-unfeatured"),
    ("letter.cancelled", "admin-did-letter-cancelled"),
    ("letter.copied", "admin-did-letter-copied"),
    ("letter.returned", "admin-did-letter-returned"),
    ("letter.sent_again", "admin-did-letter-sent_again"),
    ("letter_text.changed", "admin-did-letter_text-changed"),
    ("letter_text.reset", "admin-did-letter_text-reset"),
    ("organisation.added", "admin-did-organisation-added"),
    ("organisation.edited", "admin-did-organisation-edited"),
    ("organisation.member", "admin-did-organisation-member"),
    ("organisation.member_left", "admin-did-organisation-member_left"),
    ("organisation.member_removed", "admin-did-organisation-member_removed"),
    ("partner.answered", "admin-did-partner-answered"),
    ("proposal.abstained", "admin-did-proposal-abstained"),
    ("proposal.assigned", "admin-did-proposal-assigned"),
    ("proposal.assignment_accepted", "admin-did-proposal-assignment_accepted"),
    ("proposal.assignment_declined", "admin-did-proposal-assignment_declined"),
    ("proposal.came_late", "admin-did-proposal-came_late"),
    ("proposal.co_editor_accepted", "admin-did-proposal-co_editor_accepted"),
    ("proposal.co_editor_declined", "admin-did-proposal-co_editor_declined"),
    ("proposal.co_editor_invited", "admin-did-proposal-co_editor_invited"),
    ("proposal.co_editor_left", "admin-did-proposal-co_editor_left"),
    ("proposal.co_editor_removed", "admin-did-proposal-co_editor_removed"),
    ("proposal.comment", "admin-did-proposal-comment"),
    ("proposal.comment_edited", "admin-did-proposal-comment_edited"),
    ("proposal.comment_taken_back", "admin-did-proposal-comment_taken_back"),
    ("proposal.conflict", "admin-did-proposal-conflict"),
    ("proposal.decision_held", "admin-did-proposal-decision_held"),
    ("proposal.decision_letter", "admin-did-proposal-decision_letter"),
    ("proposal.decision_not_published", "admin-did-proposal-decision_not_published"),
    ("proposal.decision_taken_back", "admin-did-proposal-decision_taken_back"),
    ("proposal.due_moved", "admin-did-proposal-due_moved"),
    ("proposal.eligibility", "admin-did-proposal-eligibility"),
    ("proposal.late_refused", "admin-did-proposal-late_refused"),
    ("proposal.registered_text", "admin-did-proposal-registered_text"),
    ("proposal.review_due_moved", "admin-did-proposal-review_due_moved"),
    ("proposal.tagged", "admin-did-proposal-tagged"),
    ("proposal.thread_reopened", "admin-did-proposal-thread_reopened"),
    ("proposal.thread_resolved", "admin-did-proposal-thread_resolved"),
    ("proposal.unassigned", "admin-did-proposal-unassigned"),
    ("proposal.untagged", "admin-did-proposal-untagged"),
    ("public_text.change", "admin-did-public_text-change"),
    ("publication.added", "admin-did-publication-added"),
    ("publication.changed", "admin-did-publication-changed"),
    ("publication.hidden", "admin-did-publication-hidden"),
    ("publication.moved", "admin-did-publication-moved"),
    ("publication.shown", "admin-did-publication-shown"),
    ("review.submitted", "admin-did-review-submitted"),
    ("reviewer.profile", "admin-did-reviewer-profile"),
    ("session.begun", "admin-did-session-begun"),
    ("session.ended", "admin-did-session-ended"),
    ("session.left", "admin-did-session-left"),
    ("staff.appointed", "admin-did-staff-appointed"),
    ("staff.dismissed", "admin-did-staff-dismissed"),
    ("subscriber.asked", "admin-did-subscriber-asked"),
    ("subscriber.changed", "admin-did-subscriber-changed"),
    ("subscriber.confirmed", "admin-did-subscriber-confirmed"),
    ("subscriber.followed", "admin-did-subscriber-followed"),
    ("subscriber.refused", "admin-did-subscriber-refused"),
    ("subscriber.stopped", "admin-did-subscriber-stopped"),
    ("subscribers.imported", "admin-did-subscribers-imported"),
    ("suppression.lifted", "admin-did-suppression-lifted"),
    ("suppression.set", "admin-did-suppression-set"),
    ("tag.added", "admin-did-tag-added"),
    ("tag.edited", "admin-did-tag-edited"),
    ("tag.removed", "admin-did-tag-removed"),
    ("text.added", "admin-did-text-added"),
    ("user.accepted", "admin-did-user-accepted"),
    ("user.added", "admin-did-user-added"),
    ("user.disabled", "admin-did-user-disabled"),
    ("user.enabled", "admin-did-user-enabled"),
    ("user.invited", "admin-did-user-invited"),
    ("user.notices", "admin-did-user-notices"),
    ("user.password", "admin-did-user-password"),
    ("user.profile", "admin-did-user-profile"),
    ("user.reset_asked", "admin-did-user-reset_asked"),
    ("user.told", "admin-did-user-told"),
    ("view.edited", "admin-did-view-edited"),
    ("view.removed", "admin-did-view-removed"),
    ("view.saved", "admin-did-view-saved"),
];

/// The key of the words for an action; none for one that an earlier version wrote, or a later one.
pub fn in_words(action: &str) -> Option<String> {
    let own = DEEDS.iter().find(|(code, _)| *code == action).map(|(_, key)| (*key).to_owned());
    own.or_else(|| {
        let step: Action = action.strip_prefix("proposal.")?.parse().ok()?;
        Some(format!("desk-did-{}", step.code()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    /// The actions that stand in the sources, so that a new one is thought of here.
    #[test]
    fn every_action_of_the_sources_has_words() {
        let mut count = 0;
        for action in actions(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            let key = in_words(&action).unwrap_or_else(|| panic!("no words for {action}"));
            assert!(!Locale::En.t(&key).is_empty());
            count += 1;
        }
        assert!(count >= DEEDS.len(), "only {count} were found: are events written otherwise now?");
    }

    fn actions(folder: &std::path::Path) -> Vec<String> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(actions(&path));
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                // Written at once, or by a function of the verbs' own that takes the name among others.
                let calls = source.split("event(").skip(1).filter_map(|rest| rest.split(';').next());
                let named = calls.filter_map(|call| call.split('"').nth(1));
                let is_action = |name: &&str| {
                    name.contains('.') && name.chars().all(|c| c.is_ascii_lowercase() || "._".contains(c))
                };
                found.extend(named.filter(is_action).map(str::to_owned));
            }
        }
        found
    }
}
