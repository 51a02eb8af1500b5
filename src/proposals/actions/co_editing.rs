//! Writing with another city: its people are invited to one proposal, accept, and leave or are removed.

use serde_json::json;

use crate::{
    accounts::{
        Actor,
        actions::{LASTS, NewPerson, count_invitation, ensure_person, way_in},
    },
    act::Act,
    entity::user,
    error::{Error, Result},
    ids::{ProposalId, Reference, UserId},
    proposals::{
        actions::telling::{Circle, tell_of, tell_one},
        letters::News,
        policy::Deed,
        store::{
            Case, case_to_change,
            co_editors::{self, Invited},
            people,
        },
    },
};

/// So many co-editors and open invitations one proposal can have.
const MOST: usize = 20;

/// Invites someone of another organisation to write in this one proposal. Who was invited before and has not answered gets
/// the letter once more.
pub async fn invite(act: &Act, actor: &Actor, reference: &Reference, person: &NewPerson) -> Result<UserId> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::InviteCoEditors)?;
    count_invitation(act, actor, &person.email).await?;
    let id = ensure_person(act, person, None).await?;
    let person = people::by_id(act.tx(), id).await?.ok_or(Error::NotFound)?;
    if person.disabled_at.is_some() {
        return Err(Error::Refused("proposals-no-co-disabled"));
    }
    let already = co_editors::already(act, id, &case.proposal).await?;
    if already.member {
        return Err(Error::Refused("proposals-no-co-member"));
    }
    if already.judges {
        return Err(Error::Refused("proposals-no-co-staff"));
    }
    let until = act.at + LASTS;
    match co_editors::of(act, case.proposal.id, id).await? {
        Some(row) if row.accepted_at.is_some() => return Err(Error::Refused("proposals-no-co-already")),
        Some(row) => co_editors::renew(act, row.id, until).await?,
        None if co_editors::all(act.tx(), case.proposal.id).await?.len() >= MOST => {
            return Err(Error::Refused("proposals-no-co-more"));
        }
        None => co_editors::add(act, case.proposal.id, id, until).await?,
    }
    write_to(act, actor, &case, person).await?;
    Ok(id)
}

/// The letter of an invitation. Whoever has no account yet gets one by its link, and finds the invitation there.
async fn write_to(act: &Act, actor: &Actor, case: &Case, person: user::Model) -> Result<()> {
    let event = event(act, case.proposal.id, "proposal.co_editor_invited", person.id).await?;
    let way_in = way_in(act, person.id).await?;
    let is_new = way_in.is_some();
    let page = act.app.config.link(&format!("/proposals/{}/invitation", case.proposal.reference));
    let news = News::CoInvited { by: actor.name.clone(), until: act.at + LASTS, is_new };
    tell_one(act, case, event, person, &news, Some((way_in.unwrap_or(page), is_new))).await
}

/// Accepts one's own invitation.
pub async fn accept(act: &Act, actor: &Actor, reference: &Reference) -> Result<()> {
    let invited = open_invitation(act, actor, reference).await?;
    // Who was appointed since the invitation does not write what the house judges.
    if co_editors::already(act, actor.id, &invited.proposal).await?.judges {
        return Err(Error::Refused("proposals-no-co-staff"));
    }
    if !co_editors::accept(act, invited.row.id).await? {
        return Err(Error::NotFound);
    }
    event(act, invited.proposal.id, "proposal.co_editor_accepted", actor.id).await.map(|_| ())
}

/// Declines one's own invitation.
pub async fn decline(act: &Act, actor: &Actor, reference: &Reference) -> Result<()> {
    let invited = open_invitation(act, actor, reference).await?;
    if !co_editors::end(act, invited.row.id).await? {
        return Err(Error::NotFound);
    }
    event(act, invited.proposal.id, "proposal.co_editor_declined", actor.id).await.map(|_| ())
}

async fn open_invitation(act: &Act, actor: &Actor, reference: &Reference) -> Result<Invited> {
    co_editors::invitation(act.tx(), reference, actor.id, act.at).await?.ok_or(Error::NotFound)
}

/// Takes an invitation back, or ends a co-editor's standing: from now on the proposal does not exist for them.
pub async fn remove(act: &Act, actor: &Actor, reference: &Reference, user: UserId) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::RemoveCoEditors)?;
    let row = co_editors::of(act, case.proposal.id, user).await?.ok_or(Error::NotFound)?;
    if !co_editors::end(act, row.id).await? {
        return Err(Error::NotFound);
    }
    let event = event(act, case.proposal.id, "proposal.co_editor_removed", user).await?;
    match people::by_id(act.tx(), user).await?.filter(|person| person.disabled_at.is_none()) {
        Some(person) if row.accepted_at.is_some() => tell_one(act, &case, event, person, &News::CoRemoved, None).await,
        _ => Ok(()),
    }
}

/// Gives up one's own part. The owners are told.
pub async fn leave(act: &Act, actor: &Actor, reference: &Reference) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::LeaveCoEditing)?;
    let row = co_editors::of(act, case.proposal.id, actor.id).await?.ok_or(Error::NotFound)?;
    if !co_editors::end(act, row.id).await? {
        return Err(Error::NotFound);
    }
    let event = event(act, case.proposal.id, "proposal.co_editor_left", actor.id).await?;
    tell_of(act, &case, event, Circle::Owners, &News::CoLeft { name: actor.name.clone() }).await
}

async fn event(act: &Act, proposal: ProposalId, what: &str, user: UserId) -> Result<String> {
    Ok(act.event(what, format!("proposal:{proposal}"), json!({ "user": user })).await?.to_string())
}
