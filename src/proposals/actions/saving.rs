//! Writing in a proposal, together with others.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use crate::{
    accounts::Actor,
    act::Act,
    error::{Error, Result},
    guidelines::{Answer, Answers, Definition, FieldKey, FileRef, Finding, Kind, Section, definition},
    ids::{AttachmentId, Reference},
    proposals::{
        listing::Listing,
        merge::{Fate, Versioned, fate},
        policy::Deed,
        store::{
            Case, attachments, case_to_change,
            drafts::{self, Draft},
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
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The fields that were written.
    pub written: Vec<FieldKey>,
    /// The fields that somebody else changed meanwhile too: nothing was overwritten.
    pub clashes: Vec<Clash>,
    /// What is too large even for a draft. If there is any, nothing but files was written.
    pub refused: Vec<Finding>,
    /// The answers of the form, as they were read.
    pub typed: Answers,
    /// After a button of a table: the id of the input to go on at.
    pub go_to: Option<String>,
}

/// A field that two people changed.
#[derive(Clone, Debug)]
pub struct Clash {
    pub field: FieldKey,
    pub mine: Option<Answer>,
    pub theirs: Versioned,
}

/// Saves the form of a section, however incomplete. Only what was changed is written, so that people who write in different
/// fields never meet.
pub async fn save(act: &Act, actor: &Actor, reference: &Reference, sent: Sent<'_>) -> Result<Outcome> {
    let (case, definition, draft) = open(act, actor, reference).await?;
    let section: &Section = definition.section(sent.section).ok_or(Error::NotFound)?;
    let mut base = draft.answers.clone();
    let replaced = attach(act, &case, section, &mut base, &sent.files).await?;
    let reading = definition.read(section, &renamed(sent.posted, &replaced), &base);
    let mut outcome = Outcome { typed: reading.answers, go_to: reading.go_to, ..Outcome::default() };
    outcome.refused = reading.refused;
    let before = before(act, &case, &definition, &draft, section, &sent.seen).await?;
    let mut changed = Vec::new();
    for field in &section.fields {
        let key = field.key.as_str();
        let now = draft.now(key);
        if sent.leave.iter().any(|left| left == key) {
            outcome.typed.set(field.key.clone(), now.answer);
            continue;
        }
        let holds_files = field.kind.holds_files();
        if !outcome.refused.is_empty() && !holds_files {
            continue;
        }
        // What came as a file is kept even where a text beside it is refused.
        if holds_files && outcome.refused.iter().any(|found| found.spot.field == *key) {
            outcome.typed.set(field.key.clone(), base.get(key).cloned());
        }
        let mine = outcome.typed.get(key);
        // Files and what the call fixes are read on top of what is stored: they hold what others did already.
        let carried = holds_files || field.kind == Kind::Period;
        let seen = before.get(key).filter(|_| !carried).unwrap_or(&now);
        match fate(mine, seen, &now) {
            Fate::Keep => {}
            Fate::Write => changed.push((field.key.clone(), mine.cloned())),
            Fate::Clash => {
                outcome.clashes.push(Clash { field: field.key.clone(), mine: mine.cloned(), theirs: now });
            }
        }
    }
    // What was not changed here shows what others wrote there.
    for field in &section.fields {
        let key = field.key.as_str();
        let kept = outcome.refused.is_empty() && !changed.iter().any(|(written, _)| *written == *key);
        if kept && !outcome.clashes.iter().any(|clash| clash.field == *key) {
            outcome.typed.set(field.key.clone(), draft.answers.get(key).cloned());
        }
    }
    write(act, &case, draft, &changed).await?;
    outcome.written = changed.into_iter().map(|(field, _)| field).collect();
    Ok(outcome)
}

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
    section: &Section,
    seen: &BTreeMap<String, i32>,
) -> Result<BTreeMap<String, Versioned>> {
    let stale: BTreeMap<&str, i32> = section
        .fields
        .iter()
        .map(|field| (field.key.as_str(), seen.get(field.key.as_str()).copied().unwrap_or(0)))
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
    let (case, definition, draft) = open(act, actor, reference).await?;
    let mut all = answers;
    for section in &definition.sections {
        attach(act, &case, section, &mut all, files).await?;
    }
    let changed: Vec<_> = all
        .into_iter()
        .filter(|(field, answer)| draft.answers.get(field.as_str()) != Some(answer))
        .map(|(field, answer)| (field, Some(answer)))
        .collect();
    write(act, &case, draft, &changed).await
}

async fn open(act: &Act, actor: &Actor, reference: &Reference) -> Result<(Case, Arc<Definition>, Draft)> {
    let case = case_to_change(act, actor, reference).await?;
    case.must(Deed::Write)?;
    let definition = definition(act.tx(), case.call.guidelines_id).await?;
    let draft = drafts::load(act.tx(), &definition, case.proposal.id).await?;
    Ok((case, definition, draft))
}

async fn write(act: &Act, case: &Case, mut draft: Draft, changed: &[(FieldKey, Option<Answer>)]) -> Result<()> {
    if changed.is_empty() {
        return Ok(());
    }
    drafts::write(act, case.proposal.id, &draft, changed).await?;
    for (field, answer) in changed {
        let (before, after) = (draft.answers.files(field.as_str()).to_vec(), files_of(answer.as_ref()));
        let gone = before.iter().map(|file| file.attachment).filter(|id| !after.contains(id));
        attachments::remove(act, case.proposal.id, gone.collect()).await?;
        draft.answers.set(field.clone(), answer.clone());
    }
    // What lists show of a proposal that was submitted is what was submitted last.
    if case.standing.facts.submissions > 0 {
        return Ok(());
    }
    drafts::list(act, &case.proposal, Listing::of(&draft.answers, case.proposal.language)).await
}

fn files_of(answer: Option<&Answer>) -> Vec<AttachmentId> {
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
