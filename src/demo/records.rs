//! The files of `seeds/demo/` as they are written: seeds/README.md, as types.

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::times::{RelativeDay, RelativeMoment};
use crate::{
    accounts::{OrganisationKind, Role, StaffRole},
    catalogue::news::NewsKind,
    clock::Zone,
    guidelines::{FieldKey, Period, Scores},
    mail::Email,
    partners::contact::About,
    proposals::{rules::Audience, workflow::State},
    reviews::rules::Recommendation,
    words::{Locale, Trilingual},
};

/// `calls/*.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    pub slug: String,
    pub guidelines: String,
    /// The action plan period, which all its proposals carry.
    pub period: Period,
    pub time_zone: Zone,
    pub opens: RelativeMoment,
    pub closes: RelativeMoment,
    pub admits: Vec<OrganisationKind>,
    pub themes: Vec<String>,
    pub example: bool,
    pub title: Trilingual,
    pub summary: Trilingual,
    pub body: Trilingual,
    pub note: Option<Trilingual>,
    /// To questions that were asked, in the order of the page.
    #[serde(default)]
    pub answers: Vec<Asked>,
}

/// A question about a call, with its answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub question: Trilingual,
    pub answer: Trilingual,
}

/// `people.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    pub people: Vec<Person>,
}

/// Someone of an organisation, or of the staff.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub email: Email,
    pub name: String,
    pub language: Locale,
    pub time_zone: Zone,
    /// The key of an organisation, with the role in it.
    pub organisation: Option<String>,
    pub role: Option<Role>,
    pub staff: Option<StaffRole>,
    /// Whether the sign-in is printed.
    pub listed: bool,
}

/// `proposals/NN-slug.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    pub number: i32,
    pub slug: String,
    /// The slug of a call in `demo/calls/`.
    pub call: String,
    pub organisation: String,
    /// Where the history ends.
    pub state: State,
    pub answers: Map<String, Json>,
    pub history: Vec<Step>,
    #[serde(default)]
    pub reviews: Vec<Review>,
    #[serde(default)]
    pub comments: Vec<Comment>,
}

/// Something that was done.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "toml::Table")]
pub struct Step {
    pub at: RelativeMoment,
    pub by: Email,
    pub deed: Deed,
}

/// What was done, with its details.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub enum Deed {
    Create,
    Submit,
    Eligibility {
        outcome: Eligibility,
        reason: String,
    },
    StartReview,
    /// Someone of another organisation is invited to write in it, and accepts.
    Share {
        with: Email,
    },
    /// A private note of those who write it.
    Note {
        /// The key of a section; empty for the whole.
        section: String,
        text: String,
    },
    Return {
        /// What goes before the requests.
        #[serde(default)]
        message: String,
        requests: Vec<Request>,
        due: RelativeMoment,
    },
    Resubmit {
        /// Those answers that were different in the submission before.
        #[serde(default)]
        before: Map<String, Json>,
        /// The answers to the requests, in their order.
        replies: Vec<String>,
    },
    /// The Board's decision, published when this was done.
    Approve {
        body: String,
        session: String,
        date: RelativeDay,
        minute_reference: String,
        message: String,
    },
    NotSelect {
        body: String,
        session: String,
        date: RelativeDay,
        minute_reference: String,
        message: String,
        reason: String,
    },
    StartRunning {
        start_date: RelativeDay,
    },
    Complete {
        outcome: String,
        final_report: String,
    },
    EndEarly {
        reason: String,
        date: RelativeDay,
    },
    Withdraw {
        reason: String,
    },
    /// The home page features it.
    Feature,
}

/// Something that is to be changed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The key of the question that it is about, if there is one.
    pub field: Option<FieldKey>,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Eligibility {
    Pass,
    Fail,
}

/// A reviewer's part in a proposal.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub reviewer: Email,
    pub assigned_at: RelativeMoment,
    pub state: ReviewState,
    /// Of its submission.
    pub at: Option<RelativeMoment>,
    #[serde(default)]
    pub scores: Scores,
    pub comment_committee: Option<String>,
    pub recommendation: Option<Recommendation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewState {
    Assigned,
    Draft,
    Submitted,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    pub at: RelativeMoment,
    pub by: Email,
    pub audience: Audience,
    pub text: String,
}

/// `public.toml`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Public {
    /// On the clocks of which all its times are.
    pub time_zone: Zone,
    pub translations: Vec<Translation>,
    pub news: Vec<News>,
    pub publications: Vec<Publication>,
    pub messages: Vec<Message>,
}

impl Public {
    /// The slugs of the examples that it is about.
    pub fn about(&self) -> impl Iterator<Item = &String> {
        let translations = self.translations.iter().map(|translation| &translation.initiative);
        let news = self.news.iter().map(|news| &news.initiative);
        let publications = self.publications.iter().flat_map(|publication| &publication.initiatives);
        translations.chain(news).chain(publications).chain(self.messages.iter().map(|message| &message.initiative))
    }
}

/// A published text in another language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    pub at: RelativeMoment,
    pub initiative: String,
    pub language: Locale,
    pub answers: Map<String, Json>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct News {
    pub at: RelativeMoment,
    pub initiative: String,
    pub kind: NewsKind,
    pub language: Locale,
    pub title: Trilingual,
    pub text: Trilingual,
    pub link: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    pub at: RelativeMoment,
    pub title: Trilingual,
    pub summary: Trilingual,
    pub theme: Option<String>,
    pub initiatives: Vec<String>,
    /// An image among the seeds.
    pub cover: String,
    pub booklet: Booklet,
}

/// What becomes the PDF of a publication when it is loaded.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Booklet {
    pub language: Locale,
    /// What the file is called.
    pub name: String,
    pub author: String,
    pub kicker: String,
    pub title: String,
    pub notice: String,
    pub introduction: String,
    pub chapters: Vec<Chapter>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chapter {
    pub title: String,
    pub articles: Vec<Article>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    pub title: String,
    pub text: String,
}

/// What a visitor wrote to the secretariat, and confirmed by the mail.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    pub at: RelativeMoment,
    pub confirmed: RelativeMoment,
    pub name: String,
    pub email: Email,
    pub language: Locale,
    pub about: About,
    pub initiative: String,
    pub text: String,
}

impl TryFrom<toml::Table> for Step {
    type Error = String;

    /// Takes out when and by whom; the rest is the deed, of which every key must be known.
    fn try_from(mut table: toml::Table) -> Result<Self, String> {
        fn taken<T: serde::de::DeserializeOwned>(table: &mut toml::Table, key: &str) -> Result<T, String> {
            let value = table.remove(key).ok_or_else(|| format!("history: `{key}` is missing"))?;
            value.try_into().map_err(|error: toml::de::Error| format!("history: {key}: {}", error.message()))
        }
        let (at, by) = (taken(&mut table, "at")?, taken(&mut table, "by")?);
        let deed = toml::Value::Table(table).try_into();
        Ok(Self { at, by, deed: deed.map_err(|error: toml::de::Error| format!("history: {}", error.message()))? })
    }
}
