//! The secretariat corrects and translates what is published of an Initiative, and features it on the home page.

use axum::extract::State;
use serde::Deserialize;

use crate::{
    app::App,
    catalogue::{
        forms::{FeaturedForm, TextForm},
        pages::texts::{Stored, TextPage},
    },
    entity::public_text,
    error::{Error, Result},
    guidelines::{definition, is_press},
    ids::Reference,
    proposals::{
        self,
        actions::public_texts::{self, Typed},
        published::{self, Written},
        published_texts as store,
        results::with_results,
    },
    web::{Answer, Filled, Path, Posted, Query, SignedIn, Values, page, see_other},
    words::Locale,
};

/// In which language; that of the original where none is said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    language: Option<Locale>,
}

pub async fn text(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    Query(wish): Query<Wish>,
) -> Answer {
    draw(&app, &signed, &reference, wish.language, None).await
}

pub async fn change(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<TextForm>,
) -> Answer {
    let language = posted.values.get("language").and_then(|tag| tag.parse().ok());
    let act = async |form: TextForm, values: &Values| {
        if is_press(values.pairs()) {
            return draw(&app, &signed, &reference, language, Some(Filled::with(values.clone()))).await;
        }
        let stored = stored(&app, &signed, &reference).await?;
        let written = published::read(&stored.definition, &stored.text, form.language, values.pairs());
        written.must_stand(form.language == stored.text.language, &form.note, signed.visit.locale)?;
        let (seen, original) = (form.seen, form.original);
        let typed = Typed { locale: form.language, seen, original, answers: written.answers, note: form.note };
        let act = app.begin(signed.who()).await?;
        let is_new = public_texts::change(&act, &signed.actor, &reference, &typed).await?;
        act.commit().await?;
        let said = if is_new { "public-text-saved" } else { "public-text-same" };
        signed.visit.flash("success", signed.visit.t(said)).await;
        Ok(see_other(&format!("/desk/proposals/{reference}/public-text?language={}", form.language.tag())))
    };
    posted.then(act, async |filled| draw(&app, &signed, &reference, language, Some(filled)).await).await
}

/// A button: the home page features it, or no more.
pub async fn feature(
    State(app): State<App>,
    signed: SignedIn,
    Path(reference): Path<Reference>,
    posted: Posted<FeaturedForm>,
) -> Answer {
    let featured = posted.sound()?.wanted().ok_or(Error::NotFound)?;
    let act = app.begin(signed.who()).await?;
    public_texts::feature(&act, &signed.actor, &reference, featured).await?;
    act.commit().await?;
    let said = if featured { "public-text-featured" } else { "public-text-unfeatured" };
    signed.visit.flash("success", signed.visit.t(said)).await;
    Ok(see_other(&format!("/desk/proposals/{reference}/public-text")))
}

/// What is published now, for whoever may change it.
async fn stored(app: &App, signed: &SignedIn, reference: &Reference) -> Result<Stored> {
    let db = app.db.read();
    let case = proposals::case(db, Some(&signed.actor), reference, signed.visit.at).await?;
    public_texts::may_change(&case)?;
    let definition = with_results(&definition(db, case.call.guidelines_id).await?, case.proposal.state);
    let versions = store::current(db, case.proposal.id).await?;
    let text = store::read(&definition, &versions);
    let all = store::versions(db, case.proposal.id).await?;
    let entries = store::entries(db, &[case.proposal.id]).await?;
    let featured_at = entries.first().and_then(|entry| entry.featured_at);
    Ok(Stored { proposal: case.proposal, definition, text, versions, all, featured_at })
}

async fn draw(
    app: &App,
    signed: &SignedIn,
    reference: &Reference,
    language: Option<Locale>,
    filled: Option<Filled>,
) -> Answer {
    let stored = stored(app, signed, reference).await?;
    let language = language.unwrap_or(stored.text.language);
    let written = match &filled {
        Some(filled) => published::read(&stored.definition, &stored.text, language, filled.values.pairs()),
        None => begun(app, &stored, language).await?,
    };
    let frame = signed.visit.frame(signed.visit.t("public-text-title"), "desk").await;
    page(&TextPage::new(frame, &stored, language, written, filled, signed.visit.zone))
}

/// What is published in a language. Where another text was published since it was translated, what was translated then: nobody
/// reads it any more, and much of it may still hold.
async fn begun(app: &App, stored: &Stored, language: Locale) -> Result<Written> {
    let written = Written::of(&stored.text, language);
    let is_forgotten = |version: &&public_text::Model| version.locale == language && version.of_number == 0;
    let Some(last) = stored.versions.iter().find(is_forgotten) else { return Ok(written) };
    let before = store::version(app.db.read(), stored.proposal.id, language, last.number - 1).await?;
    let answers = before.answers.as_object().map(|said| stored.definition.answers_from_json(said)).unwrap_or_default();
    Ok(Written { answers, ..written })
}
