//! What the letters say: the list, each in a language with its example, changing it, and a test to oneself.

use axum::{extract::State, response::Response};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::{
    admin::{
        pages::letters::{LettersPage, Source, TextPage, href},
        policy::may_keep_mail,
        store::{self, examples},
    },
    app::App,
    entity::letter_wording,
    error::{Error, FieldErrors, Result},
    ids::{LetterId, ProposalId},
    mail::{Letter, LetterTexts, Recipient, Wording, kinds::Kind, outbox, render, specimens, texts},
    web::{
        Answer, Filled, Path, Posted, Query, SignedIn, Values,
        letter::{Links, letter},
        page, see_other,
        wording::{Look, WordingForm, typed, typed_over},
    },
    words::Locale,
};

/// Which letter in which language, as an address names it.
type Of = (String, Locale);

/// The same, found.
type What = (&'static Kind, Locale);

fn found(signed: &SignedIn, (kind, locale): Of) -> Result<What> {
    may_keep_mail(&signed.actor).must()?;
    Ok((Kind::of(&kind).ok_or(Error::NotFound)?, locale))
}

pub async fn list(State(app): State<App>, signed: SignedIn) -> Answer {
    may_keep_mail(&signed.actor).must()?;
    let rows = texts::now(app.db.read()).await?.into_rows();
    let writers: Vec<_> = rows.iter().filter_map(|row| row.written_by).collect();
    let names = store::names(app.db.read(), writers).await?;
    let frame = signed.visit.frame(signed.visit.t("letters-title"), "mail").await;
    page(&LettersPage::new(frame, &rows, &names, signed.visit.zone))
}

/// What is to stand in the form: an earlier version, or what was typed before a test was sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    version: Option<i32>,
    typed: String,
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(of): Path<Of>, Query(wish): Query<Wish>) -> Answer {
    let what = found(&signed, of)?;
    if let Some(kept) = LookedAt::of(&signed, what).await?.filter(|_| wish.typed == "yes") {
        let filled = Filled::with(typed(&kept.wording, kept.seen));
        return draw(&app, &signed, what, filled, Shown::Typed(kept.wording)).await;
    }
    let versions = texts::versions(app.db.read(), what.0.name, what.1).await?;
    let last = versions.first();
    let seen = last.map_or(0, |row| row.version);
    let earlier = earlier(&versions, wish.version);
    let usual = || what.0.usual(what.1);
    let wording = earlier.or(last).and_then(letter_wording::Model::wording).unwrap_or_else(usual);
    let filled = Filled::with(typed(&wording, seen));
    let shown = match earlier {
        Some(row) => Shown::Earlier(row.version, wording),
        None => Shown::Kept(wording),
    };
    draw(&app, &signed, what, filled, shown).await
}

pub async fn write(
    State(app): State<App>,
    signed: SignedIn,
    Path(of): Path<Of>,
    posted: Posted<WordingForm>,
) -> Answer {
    let what = found(&signed, of)?;
    let before = posted.values.clone();
    let act_on = async |form: WordingForm, values: &Values| {
        let words = form.wording(&what.0.placeholders(), signed.visit.locale);
        if form.only_looks() {
            let wording = words.map_err(Error::Invalid)?;
            return draw(&app, &signed, what, Filled::with(values.clone()), Shown::Typed(wording)).await;
        }
        let wording = if form.resets() { None } else { Some(words.map_err(Error::Invalid)?) };
        let act = app.begin(signed.who()).await?;
        texts::write(&act, what.0, what.1, form.version, wording.as_ref()).await?;
        act.commit().await?;
        LookedAt::forget(&signed, what).await?;
        let done = if form.resets() { "letters-was-reset" } else { "letters-saved" };
        signed.visit.flash("success", signed.visit.t(done)).await;
        Ok(see_other(&href(what.0, what.1)))
    };
    match posted.then(act_on, async |filled| again(&app, &signed, what, filled).await).await {
        Err(Error::Conflict) => overtaken(&app, &signed, what, before).await,
        other => other,
    }
}

/// Sends what is typed to whoever types it, saved or not.
pub async fn test(State(app): State<App>, signed: SignedIn, Path(of): Path<Of>, posted: Posted<WordingForm>) -> Answer {
    let what = found(&signed, of)?;
    let send = async |form: WordingForm, _: &Values| {
        let wording = form.wording(&what.0.placeholders(), signed.visit.locale).map_err(Error::Invalid)?;
        LookedAt::keep(&signed, what, form.version, &wording).await?;
        let values = Valued::find(&app, &signed, what).await?;
        let about = values.about;
        let act = app.begin(signed.who()).await?;
        let id: LetterId = act.id();
        let letter = specimens::test(values.letter(&app, &signed, what, wording), about, id);
        outbox::post(&act, letter).await?;
        act.commit().await?;
        let email = signed.actor.email.to_string();
        signed.visit.flash("success", signed.visit.locale.tr("letters-test-sent", &[("email", email.into())])).await;
        Ok(see_other(&format!("{}?typed=yes", href(what.0, what.1))))
    };
    posted.then(send, async |filled| again(&app, &signed, what, filled).await).await
}

/// The example as mail programs show it: as it is kept, or as it was typed.
pub async fn as_html(State(app): State<App>, signed: SignedIn, Path(of): Path<Of>, Query(wish): Query<Wish>) -> Answer {
    let what = found(&signed, of)?;
    let wording = if wish.typed == "yes" {
        LookedAt::of(&signed, what).await?.ok_or(Error::NotFound)?.wording
    } else {
        let versions = texts::versions(app.db.read(), what.0.name, what.1).await?;
        let shown = earlier(&versions, wish.version).or(versions.first());
        shown.and_then(letter_wording::Model::wording).unwrap_or_else(|| what.0.usual(what.1))
    };
    let written = Valued::find(&app, &signed, what).await?.letter(&app, &signed, what, wording);
    Ok(letter(&render(&app.config, &LetterTexts::default(), &written)?.html, Links::Rest))
}

fn earlier(versions: &[letter_wording::Model], wanted: Option<i32>) -> Option<&letter_wording::Model> {
    versions.iter().find(|row| Some(row.version) == wanted)
}

/// Somebody else was faster: both texts, and the next save is on top of theirs.
async fn overtaken(app: &App, signed: &SignedIn, what: What, before: Values) -> Answer {
    let versions = texts::versions(app.db.read(), what.0.name, what.1).await?;
    let last = versions.first();
    let values = typed_over(&before, last.map_or(0, |row| row.version));
    let errors = FieldErrors::one("", signed.visit.t("texts-changed-meanwhile"));
    let theirs = last.and_then(letter_wording::Model::wording).unwrap_or_else(|| what.0.usual(what.1));
    let shown = Shown::of(what, &values);
    let mut drawn = drawn(app, signed, what, Filled { values, errors }, shown).await?;
    drawn.theirs = Some((theirs.subject, theirs.body));
    let mut page: Response = page(&drawn)?;
    *page.status_mut() = StatusCode::CONFLICT;
    Ok(page)
}

/// Of which words the page shows an example.
enum Shown {
    /// Those that are kept.
    Kept(Wording),
    /// Those in the form.
    Typed(Wording),
    /// Those of a version of before.
    Earlier(i32, Wording),
    /// None: what is in the form cannot stand.
    Nothing,
}

impl Shown {
    /// Those in the form, if they can stand.
    fn of((kind, _): What, values: &Values) -> Self {
        let text = |name: &str| values.get(name).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
        let wording = Wording { subject: text("subject"), body: text("body") };
        let is_whole = !wording.subject.is_empty() && !wording.body.is_empty();
        let stands = is_whole && wording.slips(&kind.placeholders()).is_empty();
        if stands { Self::Typed(wording) } else { Self::Nothing }
    }
}

/// The page with what was typed, whatever is wrong with it.
async fn again(app: &App, signed: &SignedIn, what: What, filled: Filled) -> Answer {
    let shown = Shown::of(what, &filled.values);
    draw(app, signed, what, filled, shown).await
}

async fn draw(app: &App, signed: &SignedIn, what: What, filled: Filled, shown: Shown) -> Answer {
    page(&drawn(app, signed, what, filled, shown).await?)
}

async fn drawn(app: &App, signed: &SignedIn, what: What, filled: Filled, shown: Shown) -> Result<TextPage> {
    let (kind, locale) = what;
    let db = app.db.read();
    let versions = texts::versions(db, kind.name, locale).await?;
    let writers: Vec<_> = versions.iter().filter_map(|row| row.written_by).collect();
    let names = store::names(db, writers).await?;
    let values = Valued::find(app, signed, what).await?;
    let is_unsaved = !matches!(shown, Shown::Kept(_));
    let look = match shown {
        Shown::Nothing => None,
        Shown::Kept(wording) => Some((wording, "example".to_owned())),
        Shown::Earlier(version, wording) => Some((wording, format!("example?version={version}"))),
        Shown::Typed(wording) => {
            let seen = filled.value("version").parse().unwrap_or_default();
            LookedAt::keep(signed, what, seen, &wording).await?;
            Some((wording, "example?typed=yes".to_owned()))
        }
    };
    let look = match look {
        Some((wording, below)) => Some(values.look(app, signed, what, wording, &below)?),
        None => None,
    };
    let title = signed.visit.locale.pair(signed.visit.t(&kind.key()), locale.own_name());
    let frame = signed.visit.frame(title, "mail").await;
    let drawn = TextPage::new(frame, what, (&versions, &names), &values.source, signed.visit.zone);
    Ok(TextPage { filled, look, is_unsaved, ..drawn })
}

/// The values of the example.
struct Valued {
    source: Source,
    /// The proposal that they tell of.
    about: Option<ProposalId>,
}

impl Valued {
    /// Those of the newest letter of the kind in the language that the reader may see, or else made-up ones.
    async fn find(app: &App, signed: &SignedIn, (kind, locale): What) -> Result<Self> {
        let made_up = specimens::examples(&app.config, kind, locale, signed.visit.at);
        let real = examples::newest(app.db.read(), &signed.actor, kind.name, locale).await?;
        Ok(match real {
            None => Self { source: Source { args: made_up, letter: None }, about: None },
            Some(real) => {
                let args = specimens::of_letter(&real.args, made_up);
                Self { source: Source { args, letter: Some((real.id, real.created_at)) }, about: real.proposal_id }
            }
        })
    }

    /// The letter in these words, to whoever looks at it.
    fn letter(&self, app: &App, signed: &SignedIn, (kind, locale): What, wording: Wording) -> Letter {
        let actor = &signed.actor;
        let (email, name) = (actor.email.clone(), actor.name.clone());
        let to = Recipient { email, name, user: Some(actor.id), locale };
        specimens::look(&app.config, kind, to, self.source.args.clone(), wording)
    }

    fn look(&self, app: &App, signed: &SignedIn, what: What, wording: Wording, below: &str) -> Result<Look> {
        let letter = self.letter(app, signed, what, wording);
        let rendered = render(&app.config, &LetterTexts::default(), &letter)?;
        Ok(Look {
            to: format!("{} <{}>", letter.to.name, letter.to.email),
            tag: what.1.tag(),
            language: what.1.own_name(),
            subject: rendered.subject,
            text: rendered.text,
            frame_href: format!("{}/{below}", href(what.0, what.1)),
        })
    }
}

/// What was typed last of a kind of letter in a language, for the frame of its page and for the way back from a test.
#[derive(Serialize, Deserialize)]
struct LookedAt {
    seen: i32,
    wording: Wording,
}

impl LookedAt {
    /// Where the session has it: each its own, since several can be open side by side.
    fn place((kind, locale): What) -> String {
        format!("looked-at-wording:{}:{locale}", kind.name)
    }

    async fn of(signed: &SignedIn, what: What) -> Result<Option<Self>> {
        signed.visit.session.get(&Self::place(what)).await.map_err(Error::internal)
    }

    async fn keep(signed: &SignedIn, what: What, seen: i32, wording: &Wording) -> Result<()> {
        let kept = Self { seen, wording: wording.clone() };
        signed.visit.session.insert(&Self::place(what), kept).await.map_err(Error::internal)
    }

    async fn forget(signed: &SignedIn, what: What) -> Result<()> {
        signed.visit.session.remove::<Self>(&Self::place(what)).await.map(|_| ()).map_err(Error::internal)
    }
}
