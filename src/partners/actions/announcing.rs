//! Who hears of what happened by email alone: the announcements, opened by the mail's worker in batches.

use std::collections::BTreeSet;

use futures::{FutureExt, future::BoxFuture};
use serde::Deserialize;

use super::{proof, subscribing, to_ask};
use crate::{
    act::Act,
    calls,
    clock::Moment,
    entity::{announcement, call, organisation, proposal},
    error::{Error, Result},
    mail::{Announced, Letter, LetterClass},
    partners::{
        letters::{
            ask as ask_letter,
            subscriptions::{News, reasons, told},
        },
        store::{self, followers, offers},
        topics::Topic,
    },
    words::{Locale, Trilingual},
};

/// The announcements whose letters go to people without an account.
pub const ANNOUNCED: [Announced; 9] = [
    // It enters the partners whom it asks.
    Announced { can_be_foreseen: false, ..announced("partners.ask", ask) },
    announced("proposal.approved", tell_approved),
    announced("proposal.running", tell_running),
    announced("proposal.completed", tell_completed),
    announced("proposal.discontinued", tell_discontinued),
    announced("initiative.news", tell_news),
    announced("call.opened", tell_call_opened),
    announced("call.deadline_moved", tell_call_extended),
    announced("publication.added", tell_publication),
];

const fn announced(kind: &'static str, letters: crate::mail::announcements::Letters) -> Announced {
    Announced { kind, class: LetterClass::Announcement, can_be_foreseen: true, letters }
}

type Letters<'a> = BoxFuture<'a, Result<Vec<Letter>>>;

fn ask<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let Some((proposal, lead)) = about(act, row).await? else { return Ok(Vec::new()) };
        let partners = to_ask(act, &proposal, after, limit).await?;
        let asked = partners.into_iter().map(|partner| {
            let proof = proof(&act.app, partner.id)?;
            Ok(ask_letter(&act.app.config, &proposal, &lead, partner, &proof))
        });
        asked.collect()
    }
    .boxed()
}

fn tell_approved<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell_of_initiative(act, row, (after, limit), "partners-approved").boxed()
}

fn tell_running<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell_of_initiative(act, row, (after, limit), "partners-running").boxed()
}

fn tell_completed<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell_of_initiative(act, row, (after, limit), "partners-completed").boxed()
}

fn tell_discontinued<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    tell_of_initiative(act, row, (after, limit), "partners-discontinued").boxed()
}

async fn tell_of_initiative(
    act: &Act,
    row: &announcement::Model,
    part: (&str, u64),
    kind: &'static str,
) -> Result<Vec<Letter>> {
    tell_saying(act, row, part, kind, |_| Vec::new()).await
}

/// A piece of news, as an announcement of it says.
#[derive(Deserialize)]
struct Piece {
    kind: String,
    #[serde(default)]
    language: Locale,
    title: Words,
    text: Words,
}

/// Words in each language, or, in announcements of before, as they were written.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    Each(Trilingual),
    AsWritten(String),
}

impl Words {
    fn read_by(&self, reader: Locale, written: Locale) -> String {
        match self {
            Self::Each(words) => words.get(words.read_in(reader, written)).to_owned(),
            Self::AsWritten(words) => words.clone(),
        }
    }
}

fn tell_news<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let piece: Piece = serde_json::from_value(row.data.clone()).map_err(Error::internal)?;
        let Piece { kind, language, title, text } = piece;
        let said = |reader| {
            let headline = title.read_by(reader, language);
            vec![("kind", kind.clone()), ("headline", headline), ("text", text.read_by(reader, language))]
        };
        tell_saying(act, row, (after, limit), "partners-news", said).await
    }
    .boxed()
}

/// Tells of an Initiative, with these values beside those that all such letters have.
async fn tell_saying(
    act: &Act,
    row: &announcement::Model,
    part: (&str, u64),
    kind: &'static str,
    said: impl Fn(Locale) -> Vec<(&'static str, String)>,
) -> Result<Vec<Letter>> {
    let Some(id) = row.proposal_id else { return Ok(Vec::new()) };
    let Some(told) = offers::told_of(act.tx(), id).await? else { return Ok(Vec::new()) };
    let proposal = &told.proposal;
    // What is public no more when its turn comes is told to nobody.
    let Some(slug) = proposal.slug.as_deref().filter(|_| proposal.state.is_public()) else { return Ok(Vec::new()) };
    let news = |reader: Locale| News {
        kind,
        proposal: Some(id),
        event: row.id.to_string(),
        args: [("lead", told.lead.name.clone()), ("title", told.title(reader).to_owned())]
            .into_iter()
            .chain(said(reader))
            .collect(),
        page: (format!("/initiatives/{slug}"), "mail-partners-read-button"),
    };
    let named = |topic: &Topic, reader| told.name(topic, reader).filter(|_| topic.initiative().is_none());
    tell(act, &told.topics(), part, &named, news).await
}

/// The proposal that an announcement is about; none if it is gone.
async fn about(act: &Act, row: &announcement::Model) -> Result<Option<(proposal::Model, organisation::Model)>> {
    match row.proposal_id {
        Some(id) => store::with_lead(act.tx(), id).await,
        None => Ok(None),
    }
}

fn tell_call_opened<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let call = call_of(act, row).await?;
        tell_of_call(act, row, (after, limit), "partners-call-opened", &call).await
    }
    .boxed()
}

fn tell_call_extended<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let call = call_of(act, row).await?;
        tell_of_call(act, row, (after, limit), "partners-call-extended", &call).await
    }
    .boxed()
}

async fn call_of(act: &Act, row: &announcement::Model) -> Result<call::Model> {
    let gone = || Error::internal("an announcement about no call");
    calls::by_id(act.tx(), row.call_id.ok_or_else(gone)?).await?.ok_or_else(gone)
}

/// The deadline that an announcement tells; the call's own may have moved again since.
#[derive(Deserialize)]
struct Deadline {
    closes_at: Moment,
}

async fn tell_of_call(
    act: &Act,
    row: &announcement::Model,
    part: (&str, u64),
    kind: &'static str,
    call: &call::Model,
) -> Result<Vec<Letter>> {
    let Deadline { closes_at } = serde_json::from_value(row.data.clone()).map_err(Error::internal)?;
    let news = |locale: Locale| News {
        kind,
        proposal: None,
        event: row.id.to_string(),
        args: vec![
            ("call", call.title.get(locale).to_owned()),
            ("summary", call.summary.get(locale).to_owned()),
            ("closes", locale.instant(closes_at, call.zone())),
        ],
        page: (format!("/calls/{}", call.slug), "mail-partners-call-button"),
    };
    tell(act, &[Topic::Everything, Topic::Calls], part, &|_, _| None, news).await
}

/// A publication, as an announcement of it says.
#[derive(Deserialize)]
struct Publication {
    title: Trilingual,
    summary: Trilingual,
    /// Empty in announcements of before.
    #[serde(default)]
    slug: String,
}

fn tell_publication<'a>(act: &'a Act, row: &'a announcement::Model, after: &'a str, limit: u64) -> Letters<'a> {
    async move {
        let mut told: Publication = serde_json::from_value(row.data.clone()).map_err(Error::internal)?;
        let mut of = Vec::new();
        if !told.slug.is_empty() {
            // What is hidden when its turn comes is told to nobody, and what was corrected as it is now.
            let Some((now, ids)) = offers::publication(act.tx(), &told.slug).await? else { return Ok(Vec::new()) };
            (told.title, told.summary) = (now.title, now.summary);
            for id in ids {
                let public = offers::told_of(act.tx(), id).await?.filter(|one| one.proposal.state.is_public());
                of.extend(public);
            }
        }
        let topics: BTreeSet<Topic> = of.iter().flat_map(offers::Told::topics).chain([Topic::Everything]).collect();
        let topics: Vec<Topic> = topics.into_iter().collect();
        let Publication { title, summary, slug } = told;
        let page = if slug.is_empty() { "/publications".to_owned() } else { format!("/publications/{slug}") };
        let named = |topic: &Topic, reader| of.iter().find_map(|one| one.name(topic, reader));
        let news = |locale: Locale| News {
            kind: "partners-publication",
            proposal: None,
            event: row.id.to_string(),
            args: vec![("title", title.get(locale).to_owned()), ("summary", summary.get(locale).to_owned())],
            page: (page.clone(), "mail-partners-publication-button"),
        };
        tell(act, &topics, (after, limit), &named, news).await
    }
    .boxed()
}

/// What a city or an Initiative is called that somebody asked to hear of.
type Names<'a> = &'a (dyn Fn(&Topic, Locale) -> Option<String> + Sync);

/// The letters to the next ones who want to hear of one of these topics.
async fn tell(
    act: &Act,
    topics: &[Topic],
    (after, limit): (&str, u64),
    named: Names<'_>,
    news: impl Fn(Locale) -> News,
) -> Result<Vec<Letter>> {
    let followers = followers::wanting(act, topics, after, limit).await?;
    let letters = followers.into_iter().map(|follower| {
        let to = follower.subscriber;
        let proof = subscribing::proof(&act.app, to.id)?;
        let because = reasons(&follower.because, to.locale, |topic| named(topic, to.locale));
        Ok(told(&act.app.config, news(to.locale), &to, because, &proof, act.at))
    });
    letters.collect()
}
