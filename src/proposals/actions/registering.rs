//! Entering a proposal that came on paper or by mail: only what is known, no letters.

use serde_json::json;

use crate::{
    accounts::{Actor, StaffRole},
    act::{Act, By},
    calls,
    entity::organisation,
    error::{Error, FieldErrors, Result},
    guidelines::{Answers, Definition, definition},
    ids::{CallId, OrganisationId, Reference},
    proposals::{
        actions::{
            drafting,
            public_texts::{self, Subject},
        },
        forms::PaperForm,
        listing::Listing,
        paper::{self, HIGHEST_NUMBER},
        rules::Sources,
        store::{
            drafts::{self, Draft, Edit},
            leads, numbers, search,
            states::{New, enter},
            submissions::{self, Handed},
        },
        workflow::{Action, State, start},
    },
    words::Locale,
};

/// A proposal as it is known.
#[derive(Clone, Debug)]
pub struct Registered {
    pub call: CallId,
    /// Its number in the call where that is known; else the next one.
    pub number: Option<i32>,
    pub organisation: OrganisationId,
    /// `submitted`, `approved` or `running`.
    pub state: State,
    pub answers: Answers,
    pub sources: Sources,
    /// Its name in the catalogue, for one that is public; else it is made from the title.
    pub slug: Option<String>,
}

const NUMBER_TAKEN: &str = "proposals-no-number-taken";

/// Registers what the secretariat has typed into its form; what is wrong with it is told by its inputs.
pub async fn register_typed(
    act: &Act,
    actor: &Actor,
    form: &PaperForm,
    posted: &[(String, String)],
    locale: Locale,
) -> Result<Reference> {
    let call = calls::by_slug(act.tx(), &form.call).await?.ok_or(Error::NotFound)?;
    let asked = paper::asked(&*definition(act.tx(), call.guidelines_id).await?);
    let typed = paper::read(&asked, posted);
    let organisation = leads::by_slug(act.tx(), &form.organisation).await?;
    let mut errors = form.errors.clone();
    if organisation.is_none() {
        errors.add("paper-organisation", locale.t("proposals-no-organisation"));
    }
    for found in &typed.findings {
        errors.add(&found.spot.input, found.message(locale));
    }
    let (Some(organisation), Some(state), true) = (organisation, form.state, errors.is_empty()) else {
        return Err(Error::Invalid(errors));
    };
    let known = Registered {
        call: call.id,
        number: form.number,
        organisation: organisation.id,
        state,
        answers: typed.answers,
        sources: Sources { sources: form.sources.clone(), ..Sources::default() },
        slug: None,
    };
    register(act, Some(actor), known).await.map_err(|error| match error {
        Error::Refused(NUMBER_TAKEN) => Error::Invalid(FieldErrors::one("paper-number", locale.t(NUMBER_TAKEN))),
        other => other,
    })
}

/// What the service knows of the organisation, to begin with. In which language the paper is written it does not know.
pub fn prefilled(asked: &Definition, organisation: &organisation::Model) -> Answers {
    let mut answers = drafting::prefilled(asked, organisation, Locale::En);
    answers.remove("content_language");
    answers
}

/// Registers a proposal: by someone of the secretariat, or by the service itself when it loads its seeds. Fields of which
/// nothing is known are *not recorded*. What is known is kept as its first submission, with its hash.
pub async fn register(act: &Act, actor: Option<&Actor>, known: Registered) -> Result<Reference> {
    let may = match act.by {
        By::System(_) => true,
        By::User(id) => actor.is_some_and(|actor| actor.id == id && actor.is(StaffRole::Secretariat)),
        By::Anyone => false,
    };
    if !may {
        return Err(Error::NotFound);
    }
    if known.sources.sources.iter().all(|source| source.trim().is_empty()) {
        return Err(Error::Refused("proposals-no-source"));
    }
    if known.number.is_some_and(|number| !(1..=HIGHEST_NUMBER).contains(&number)) {
        return Err(Error::Refused("proposals-no-number"));
    }
    let step = start(Action::Register, known.state).map_err(|_| Error::Refused("proposals-no-register-state"))?;
    let call = calls::by_id(act.tx(), known.call).await?.ok_or(Error::NotFound)?;
    let (number, reference) = calls::take_number(act, call.id, known.number).await?;
    if numbers::is_taken(act, &reference).await? {
        return Err(Error::Refused(NUMBER_TAKEN));
    }
    let organisation = numbers::organisation(act, known.organisation).await?;
    let definition = definition(act.tx(), call.guidelines_id).await?;
    let mut answers = known.answers;
    if let Some(period) = call.period() {
        definition.fix_period(&mut answers, period);
    }
    // Nothing is invented: what is not known says so.
    definition.rest_not_recorded(&mut answers);
    let listing = Listing::of(&answers, Locale::En);
    let slug = match known.slug {
        _ if !known.state.is_public() => None,
        Some(slug) => Some(slug),
        None => Some(numbers::free_slug(act, &listing.slug(reference.as_str())).await?),
    };
    let new = New {
        reference: reference.clone(),
        call: call.id,
        number,
        organisation: organisation.id,
        listing,
        slug,
        sources: Some(known.sources),
        example: call.example || organisation.example,
    };
    let proposal = enter(act, new, step).await?;
    let all: Vec<_> = answers.iter().map(|(field, answer)| Edit::to(field.clone(), Some(answer.clone()))).collect();
    drafts::write(act, proposal.id, &mut Draft::default(), &all).await?;
    let written =
        submissions::write(act, &proposal, 1, (call.guidelines_id, &definition), &answers, Handed::in_act(act)).await?;
    let data = json!({ "submission": 1, "sha256": written.sha256 });
    act.event("proposal.registered_text", format!("proposal:{}", proposal.id), data).await?;
    search::index(act, &proposal, &organisation.name, &definition, &answers).await?;
    if proposal.state.is_public() {
        let subject = Subject { proposal: &proposal, call: &call, lead: &organisation };
        public_texts::publish(act, subject, &definition, written.number, &answers).await?;
    }
    Ok(reference)
}
