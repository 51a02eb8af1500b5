//! Tags: made by the secretariat, and put on proposals.

use axum::extract::State;

use super::{reference, standing::carry_out};
use crate::{
    accounts::{Actor, StaffRole},
    act::Act,
    app::App,
    error::{Error, Result},
    ids::TagId,
    reviews::{
        actions::tagging,
        forms::workplace::{TagForm, Tagging},
        pages::{
            Reader,
            workplace::{CountedTag, TagPage, TagsPage, colours},
        },
        store::tags,
        tags::fresh_colour,
        web::standing::Here,
    },
    web::{Answer, Filled, Nothing, Path, Posted, SignedIn, Values, page, see_other},
};

pub async fn list(State(app): State<App>, signed: SignedIn) -> Answer {
    draw_all(&app, &signed, None).await
}

pub async fn add(State(app): State<App>, signed: SignedIn, posted: Posted<TagForm>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let act_on = async |form: TagForm, _: &Values| {
        let act = app.begin(signed.who()).await?;
        tagging::add(&act, &signed.actor, &form.tag()).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("desk-tag-saved")).await;
        Ok(see_other("/desk/tags"))
    };
    posted.then(act_on, async |filled| draw_all(&app, &signed, Some(filled)).await).await
}

async fn draw_all(app: &App, signed: &SignedIn, filled: Option<Filled>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let (db, reader) = (app.db.read(), Reader::of(&signed.visit));
    let (all, counts) = (tags::all(db).await?, tags::counts(db, &signed.actor).await?);
    let used: Vec<i32> = all.iter().map(|tag| tag.colour).collect();
    let fresh = || Filled::with(Values(vec![("colour".to_owned(), fresh_colour(&used).to_string())]));
    page(&TagsPage {
        frame: signed.visit.frame(reader.t("desk-tags"), "desk").await,
        filled: filled.unwrap_or_else(fresh),
        tags: all.iter().map(|tag| CountedTag::of(tag, &counts, reader)).collect(),
        colours: colours(reader),
    })
}

pub async fn show(State(app): State<App>, signed: SignedIn, Path(tag): Path<TagId>) -> Answer {
    draw(&app, &signed, tag, None).await
}

pub async fn edit(State(app): State<App>, signed: SignedIn, Path(tag): Path<TagId>, posted: Posted<TagForm>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let act_on = async |form: TagForm, _: &Values| {
        let act = app.begin(signed.who()).await?;
        tagging::edit(&act, &signed.actor, tag, &form.tag()).await?;
        act.commit().await?;
        signed.visit.flash("success", signed.visit.t("desk-tag-saved")).await;
        Ok(see_other("/desk/tags"))
    };
    posted.then(act_on, async |filled| draw(&app, &signed, tag, Some(filled)).await).await
}

async fn draw(app: &App, signed: &SignedIn, tag: TagId, filled: Option<Filled>) -> Answer {
    signed.must_be(StaffRole::Secretariat)?;
    let (db, reader) = (app.db.read(), Reader::of(&signed.visit));
    let found = tags::by_id(db, tag).await?.ok_or(Error::NotFound)?;
    let counts = tags::counts(db, &signed.actor).await?;
    let stored = || {
        let (name, colour) = (("name".to_owned(), found.name.clone()), ("colour".to_owned(), found.colour.to_string()));
        Filled::with(Values(vec![name, colour]))
    };
    page(&TagPage {
        frame: signed.visit.frame(reader.locale.pair(reader.t("desk-tag"), &found.name), "desk").await,
        filled: filled.unwrap_or_else(stored),
        tag: CountedTag::of(&found, &counts, reader),
        colours: colours(reader),
    })
}

pub async fn remove(
    State(app): State<App>,
    signed: SignedIn,
    Path(tag): Path<TagId>,
    posted: Posted<Nothing>,
) -> Answer {
    posted.sound()?;
    let act = app.begin(signed.who()).await?;
    tagging::remove(&act, &signed.actor, tag).await?;
    act.commit().await?;
    signed.visit.flash("success", signed.visit.t("desk-tag-removed")).await;
    Ok(see_other("/desk/tags"))
}

pub async fn put_on(
    State(app): State<App>,
    signed: SignedIn,
    Path(written): Path<String>,
    posted: Posted<Tagging>,
) -> Answer {
    reference(&written)?;
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, form: Tagging| -> Result<()> {
        let tag = form.tag.parse().map_err(|_| Error::NotFound)?;
        tagging::put_on(act, actor, here.reference(), tag).await.map(|_| ())
    };
    carry_out(&app, &signed, &written, posted, ("tags", "desk-tagged"), verb).await
}

pub async fn take_off(
    State(app): State<App>,
    signed: SignedIn,
    Path((written, tag)): Path<(String, TagId)>,
    posted: Posted<Nothing>,
) -> Answer {
    let verb = async |act: &Act, actor: &Actor, here: Here<'_>, _: Nothing| -> Result<()> {
        tagging::take_off(act, actor, here.reference(), tag).await.map(|_| ())
    };
    carry_out(&app, &signed, &written, posted, ("tags", "desk-untagged"), verb).await
}
