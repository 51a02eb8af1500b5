//! Starting a proposal, deleting a draft.

use crate::{
    accounts::Actor,
    act::Act,
    calls,
    entity::{organisation, organisation_contacts},
    error::{Error, Result},
    guidelines::{Answer, Answers, Definition, FieldKey, MicroDegrees, Point, Value, definition},
    ids::{CallId, OrganisationId, Reference},
    places::Country,
    proposals::{
        listing::Listing,
        policy::{Verdict, may_create},
        store::{
            case_to_change,
            drafts::{self, Draft, Edit},
            numbers,
            states::{Change, New, enter, record},
        },
        workflow::{Action, State, start},
    },
    words::Locale,
};

/// The fields in which a proposal begins with what its organisation says of itself.
pub const OF_ORGANISATION: [&str; 7] =
    ["applicant_type", "lead_city", "lead_country", "lead_organisation", "location", "endorser", "manager"];

/// Starts a proposal of an organisation that the actor belongs to. What is known of the organisation is filled in already.
pub async fn create(act: &Act, actor: &Actor, call: CallId, organisation: OrganisationId) -> Result<Reference> {
    let standing = actor.memberships.iter().find(|m| m.organisation == organisation).ok_or(Error::NotFound)?;
    let call = calls::by_id(act.tx(), call).await?.ok_or(Error::NotFound)?;
    let admitted = calls::rules::admits(call.admits_members, call.admits_partners, standing.kind);
    let own = calls::extensions::own(act.tx(), [organisation]).await?;
    match may_create(&call.window().until(own.of(call.id, organisation)), admitted, act.at) {
        Verdict::Yes => {}
        Verdict::No(reason) => return Err(Error::Refused(reason)),
        Verdict::Hidden => return Err(Error::NotFound),
    }
    let (number, reference) = calls::take_number(act, call.id, None).await?;
    let definition = definition(act.tx(), call.guidelines_id).await?;
    let organisation = numbers::organisation(act, organisation).await?;
    let mut answers = prefilled(&definition, &organisation, actor.locale);
    if let Some(named) = numbers::contacts(act, organisation.id).await? {
        answers.extend(people(&definition, &named));
    }
    if let Some(period) = call.period() {
        definition.fix_period(&mut answers, period);
    }
    let new = New {
        reference: reference.clone(),
        call: call.id,
        number,
        organisation: organisation.id,
        listing: Listing::of(&answers, actor.locale),
        slug: None,
        sources: None,
        example: call.example || organisation.example,
    };
    let step = start(Action::Create, State::Draft).map_err(Error::internal)?;
    let proposal = enter(act, new, step).await?;
    let all: Vec<_> = answers.into_iter().map(|(field, answer)| Edit::to(field, Some(answer))).collect();
    drafts::write(act, proposal.id, &mut Draft::default(), &all).await?;
    Ok(reference)
}

/// What the service knows of the applicant, in those of the definition's fields that ask for it.
pub(super) fn prefilled(definition: &Definition, organisation: &organisation::Model, locale: Locale) -> Answers {
    let point = || {
        let degrees = |millionths: Option<i64>| i32::try_from(millionths?).ok().map(MicroDegrees::from_millionths);
        Point::new(degrees(organisation.latitude)?, degrees(organisation.longitude)?).map(Answer::Point)
    };
    let country = || Country::from_code(&organisation.country).map(|c| Answer::Value(Value::Country(c)));
    let known = [
        ("applicant_type", Answer::choice(organisation.kind.code()).ok()),
        ("lead_city", Answer::text(&organisation.city)),
        ("lead_country", country()),
        ("lead_organisation", Answer::text(&organisation.name)),
        ("location", point()),
        ("content_language", Some(Answer::Value(Value::Language(locale)))),
    ];
    let asked = known.into_iter().filter_map(|(key, answer)| Some((definition.field(key)?.key.clone(), answer?)));
    asked.collect()
}

/// Whom the organisation names, in those of the definition's fields that ask for them.
fn people(definition: &Definition, named: &organisation_contacts::Model) -> Vec<(FieldKey, Answer)> {
    let known = [("endorser", &named.endorser), ("manager", &named.manager)];
    let said = known.into_iter().filter(|(_, person)| person.as_object().is_some_and(|parts| !parts.is_empty()));
    let asked = said.filter_map(|(key, person)| {
        let field = definition.field(key)?;
        Some((field.key.clone(), field.kind.answer_from_json(person)?))
    });
    asked.collect()
}

/// Deletes a draft that was never submitted, with all that was written in it.
pub async fn discard(act: &Act, actor: &Actor, reference: &Reference, seen: i32) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    case.unchanged_since(seen)?;
    let step = case.step(Action::Discard)?;
    record(act, &case.proposal, step, Change::default()).await.map(|_| ())
}
