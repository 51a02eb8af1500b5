//! What partners do, and who is told what.

pub mod announcing;
pub mod contacting;
pub mod importing;
pub mod subscribing;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    rules::Choice,
    store::{self, Named},
};
use crate::{
    act::Act,
    app::App,
    entity::{partner, proposal},
    error::{Error, Result},
    guidelines::{self, Answers},
    ids::PartnerId,
    mail::Email,
    proposals, sealed,
};

const PURPOSE: &str = "partner";

#[derive(Serialize, Deserialize)]
struct Proof {
    partner: PartnerId,
}

/// The proof that whoever has it is this partner: it stands in the links of the letters.
pub fn proof(app: &App, partner: PartnerId) -> Result<String> {
    sealed::seal(app, PURPOSE, &Proof { partner })
}

/// The partner whom a link proves, with the proposal.
pub async fn proven(app: &App, token: &str) -> Result<Named> {
    let proof: Proof = sealed::open(app, PURPOSE, token).ok_or(Error::NotFound)?;
    store::named(app.db.read(), proof.partner).await?.ok_or(Error::NotFound)
}

/// Notes what a partner has chosen: to hear of the proposal is to follow it.
pub async fn choose(act: &Act, partner: PartnerId, choice: Choice) -> Result<partner::Model> {
    let row = store::answer(act, partner, choice).await?;
    if row.wants_letters() {
        subscribing::follow_as_partner(act, &row).await?;
    } else {
        subscribing::forget_as_partner(act, &row).await?;
    }
    let data = serde_json::json!({ "partner": partner, "choice": choice });
    act.event("partner.answered", format!("proposal:{}", row.proposal_id), data).await?;
    Ok(row)
}

/// The partners of a submission who are asked: those with an address whom nobody asked before.
pub async fn to_ask(act: &Act, proposal: &proposal::Model, after: &str, limit: u64) -> Result<Vec<partner::Model>> {
    let Some(submission) = proposals::submissions::last(act.tx(), proposal.id).await? else { return Ok(Vec::new()) };
    let definition = guidelines::definition(act.tx(), submission.guidelines_id).await?;
    let answers = proposals::submissions::answers(&definition, &submission);
    store::enter(act, proposal, with_addresses(&answers)).await?;
    store::silent(act.tx(), proposal.id, after, limit).await
}

/// The named partners with an address, each address once, under the first name it was given.
fn with_addresses(answers: &Answers) -> Vec<(String, Email)> {
    let mut found = BTreeMap::new();
    for row in answers.rows("partners") {
        if let (Some(name), Some(Ok(email))) = (row.text("name"), row.text("email").map(str::parse::<Email>)) {
            found.entry(email).or_insert_with(|| name.to_owned());
        }
    }
    found.into_iter().map(|(email, name)| (name, email)).collect()
}
