//! Conversations, as they are drawn: on a page of their own for the house, and on the page of a proposal for its applicant.

use askama::Template;

use super::{For, Top};
use crate::{
    entity::attachment,
    ids::{MessageId, ThreadId, UserId},
    proposals::{
        discussion::{can_be_edited, first_line, hidden, is_house, open_to, resolves},
        policy::{Standing, may},
        rules::Audience,
        store::{
            hearers::Hearer,
            threads::{Found, Said},
        },
    },
    web::{Filled, Frame},
};

/// How much of its first message a conversation without a subject is called by, in characters.
const BEGINNING: usize = 60;

/// Which form came back with what was typed into it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub of: FormOf,
    pub filled: Filled,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FormOf {
    #[default]
    Nothing,
    New,
    Thread(ThreadId),
    Message(MessageId),
}

/// All that a page shows of the conversations about a proposal.
pub struct Conversations {
    /// Below the address of the proposal.
    pub base: String,
    pub threads: Vec<ThreadShown>,
    pub new: Option<WriteForm>,
    /// Why others' words are not there, if they are not.
    pub hidden: Option<String>,
    /// How many messages are unread.
    pub unread: usize,
    /// Whether it is drawn for the applicant.
    pub of_applicant: bool,
}

/// A conversation.
pub struct ThreadShown {
    pub id: ThreadId,
    /// The code of its audience, and the icon that stands for it.
    pub audience: &'static str,
    pub icon: &'static str,
    pub subject: String,
    pub unread: usize,
    /// Since when it is done with.
    pub resolved: Option<String>,
    pub messages: Vec<MessageShown>,
    pub form: Option<WriteForm>,
    pub may_resolve: bool,
    /// Whether its reader is told of what is said in it; none for those who are always told.
    pub follows: Option<bool>,
    /// Whether others have said something that could be marked as unread.
    pub has_others: bool,
}

pub struct MessageShown {
    pub id: MessageId,
    pub who: String,
    /// For whom its author wrote it, where that matters.
    pub side: Option<String>,
    pub iso: String,
    pub when: String,
    pub body: String,
    pub is_new: bool,
    /// What stood there before, the last first.
    pub versions: Vec<VersionShown>,
    pub edited: bool,
    pub files: Vec<FileShown>,
    /// Until when it can be taken back.
    pub held: Option<Held>,
    /// Written by its reader, and open to be written anew.
    pub edit: Option<EditForm>,
    /// Why one's own message cannot be changed.
    pub stays: bool,
}

pub struct VersionShown {
    pub iso: String,
    pub when: String,
    pub body: String,
}

pub struct FileShown {
    pub id: String,
    pub href: String,
    pub name: String,
    pub size: String,
}

pub struct Held {
    pub iso: String,
    pub when: String,
}

pub struct EditForm {
    pub version: i32,
    pub text: String,
    pub error: Option<String>,
    pub is_open: bool,
}

/// A form for a message. `key` tells its inputs from those of other forms on the page.
pub struct WriteForm {
    pub key: String,
    pub filled: Filled,
    /// For whom it is, or can be, the narrowest first: a code, an icon, and whether it is chosen.
    pub audiences: Vec<(&'static str, &'static str, bool)>,
    /// Who can be named: an id, a name, and whether among the reviewers alone.
    pub people: Vec<(String, String, bool)>,
    /// The message that was taken back and stands in the form now.
    pub instead: Option<MessageId>,
    pub kept: Vec<FileShown>,
}

/// The page of the conversations, for the house.
#[derive(Template)]
#[template(path = "proposals/discussion.html")]
pub struct DiscussionPage {
    pub frame: Frame,
    pub top: Top,
    pub talk: Conversations,
}

/// Who draws, and from what.
pub struct Drawing<'a> {
    pub standing: &'a Standing,
    pub me: UserId,
    pub reader: For,
    /// Who can be named in the conversations of each audience.
    pub hearers: &'a [Hearer],
    pub typed: Typed,
    pub base: String,
}

impl Conversations {
    pub fn new(found: &[Found], drawing: &Drawing<'_>) -> Self {
        let of_applicant = drawing.standing.roles.official.is_some();
        let open: Vec<Audience> = open_to(drawing.standing)
            .into_iter()
            .filter(|audience| !of_applicant || *audience == Audience::Applicant || drawing.is_house())
            .collect();
        let may_begin = !open.is_empty() || drawing.typed.of == FormOf::New;
        Self {
            threads: found.iter().map(|one| drawing.thread(one)).collect(),
            new: may_begin.then(|| drawing.new_form(&open)),
            hidden: hidden(drawing.standing).map(|key| drawing.reader.locale.t(key)),
            unread: found.iter().map(|one| one.unread(drawing.me)).sum(),
            base: drawing.base.clone(),
            of_applicant: of_applicant && !drawing.is_house(),
        }
    }
}

impl Drawing<'_> {
    fn t(&self, key: &str) -> String {
        self.reader.locale.t(key)
    }

    fn is_house(&self) -> bool {
        is_house(self.standing)
    }

    fn new_form(&self, open: &[Audience]) -> WriteForm {
        let filled = self.filled(FormOf::New);
        let wished = filled.value("audience").parse::<Audience>().ok().filter(|audience| open.contains(audience));
        let chosen = wished.or(open.first().copied());
        let audiences =
            open.iter().map(|audience| (audience.code(), audience.icon(), Some(*audience) == chosen)).collect();
        let widest = open.iter().copied().max().unwrap_or(Audience::Internal);
        let of = if open.contains(&Audience::Reviewers) { Audience::Reviewers } else { widest };
        WriteForm { key: "new".to_owned(), audiences, people: self.people(of), instead: None, kept: Vec::new(), filled }
    }

    fn filled(&self, of: FormOf) -> Filled {
        if self.typed.of == of { self.typed.filled.clone() } else { Filled::default() }
    }

    /// Those who can be named: of an applicant's conversation only the secretariat, by the house alone.
    fn people(&self, audience: Audience) -> Vec<(String, String, bool)> {
        let can = |hearer: &&Hearer| {
            hearer.person.id != self.me && (hearer.of_secretariat || audience == Audience::Reviewers)
        };
        let one = |hearer: &Hearer| (hearer.person.id.to_string(), hearer.person.name.clone(), !hearer.of_secretariat);
        self.hearers.iter().filter(can).map(one).collect()
    }

    fn thread(&self, found: &Found) -> ThreadShown {
        let row = &found.thread;
        let draft = found.messages.iter().rfind(|said| said.row.taken_back);
        let shown = found.messages.iter().filter(|said| !said.row.taken_back);
        let may_write = may(self.standing, row.audience.writing()).is_yes();
        let came_back = self.typed.of == FormOf::Thread(row.id);
        let subject = match row.subject.is_empty() {
            true => self.untitled(found),
            false => found.subject(self.me, &self.t("visibility-nameless")),
        };
        ThreadShown {
            id: row.id,
            audience: row.audience.code(),
            icon: row.audience.icon(),
            subject,
            unread: found.unread(self.me),
            resolved: row.resolved_at.map(|at| self.reader.locale.instant(at, self.reader.zone)),
            messages: shown.map(|said| self.message(found, said)).collect(),
            form: (may_write || came_back).then(|| self.reply_form(found, draft)),
            may_resolve: resolves(self.standing, row.audience),
            follows: self.is_house().then_some(found.follows),
            has_others: found.messages.iter().any(|said| said.row.author_id != self.me),
        }
    }

    /// What a conversation without a subject is called: for whom it is, and how it begins.
    fn untitled(&self, found: &Found) -> String {
        let of = match found.thread.audience {
            Audience::Applicant if !self.is_house() => self.t("discussion-message"),
            audience => self.t(&format!("discussion-{}-untitled", audience.code())),
        };
        let Some(first) = found.first() else { return of };
        let is_own = first.row.author_id == self.me;
        let text = found.readable(&first.row.body, is_own, &self.t("visibility-nameless"));
        self.reader.locale.pair(of, first_line(&text, BEGINNING))
    }

    /// The form below a conversation, with what was taken back in it.
    fn reply_form(&self, found: &Found, draft: Option<&Said>) -> WriteForm {
        let audience = found.thread.audience;
        let mut filled = self.filled(FormOf::Thread(found.thread.id));
        if let Some(draft) = draft.filter(|_| filled == Filled::default()) {
            filled.values.0.push(("body".to_owned(), draft.row.body.clone()));
        }
        WriteForm {
            key: found.thread.id.to_string(),
            filled,
            audiences: vec![(audience.code(), audience.icon(), true)],
            people: self.people(audience),
            instead: draft.map(|draft| draft.row.id),
            kept: draft.map(|draft| self.files(draft)).unwrap_or_default(),
        }
    }

    fn message(&self, found: &Found, said: &Said) -> MessageShown {
        let (row, locale, zone) = (&said.row, self.reader.locale, self.reader.zone);
        let mine = row.author_id == self.me;
        let is_held = row.goes_at > self.standing.now;
        let nameless = self.t("visibility-nameless");
        let body = |text: &str| found.readable(text, mine, &nameless);
        let side = match (found.thread.audience, row.by_applicant) {
            (Audience::Applicant, true) => Some(self.t("discussion-side-applicant")),
            (Audience::Applicant, false) => Some(self.t("proposals-secretariat")),
            (Audience::Internal | Audience::Reviewers, _) => None,
        };
        MessageShown {
            id: row.id,
            who: said.author.clone().unwrap_or_else(|| nameless.clone()),
            side,
            iso: row.at.iso(),
            when: locale.instant(row.at, zone),
            body: body(&row.body),
            is_new: found.is_unread(said, self.me),
            versions: said
                .versions
                .iter()
                .rev()
                .map(|version| VersionShown {
                    iso: version.at.iso(),
                    when: locale.instant_to_the_second(version.at, zone),
                    body: body(&version.body),
                })
                .collect(),
            edited: row.edited_at.is_some(),
            files: self.files(said),
            held: is_held
                .then(|| Held { iso: row.goes_at.iso(), when: locale.instant_to_the_second(row.goes_at, zone) }),
            edit: (mine && can_be_edited(found.thread.audience)).then(|| self.edit_form(said)),
            stays: mine && !is_held && !can_be_edited(found.thread.audience),
        }
    }

    fn edit_form(&self, said: &Said) -> EditForm {
        let typed = Some(&self.typed).filter(|typed| typed.of == FormOf::Message(said.row.id));
        let text = typed.map_or(said.row.body.as_str(), |typed| typed.filled.value("body"));
        EditForm {
            version: said.row.version,
            text: text.to_owned(),
            error: typed.and_then(|typed| typed.filled.error("body").or(typed.filled.error(""))).map(str::to_owned),
            is_open: typed.is_some(),
        }
    }

    fn files(&self, said: &Said) -> Vec<FileShown> {
        let file = |row: &attachment::Model| FileShown {
            id: row.id.to_string(),
            href: format!("{}/messages/{}/files/{}", self.base, said.row.id, row.id),
            name: row.name.clone(),
            size: self.reader.locale.size(u64::try_from(row.size).unwrap_or_default()),
        };
        said.files.iter().map(file).collect()
    }
}
