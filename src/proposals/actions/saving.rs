//! Writing in a proposal, together with others.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    accounts::Actor,
    act::Act,
    error::{Error, Result},
    guidelines::{Answer, Answers, Definition, Field, FieldKey, FileRef, Finding, Kind, Reading, Section},
    ids::{AttachmentId, Reference},
    proposals::{
        listing::Listing,
        merge::{Fate, Versioned, described, fate},
        policy::Deed,
        store::{
            Case, attachments, case_to_change,
            drafts::{self, Draft, Edit},
            requests::asked_now,
        },
    },
};

/// A section as somebody sends it.
#[derive(Clone, Debug, Default)]
pub struct Sent<'a> {
    /// The key of the section.
    pub section: &'a str,
    /// The names and values of its inputs.
    pub posted: &'a [(String, String)],
    /// The version at which each field stood in the form when it was opened; an absent one is 0.
    pub seen: BTreeMap<String, i32>,
    /// Fields in which what others wrote is to stay, whatever the form says.
    pub leave: &'a [String],
    /// Files that came with the form and lie in the file store.
    pub files: Vec<NewFile>,
    /// The fields that were changed, where only these are sent; none for a whole form.
    pub only: Option<&'a BTreeSet<String>>,
    /// Fields whose two texts were brought together, with the text that is to stand.
    pub combined: BTreeMap<String, String>,
    /// What was sent before and never answered, as inputs: if it is what is stored, the sender stands on it.
    pub tried: &'a [Vec<(String, String)>],
    /// Fields whose text was sent before as it is, and never answered.
    pub resent: BTreeSet<String>,
}

impl Sent<'_> {
    fn leaves(&self, field: &str) -> bool {
        self.leave.iter().any(|left| left == field)
    }

    fn holds(&self, field: &Field) -> bool {
        self.only.is_none_or(|only| only.contains(field.key.as_str()))
    }

    /// The version on which the sender stands.
    fn seen(&self, field: &Field) -> i32 {
        self.seen.get(field.key.as_str()).copied().unwrap_or(0)
    }

    /// The inputs, with what was brought together in the place of the sender's own text.
    fn inputs(&self) -> Vec<(String, String)> {
        let own = self.posted.iter().filter(|(name, _)| !self.combined.contains_key(name)).cloned();
        own.chain(self.combined.clone()).collect()
    }
}

/// A file that lies in the file store and is to be attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// The field that it answers.
    pub field: String,
    /// Made safe.
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    pub sha256: String,
    /// Width and height of an image.
    pub pixels: Option<(u32, u32)>,
    /// What the image shows; empty until it is written.
    pub alt: String,
    /// The image in whose place it is to stand, if there is one; what was written of that one stays.
    pub replaces: Option<AttachmentId>,
}

/// What became of a save.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The fields that were written.
    pub written: Vec<FieldKey>,
    /// The fields that somebody else changed meanwhile too: nothing was overwritten.
    pub clashes: Vec<Clash>,
    /// What is too large even for a draft: these fields were not written.
    pub refused: Vec<Finding>,
    /// The answers of the form, as they were read; where nothing was changed, as they are stored.
    pub typed: Answers,
    /// After a button of a table: the id of the input to go on at.
    pub go_to: Option<String>,
    /// The proposal, what it is asked, and what is stored now. The answers to what was not sent are missing, unless others
    /// changed them meanwhile.
    pub case: Case,
    pub definition: Arc<Definition>,
    pub draft: Draft,
}

/// A field that two people changed.
#[derive(Clone, Debug)]
pub struct Clash {
    pub field: FieldKey,
    pub mine: Option<Answer>,
    /// What stood there before either of them.
    pub before: Option<Answer>,
    pub theirs: Versioned,
}

/// Saves the form of a section, however incomplete. Only what was changed is written, so that people who write in different
/// fields never meet.
pub async fn save(act: &Act, actor: &Actor, reference: &Reference, sent: Sent<'_>) -> Result<Outcome> {
    let (case, definition) = asked(act, actor, reference).await?;
    let section: &Section = definition.section(sent.section).ok_or(Error::NotFound)?;
    let fields: Vec<&Field> = section.fields.iter().filter(|field| sent.holds(field)).collect();
    let mut draft = needed(act, &case, &definition, section, &sent).await?;
    let mut base = draft.answers.clone();
    let replaced = attach(act, &case, section, &mut base, &sent.files).await?;
    let read = |posted: &[(String, String)]| definition.read_fields(section, fields.iter().copied(), posted, &base);
    let Reading { answers: mut typed, refused, go_to } = read(&renamed(&sent.inputs(), &replaced));
    let own = read(sent.posted).answers;
    let tried: Vec<Answers> = sent.tried.iter().map(|tried| read(tried).answers).collect();
    let before = before(act, &case, &definition, &draft, (&fields, &sent)).await?;
    let (mut changes, mut clashes) = (Vec::new(), Vec::new());
    for field in &fields {
        let key = field.key.as_str();
        let now = draft.now(key);
        let holds_files = field.kind.holds_files();
        let is_refused = refused.iter().any(|found| found.spot.field == *key);
        if is_refused && !holds_files {
            continue;
        }
        if sent.leaves(key) {
            changes.extend(Edit::passing_over(&field.key, typed.get(key), &now));
            continue;
        }
        // What came as a file is kept even where a text beside it is refused.
        if is_refused {
            typed.set(field.key.clone(), base.get(key).cloned());
        }
        // Files and what the call fixes are read on top of what is stored: they hold what others did already. What is written
        // beside a file is its own.
        let mut carried = holds_files || field.kind == Kind::Period;
        if let (true, Some(seen)) = (holds_files, before.get(key)) {
            let (files, clash) = described(typed.files(key), files_in(seen), files_in(&now));
            carried = !clash;
            typed.set(field.key.clone(), (!files.is_empty()).then_some(Answer::Files(files)));
        }
        let mine = typed.get(key);
        let stands_on_now = carried || tried.iter().any(|tried| tried.get(key) == now.answer.as_ref());
        let seen = before.get(key).filter(|_| !stands_on_now).unwrap_or(&now);
        match fate(mine, seen, &now) {
            Fate::Keep => {}
            Fate::Write => {
                let passed_over = own.get(key).filter(|own| sent.combined.contains_key(key) && mine != Some(*own));
                let (answer, passed_over) = (mine.cloned(), passed_over.cloned());
                changes.push(Edit { field: field.key.clone(), answer, passed_over });
            }
            Fate::Clash if sent.resent.contains(key) && arrived_before(act, &case, (key, mine), seen).await? => {}
            Fate::Clash => {
                let (before, mine) = (seen.answer.clone(), mine.cloned());
                clashes.push(Clash { field: field.key.clone(), mine, before, theirs: now });
            }
        }
    }
    write(act, &case, &mut draft, &changes).await?;
    // What was not changed here shows what others wrote there.
    for field in &fields {
        let key = field.key.as_str();
        let is_refused = refused.iter().any(|found| found.spot.field == *key);
        let undecided = is_refused || clashes.iter().any(|clash| clash.field == *key);
        if !undecided || sent.leaves(key) {
            typed.set(field.key.clone(), draft.answers.get(key).cloned());
        }
    }
    let written = changes.into_iter().map(|change| change.field).collect();
    Ok(Outcome { written, clashes, refused, typed, go_to, case, draft, definition: definition.clone() })
}

/// A text that was saved and then changed by others, but whose sender never heard so and sends it once more: it is in the
/// history, and nothing is to be decided.
async fn arrived_before(
    act: &Act,
    case: &Case,
    (field, mine): (&str, Option<&Answer>),
    seen: &Versioned,
) -> Result<bool> {
    let sent = drafts::Sent { field, answer: mine, after: seen.version, by: act.by.user() };
    drafts::was_saved(act.tx(), case.proposal.id, sent).await
}

/// All files that ever came to one proposal, in bytes: a dozen times what its guidelines can ask for.
const HEAVIEST: u64 = 1_500_000_000;

/// Adds the files that came with the form to the stored answers: a PDF takes the place of the one before, images line up,
/// unless one says in whose place it is to stand. Gives each image that was replaced, with the one in its place.
async fn attach(
    act: &Act,
    case: &Case,
    section: &Section,
    base: &mut Answers,
    files: &[NewFile],
) -> Result<Vec<(AttachmentId, AttachmentId)>> {
    let mut replaced = Vec::new();
    let new: u64 = files.iter().map(|file| file.size).sum();
    if new > 0 && attachments::weight(act, case.proposal.id).await? + new > HEAVIEST {
        return Err(Error::Refused("files-proposal-full"));
    }
    for file in files {
        let Some(field) = section.field(&file.field).filter(|field| field.kind.holds_files()) else { continue };
        let attachment = attachments::add(act, case.proposal.id, file.field.as_str(), file.into()).await?;
        let mut new = FileRef {
            attachment,
            sha256: file.sha256.clone(),
            name: file.name.clone(),
            size: file.size,
            media_type: file.media_type.clone(),
            pixels: file.pixels,
            alt: file.alt.clone(),
        };
        let mut all = base.files(&file.field).to_vec();
        match all.iter_mut().find(|old| Some(old.attachment) == file.replaces) {
            _ if matches!(field.kind, Kind::Pdf { .. }) => all = vec![new],
            Some(old) => {
                replaced.push((old.attachment, attachment));
                new.alt.clone_from(&old.alt);
                *old = new;
            }
            None => all.push(new),
        }
        base.insert(field.key.clone(), Answer::Files(all));
    }
    Ok(replaced)
}

/// What the form says of an image that was replaced, it says of the one in its place.
fn renamed<'p>(
    posted: &'p [(String, String)],
    replaced: &[(AttachmentId, AttachmentId)],
) -> Cow<'p, [(String, String)]> {
    let mut posted = Cow::Borrowed(posted);
    for (old, new) in replaced {
        let (old, new) = (old.to_string(), new.to_string());
        let named = |(name, value): &&mut (String, String)| name.ends_with(".attachment") && *value == old;
        for (_, value) in posted.to_mut().iter_mut().filter(named) {
            value.clone_from(&new);
        }
    }
    posted
}

/// What stood in those fields of the form that were saved since it was opened. One query, only if there are any.
async fn before(
    act: &Act,
    case: &Case,
    definition: &Definition,
    draft: &Draft,
    (fields, sent): (&[&Field], &Sent<'_>),
) -> Result<BTreeMap<String, Versioned>> {
    let stale: BTreeMap<&str, i32> = fields
        .iter()
        .map(|field| (field.key.as_str(), sent.seen(field)))
        .filter(|(field, version)| draft.version(field) != *version)
        .collect();
    let mut before = drafts::at_versions(act.tx(), definition, case.proposal.id, &stale).await?;
    for field in stale.keys() {
        // Never saved when the form was opened.
        before.entry((*field).to_owned()).or_default();
    }
    Ok(before)
}

/// Sets answers and attaches files without regard to what others write: for seeds, which are alone.
pub async fn set(act: &Act, actor: &Actor, reference: &Reference, answers: Answers, files: &[NewFile]) -> Result<()> {
    let (case, definition, mut draft) = open(act, actor, reference).await?;
    let mut all = answers;
    for section in &definition.sections {
        attach(act, &case, section, &mut all, files).await?;
    }
    let changed: Vec<_> = all
        .into_iter()
        .filter(|(field, answer)| draft.answers.get(field.as_str()) != Some(answer))
        .map(|(field, answer)| Edit::to(field, Some(answer)))
        .collect();
    write(act, &case, &mut draft, &changed).await
}

pub(super) async fn open(act: &Act, actor: &Actor, reference: &Reference) -> Result<(Case, Arc<Definition>, Draft)> {
    let (case, definition) = asked(act, actor, reference).await?;
    let draft = drafts::load(act.tx(), &definition, case.proposal.id).await?;
    Ok((case, definition, draft))
}

async fn asked(act: &Act, actor: &Actor, reference: &Reference) -> Result<(Case, Arc<Definition>)> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Write)?;
    let definition = asked_now(act.tx(), &case).await?;
    Ok((case, definition))
}

/// The answers that a save needs: of the fields that were sent, with what they are checked by and what lists show. Where others
/// changed what was not sent, the sender is shown it, and all are needed.
async fn needed(act: &Act, case: &Case, definition: &Definition, section: &Section, sent: &Sent<'_>) -> Result<Draft> {
    let id = case.proposal.id;
    let fields = definition.looked_at(section.fields.iter().filter(|field| sent.holds(field)));
    let answers = fields.into_iter().map(FieldKey::as_str).chain(Listing::FIELDS).collect();
    let draft = drafts::load_some(act.tx(), definition, id, (section, &answers)).await?;
    let is_news = |field: &Field| {
        let key = field.key.as_str();
        let chosen = sent.leaves(key) || sent.combined.contains_key(key);
        !sent.holds(field) && (chosen || draft.version(key) != sent.seen(field))
    };
    if section.fields.iter().any(is_news) { drafts::load(act.tx(), definition, id).await } else { Ok(draft) }
}

pub(super) async fn write(act: &Act, case: &Case, draft: &mut Draft, changes: &[Edit]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    for change in changes {
        let (before, after) = (draft.answers.files(change.field.as_str()), files_of(change.answer.as_ref()));
        let gone = before.iter().map(|file| file.attachment).filter(|id| !after.contains(id)).collect();
        attachments::remove(act, case.proposal.id, gone).await?;
    }
    drafts::write(act, case.proposal.id, draft, changes).await?;
    // What lists show of a proposal that was submitted is what was submitted last.
    if case.standing.facts.submissions > 0 {
        return Ok(());
    }
    drafts::list(act, &case.proposal, Listing::of(&draft.answers, case.proposal.language)).await
}

fn files_in(stored: &Versioned) -> &[FileRef] {
    match &stored.answer {
        Some(Answer::Files(files)) => files,
        _ => &[],
    }
}

pub(super) fn files_of(answer: Option<&Answer>) -> Vec<AttachmentId> {
    match answer {
        Some(Answer::Files(files)) => files.iter().map(|file| file.attachment).collect(),
        _ => Vec::new(),
    }
}

impl From<&NewFile> for attachments::New {
    fn from(file: &NewFile) -> Self {
        Self {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: file.size,
            sha256: file.sha256.clone(),
        }
    }
}
