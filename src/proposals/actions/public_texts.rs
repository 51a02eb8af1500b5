//! What is published of an Initiative: copied from what was submitted, then corrected and translated by the secretariat. What
//! was submitted never changes by it.

use serde_json::json;

use crate::{
    accounts::Actor,
    act::Act,
    app::App,
    calls,
    entity::{call, organisation, proposal, public_text},
    error::{Error, Result},
    guidelines::{Answers, Definition, definition},
    ids::Reference,
    proposals::{
        published::{Published, of_all},
        results::{added, with_results},
        store::{
            Case, case_to_change, numbers,
            published::{self, NewText},
            search, submissions,
        },
    },
    words::Locale,
};

/// Whose text it is: what lists and the search need to know of it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub proposal: &'a proposal::Model,
    pub call: &'a call::Model,
    pub lead: &'a organisation::Model,
}

impl<'a> Subject<'a> {
    /// The one of a case, as it stands now.
    pub fn of(case: &'a Case, proposal: &'a proposal::Model) -> Self {
        Self { proposal, call: &case.call, lead: &case.organisation }
    }
}

/// Publishes what was submitted, unless that is what was published before: then what was corrected and translated stays.
pub async fn publish(
    act: &Act,
    subject: Subject<'_>,
    definition: &Definition,
    submission: i32,
    answers: &Answers,
) -> Result<()> {
    let proposal = subject.proposal;
    let versions = published::current(act.tx(), proposal.id).await?;
    let before = versions.iter().find(|version| version.origin);
    if before.is_none_or(|before| before.of_number != submission) {
        let answers = of_all(definition, answers);
        let language = proposal.language;
        let seen = versions.iter().find(|version| version.locale == language).map_or(0, |version| version.number);
        let new = NewText { locale: language, origin: true, answers: &answers, of_number: submission, note: "" };
        published::write(act, proposal.id, seen, new).await?;
        forget_translations(act, proposal, &versions).await?;
    }
    make_known(act, subject, definition).await
}

/// What was written or translated in other languages is of another text: it stays among the versions, and is shown no more.
async fn forget_translations(act: &Act, proposal: &proposal::Model, versions: &[public_text::Model]) -> Result<()> {
    let nothing = Answers::default();
    let is_of_another = |version: &&public_text::Model| {
        version.locale != proposal.language && (version.origin || version.of_number != 0)
    };
    for version in versions.iter().filter(is_of_another) {
        let new = NewText { locale: version.locale, origin: false, answers: &nothing, of_number: 0, note: "" };
        published::write(act, proposal.id, version.number, new).await?;
    }
    Ok(())
}

/// Makes lists, maps, feeds and the search know what is published now.
async fn make_known(act: &Act, subject: Subject<'_>, definition: &Definition) -> Result<()> {
    let versions = published::current(act.tx(), subject.proposal.id).await?;
    let text = published::read(definition, &versions);
    published::enter(act, subject.proposal, subject.call.year, &text).await?;
    search::publish(act, subject.proposal, &subject.lead.name, definition, &text).await
}

/// Publishes what came of an Initiative, with the rest of its text. What was translated of that stays.
pub async fn publish_results(act: &Act, subject: Subject<'_>, outcome: &str, report: &str) -> Result<()> {
    let proposal = subject.proposal;
    let definition = with_results(&definition(act.tx(), subject.call.guidelines_id).await?, proposal.state);
    let versions = published::current(act.tx(), proposal.id).await?;
    let before = versions.iter().find(|version| version.origin);
    let before = before.ok_or_else(|| Error::internal("public without a text"))?;
    let answers = added(published::read(&definition, &versions).original, outcome, report);
    let (locale, of_number) = (before.locale, before.of_number);
    let note = locale.t("public-text-results");
    let new = NewText { locale, origin: true, answers: &answers, of_number, note: &note };
    published::write(act, proposal.id, before.number, new).await?;
    make_known(act, subject, &definition).await
}

/// Publishes a text of its own for each Initiative that was public before there were such texts, each in an act of its own: so it
/// holds up nobody for long, and several processes that start at once do it once. Once all have one, it does nothing.
pub async fn catch_up(app: &App) -> Result<()> {
    let mut after = None;
    loop {
        let act = app.begin_as("public texts").await?;
        let Some(proposal) = published::unknown(&act, after).await? else { return Ok(()) };
        after = Some(proposal.id);
        let Some(last) = submissions::last(act.tx(), proposal.id).await? else { continue };
        let call = calls::by_id(act.tx(), proposal.call_id).await?.ok_or(Error::NotFound)?;
        let lead = numbers::organisation(&act, proposal.organisation_id).await?;
        let definition = definition(act.tx(), call.guidelines_id).await?;
        let answers = submissions::answers(&definition, &last);
        let subject = Subject { proposal: &proposal, call: &call, lead: &lead };
        publish(&act, subject, &definition, last.number, &answers).await?;
        act.commit().await?;
    }
}

/// A text as somebody typed it.
#[derive(Clone, Debug)]
pub struct Typed {
    pub locale: Locale,
    /// The version of this language that the person saw; 0 where there was none.
    pub seen: i32,
    /// The version of the original that stood beside a translation; none for the last one.
    pub original: Option<i32>,
    pub answers: Answers,
    pub note: String,
}

/// Whoever of the secretariat may change what is published: it is public, and they have no interest in it.
pub fn may_change(case: &Case) -> Result<()> {
    if case.standing.roles.secretariat && case.proposal.state.is_public() { Ok(()) } else { Err(Error::NotFound) }
}

/// Writes the next version of a text; whether anything was different. A correction says why.
pub async fn change(act: &Act, actor: &Actor, reference: &Reference, typed: &Typed) -> Result<bool> {
    let case = case_to_change(act, actor, reference).await?;
    may_change(&case)?;
    let definition = with_results(&definition(act.tx(), case.call.guidelines_id).await?, case.proposal.state);
    let versions = published::current(act.tx(), case.proposal.id).await?;
    let original = versions.iter().find(|version| version.origin).ok_or(Error::NotFound)?;
    let is_origin = original.locale == typed.locale;
    let before = versions.iter().find(|version| version.locale == typed.locale);
    if before.map_or(0, |before| before.number) != typed.seen {
        return Err(Error::Conflict);
    }
    let answers = of_all(&definition, &typed.answers);
    let text = published::read(&definition, &versions);
    if is_origin && typed.note.trim().is_empty() {
        return Err(Error::Refused("proposals-no-reason"));
    }
    // What was corrected while somebody translated is not translated yet.
    let translated = typed.original.unwrap_or(original.number).clamp(1, original.number);
    if same(&text, typed.locale, &answers) && before.is_none_or(|b| is_origin || b.of_number >= translated) {
        return Ok(false);
    }
    let of_number = if is_origin { original.of_number } else { translated };
    let note = typed.note.trim();
    let new = NewText { locale: typed.locale, origin: is_origin, answers: &answers, of_number, note };
    published::write(act, case.proposal.id, typed.seen, new).await?;
    let data = json!({ "language": typed.locale, "number": typed.seen + 1 });
    act.event("public_text.change", format!("proposal:{}", case.proposal.id), data).await?;
    make_known(act, Subject::of(&case, &case.proposal), &definition).await?;
    Ok(true)
}

/// Has the home page feature an Initiative, or no more. What is so already stays as it is.
pub async fn feature(act: &Act, actor: &Actor, reference: &Reference, featured: bool) -> Result<()> {
    let case = case_to_change(act, actor, reference).await?;
    may_change(&case)?;
    if !published::feature(act, &case.proposal, featured).await? {
        return Ok(());
    }
    let subject = format!("proposal:{}", case.proposal.id);
    if featured {
        act.event("initiative.featured", subject, ()).await?;
    } else {
        act.event("initiative.unfeatured", subject, ()).await?;
    }
    Ok(())
}

fn same(text: &Published, locale: Locale, answers: &Answers) -> bool {
    if text.language == locale { text.original == *answers } else { text.translations.get(&locale) == Some(answers) }
}
