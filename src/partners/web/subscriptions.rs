//! Subscribing, confirming, changing: the first by anybody, the others behind the proof in a letter's link. Opening a link does
//! nothing, since scanners open links; it shows buttons.

use std::collections::BTreeSet;

use axum::extract::State;

use crate::{
    app::App,
    error::{Error, FieldErrors, Result},
    mail::suppressions,
    partners::{
        actions::subscribing::{self, Wish},
        forms::{self, AnswerForm, INITIATIVE, ManageForm, SubscribeForm},
        pages::subscriptions::{AskedPage, ManagePage, Offer, SubscribePage, in_words},
        store::{
            offers,
            subscribers::{Known, Manner},
        },
        topics::{Rhythm, Topic},
    },
    web::{Answer, Filled, Path, Posted, Values, Visit, page, see_other},
};

/// The form, with what the address names already ticked: `?theme=governance`, `?city=es-barcelona`, `?initiative=cibernarium`.
pub async fn ask(State(app): State<App>, visit: Visit) -> Answer {
    let query = visit.path_and_query.split_once('?').map_or("", |(_, query)| query);
    let mut values = Values::from_urlencoded(query.as_bytes());
    values.add("rhythm".to_owned(), Rhythm::AtOnce.code());
    values.add("language".to_owned(), visit.locale.tag());
    if let Some(actor) = &visit.actor {
        values.add("email".to_owned(), actor.email.as_str());
    }
    draw(&app, &visit, Filled::with(values)).await
}

async fn draw(app: &App, visit: &Visit, filled: Filled) -> Answer {
    let db = app.db.read();
    let slug = filled.value(INITIATIVE);
    let initiative = if slug.is_empty() { None } else { offers::initiative(db, slug, visit.locale).await? };
    let chosen = forms::topics_for(&filled.values, &BTreeSet::new());
    let offer = Offer::new(visit.locale, &offers::cities(db, &chosen).await?, &chosen, &[]);
    page(&SubscribePage {
        frame: visit.frame(visit.t("subscriptions-title"), "").await,
        initiative: initiative.map(|row| (row.slug.clone().unwrap_or_default(), row.title, row.language.tag())),
        own: visit.actor.as_ref().map(|actor| actor.email.clone()),
        offer,
        filled,
    })
}

pub async fn subscribe(State(app): State<App>, visit: Visit, posted: Posted<SubscribeForm>) -> Answer {
    let act = async |form: SubscribeForm, values: &Values| {
        let topics = wanted(&app, &visit, values).await?;
        let email = form.email.parse().map_err(Error::internal)?;
        let manner = Manner { rhythm: form.rhythm, locale: form.language };
        let act = app.begin(visit.who()).await?;
        if let Some(actor) = visit.actor.as_ref().filter(|actor| actor.email == email) {
            let id = subscribing::follow(&act, actor, topics, manner).await?;
            act.commit().await?;
            visit.flash("success", visit.t("subscriptions-noted")).await;
            return Ok(see_other(&format!("/subscriptions/{}", subscribing::proof(&app, id)?)));
        }
        subscribing::ask(&act, Wish { email, topics, manner }, &visit.address).await?;
        act.commit().await?;
        Ok(see_other("/subscriptions/asked"))
    };
    posted.then(act, async |filled| draw(&app, &visit, filled).await).await
}

/// What is chosen in the form of those who are not known yet.
async fn wanted(app: &App, visit: &Visit, values: &Values) -> Result<BTreeSet<Topic>> {
    let mut topics = forms::topics_for(values, &BTreeSet::new());
    only_cities_there_are(app, &mut topics, &BTreeSet::new()).await?;
    for slug in values.all(INITIATIVE) {
        topics
            .extend(offers::initiative(app.db.read(), slug, visit.locale).await?.map(|row| Topic::Initiative(row.id)));
    }
    if topics.is_empty() {
        return Err(Error::Invalid(FieldErrors::one("topics", visit.t("subscriptions-choose"))));
    }
    Ok(topics)
}

/// A city can be chosen if it leads something or takes part in it, or was chosen before.
async fn only_cities_there_are(app: &App, topics: &mut BTreeSet<Topic>, held: &BTreeSet<Topic>) -> Result<()> {
    if topics.iter().any(|topic| matches!(topic, Topic::City(_))) {
        let known = offers::cities(app.db.read(), topics).await?;
        topics.retain(|topic| match topic {
            Topic::City(city) => held.contains(topic) || known.iter().any(|one| one.city == *city),
            _ => true,
        });
    }
    Ok(())
}

pub async fn asked(visit: Visit) -> Answer {
    page(&AskedPage { frame: visit.frame(visit.t("subscriptions-asked-title"), "").await })
}

pub async fn show(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let known = match subscribing::proven(&app, &token).await {
        Err(Error::NotFound) if subscribing::is_ours(&app, &token) => {
            visit.flash("info", visit.t("subscriptions-forgotten")).await;
            return Ok(see_other("/subscriptions"));
        }
        known => known?,
    };
    let row = &known.subscriber;
    let mut values = Values(forms::chosen(&known.confirmed));
    values.add("rhythm".to_owned(), row.rhythm.code());
    values.add("language".to_owned(), row.locale.tag());
    draw_known(&app, &visit, (known, token), Filled::with(values)).await
}

async fn draw_known(app: &App, visit: &Visit, (known, token): (Known, String), filled: Filled) -> Answer {
    let db = app.db.read();
    let held: BTreeSet<Topic> = known.confirmed.union(&known.waiting).cloned().collect();
    let ids = held.iter().filter_map(Topic::initiative);
    let named = offers::initiatives(db, ids, visit.locale).await?;
    let typed = forms::topics_for(&filled.values, &held);
    let shown: BTreeSet<Topic> = known.confirmed.union(&typed).cloned().collect();
    let cities = offers::cities(db, &shown.union(&held).cloned().collect()).await?;
    let waiting = known.waiting.iter().map(|topic| in_words(topic, &cities, &named, visit.locale)).collect();
    let offer = Offer::new(visit.locale, &cities, &shown, &named);
    let frame = visit.frame(visit.t("subscriptions-yours"), "").await;
    let came_back = suppressions::of(db, &known.subscriber.email).await?.is_some();
    page(&ManagePage { filled, came_back, ..ManagePage::new(frame, &known, token, offer, waiting) })
}

pub async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted<AnswerForm>,
) -> Answer {
    let known = subscribing::proven(&app, &token).await?;
    let act = app.begin(visit.who_without_account()).await?;
    subscribing::confirm(&act, known.subscriber.id, posted.sound()?.version).await?;
    act.commit().await?;
    visit.flash("success", visit.t("subscriptions-confirmed")).await;
    Ok(see_other(&format!("/subscriptions/{token}")))
}

pub async fn refuse(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted<AnswerForm>,
) -> Answer {
    let known = subscribing::proven(&app, &token).await?;
    let act = app.begin(visit.who_without_account()).await?;
    subscribing::refuse(&act, known.subscriber.id, posted.sound()?.version).await?;
    act.commit().await?;
    visit.flash("success", visit.t("subscriptions-refused")).await;
    Ok(see_other(&format!("/subscriptions/{token}")))
}

pub async fn change(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    posted: Posted<ManageForm>,
) -> Answer {
    let known = subscribing::proven(&app, &token).await?;
    let act = async |form: ManageForm, values: &Values| {
        let mut topics = forms::topics_for(values, &known.confirmed);
        only_cities_there_are(&app, &mut topics, &known.confirmed).await?;
        let manner = Manner { rhythm: form.rhythm, locale: form.language };
        let act = app.begin(visit.who_without_account()).await?;
        subscribing::change(&act, known.subscriber.id, form.version, &topics, manner).await?;
        act.commit().await?;
        let said = if topics.is_empty() { "subscriptions-stopped" } else { "subscriptions-noted" };
        visit.flash("success", visit.t(said)).await;
        Ok(see_other(&format!("/subscriptions/{token}")))
    };
    let show = async |filled| draw_known(&app, &visit, (known.clone(), token.clone()), filled).await;
    posted.then(act, show).await
}
