//! The letters about a proposal, to its officials and to the secretariat, each read by three people in three languages.

use chrono::NaiveDate;
use initiatives::{
    accounts::{
        self, OrganisationKind, Role, StaffRole,
        actions::{NewOrganisation, NewPerson, ensure_member, ensure_organisation, ensure_person, ensure_staff},
    },
    act::Who,
    audit,
    clock::{Moment, Zone},
    entity::letter,
    guidelines::{Answer, Value},
    ids::Reference,
    proposals::{
        actions::{co_editing, saving, standing, steering, submitting},
        eligibility::Check,
        rules::{Audience, Outcome},
    },
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::shown::{Mailbox, kept};
use crate::{
    proposals::verbs::decision,
    support::{
        TestApp,
        letters::read,
        on_both,
        proposals::{ask_for, complete_answers},
    },
};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";

/// A page of a stranger, a script, and a link as Markdown knows it.
const HOSTILE: &str = "Please add <b>partners</b>.\r\n\r\n<script>alert(1)</script>\n.\nhttps://evil.example/log-in and [log in](https://evil.example)";

/// Owners of Agra, and people of the secretariat, who read English, French and Spanish.
pub async fn everybody(app: &TestApp) {
    let agra = NewOrganisation {
        slug: "agra".to_owned(),
        name: "Agra <i>& Mathura</i>".to_owned(),
        kind: OrganisationKind::MemberCity,
        city: "Agra".to_owned(),
        country: "IN".to_owned(),
        place: Some((27_180_000, 78_010_000)),
        website: None,
        example: false,
    };
    let act = app.begin_as("test").await.unwrap();
    let agra = ensure_organisation(&act, &agra).await.unwrap();
    for (email, name, locale, of_city) in [
        (OWNER, "Asha Verma", Locale::En, true),
        ("officielle@agra.example", "Anaïs <Roux>", Locale::Fr, true),
        ("oficial@agra.example", "Inés \"Nena\" Paz", Locale::Es, true),
        (HOUSE, "Clara Soler", Locale::En, false),
        ("secretariat.fr@metropolis.example", "Gaël Petit", Locale::Fr, false),
        ("secretaria@metropolis.example", "Ana Mas", Locale::Es, false),
    ] {
        let (email, name) = (email.parse().unwrap(), name.to_owned());
        let zone: Zone = if of_city { "Asia/Kolkata" } else { "Europe/Madrid" }.parse().unwrap();
        let id = ensure_person(&act, &NewPerson { email, name, locale, zone }, None).await.unwrap();
        if of_city {
            ensure_member(&act, id, agra, Role::Owner).await.unwrap();
        } else {
            ensure_staff(&act, id, StaffRole::Secretariat).await.unwrap();
        }
    }
    act.commit().await.unwrap();
}

/// A draft that could be submitted, whose title would be a header.
pub async fn hostile_draft(app: &TestApp) -> Reference {
    let reference = app.complete_draft().await;
    let mut answers = complete_answers(&*app.definition().await);
    let title = "Cool <b>roofs</b>\r\nBcc: everyone@evil.example".to_owned();
    answers.insert("title".parse().unwrap(), Answer::Value(Value::Text(title)));
    app.act(OWNER, async |act, actor| saving::set(act, actor, &reference, answers, &[]).await).await.unwrap();
    reference
}

/// Does something to a proposal as its page shows it now.
macro_rules! does {
    ($app:expr, $email:expr, $reference:expr, |$act:ident, $actor:ident, $target:ident| $verb:expr) => {{
        let seen = $app.seen(&$reference).await;
        $app.act($email, async |$act, $actor| {
            let $target = initiatives::proposals::actions::steering::Target { reference: &$reference, seen };
            $verb.await
        })
        .await
        .unwrap();
    }};
}
pub(crate) use does;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// 2014-06-30T21:59:59Z
const DUE: Moment = Moment::from_millis(1_404_165_599_000);

#[tokio::test]
async fn from_the_receipt_to_the_completed_initiative() {
    on_both(async |app| {
        everybody(&app).await;
        let (reference, mut mail) = (hostile_draft(&app).await, Mailbox::default());
        assert!(mail.look(&app).await.is_empty(), "a draft tells nobody");

        app.submit(&reference).await;
        mail.shows(&app, &["arrived", "received"]).await;
        does!(app, OWNER, reference, |act, actor, t| submitting::reopen(act, actor, t.reference, t.seen));
        mail.shows(&app, &["taken_back"]).await;

        app.submit(&reference).await;
        mail.look(&app).await;
        does!(app, HOUSE, reference, |act, actor, t| standing::check_eligibility(
            act,
            actor,
            t.reference,
            Check::first(true, "")
        ));
        does!(app, HOUSE, reference, |act, actor, t| steering::start_review(act, actor, t));
        mail.shows(&app, &["review_started"]).await;
        does!(app, HOUSE, reference, |act, actor, t| ask_for(act, actor, t, HOSTILE, DUE));
        let letters = mail.look(&app).await;
        super::shown::show("returned", &letters.iter().collect::<Vec<_>>());
        kept("returned.html", &letters.iter().find(|letter| letter.locale == Locale::En).unwrap().body_html);
        let later = DUE + std::time::Duration::from_secs(7 * 24 * 60 * 60);
        does!(app, HOUSE, reference, |act, actor, t| steering::move_due(act, actor, t, later));
        mail.shows(&app, &["due_moved"]).await;

        app.submit(&reference).await;
        mail.look(&app).await;
        app.say(HOUSE, &reference, Audience::Applicant, HOSTILE).await;
        mail.shows(&app, &["comment"]).await;

        audit::seal(&app).await.unwrap();
        let approval = decision(Outcome::Approved);
        does!(app, HOUSE, reference, |act, actor, t| steering::approve(act, actor, t, &approval));
        mail.shows(&app, &["approved"]).await;
        does!(app, HOUSE, reference, |act, actor, t| steering::revise(act, actor, t, "A wrong page of the minutes."));
        mail.shows(&app, &["revised"]).await;
        does!(app, HOUSE, reference, |act, actor, t| steering::approve(act, actor, t, &approval));
        mail.look(&app).await;
        does!(app, HOUSE, reference, |act, actor, t| steering::start_running(act, actor, t, day(2015, 1, 15)));
        mail.shows(&app, &["running"]).await;
        let outcome = "Four hundred roofs <painted>.";
        does!(app, HOUSE, reference, |act, actor, t| steering::complete(act, actor, t, outcome, "The final report."));
        mail.shows(&app, &["completed"]).await;
    })
    .await;
}

#[tokio::test]
async fn the_ways_that_end_elsewhere() {
    on_both(async |app| {
        everybody(&app).await;
        let mut mail = Mailbox::default();
        let reference = app.submitted().await;
        mail.look(&app).await;
        let ineligible = decision(Outcome::Ineligible);
        does!(app, HOUSE, reference, |act, actor, t| {
            standing::check_eligibility(act, actor, t.reference, Check::first(false, "It names no city."))
        });
        does!(app, HOUSE, reference, |act, actor, t| steering::not_select(act, actor, t, &ineligible));
        mail.shows(&app, &["ineligible"]).await;
        does!(app, HOUSE, reference, |act, actor, t| steering::reinstate(act, actor, t, "It does name a city."));
        mail.shows(&app, &["reinstated"]).await;
        let refusal = decision(Outcome::NotSelected);
        does!(app, HOUSE, reference, |act, actor, t| steering::not_select(act, actor, t, &refusal));
        mail.shows(&app, &["not_selected"]).await;

        let withdrawn = app.submitted().await;
        mail.look(&app).await;
        does!(app, OWNER, withdrawn, |act, actor, t| steering::withdraw(
            act,
            actor,
            t,
            "The council voted against it."
        ));
        mail.shows(&app, &["withdrawn"]).await;

        let ended = app.under_review().await;
        let approval = decision(Outcome::Approved);
        does!(app, HOUSE, ended, |act, actor, t| steering::approve(act, actor, t, &approval));
        does!(app, HOUSE, ended, |act, actor, t| steering::start_running(act, actor, t, day(2015, 1, 15)));
        mail.look(&app).await;
        does!(app, HOUSE, ended, |act, actor, t| steering::end_early(act, actor, t, "No funds.", day(2016, 3, 1)));
        mail.shows(&app, &["ended_early"]).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_that_an_applicant_wrote_becomes_a_header_or_markup() {
    on_both(async |app| {
        everybody(&app).await;
        let reference = hostile_draft(&app).await;
        app.submit(&reference).await;
        app.say(HOUSE, &reference, Audience::Applicant, HOSTILE).await;
        let about = letter::Column::Kind.is_in(["received", "comment"]);
        let letters = read(&app, letter::Entity::find().filter(about)).await;
        assert_eq!(letters.len(), 6);
        for letter in letters {
            assert!(!letter.subject.contains(['\r', '\n']), "{:?}", letter.subject);
            for markup in ["<script", "<b>", "<i>", "href=\"https://evil"] {
                assert!(!letter.body_html.contains(markup), "{markup} in {}", letter.body_html);
            }
            assert!(!letter.body_text.lines().any(|line| line.starts_with("Bcc:")), "{}", letter.body_text);
        }
    })
    .await;
}

#[tokio::test]
async fn those_of_another_city_who_write_with_the_lead() {
    on_both(async |app| {
        everybody(&app).await;
        let (reference, mut mail) = (hostile_draft(&app).await, Mailbox::default());
        let mut invited = Vec::new();
        for (email, name, locale) in [
            ("ana@lisbon.example", "Ana <b>Dias</b>", Locale::En),
            ("anne@lyon.example", "Anne Roux", Locale::Fr),
            ("ines@quito.example", "Inés Paz", Locale::Es),
        ] {
            let (email, name) = (email.parse().unwrap(), name.to_owned());
            let person = NewPerson { email, name, locale, zone: Zone::UTC };
            invited.push(
                app.act(OWNER, async |act, actor| co_editing::invite(act, actor, &reference, &person).await)
                    .await
                    .unwrap(),
            );
        }
        mail.shows(&app, &["co_invited"]).await;
        for id in &invited {
            let actor = accounts::store::actor(app.db.read(), *id).await.unwrap().unwrap();
            let act = app.begin(Who { by: actor.by(), at: app.now(), may_act: true }).await.unwrap();
            co_editing::accept(&act, &actor, &reference).await.unwrap();
            act.commit().await.unwrap();
        }
        app.submit(&reference).await;
        let mut letters = mail.look(&app).await;
        letters.retain(|letter| letter.kind == "co_submitted");
        super::shown::show("co_submitted", &letters.iter().collect::<Vec<_>>());
        for id in &invited[1..] {
            app.act(OWNER, async |act, actor| co_editing::remove(act, actor, &reference, *id).await).await.unwrap();
        }
        mail.shows(&app, &["co_removed"]).await;
        let actor = accounts::store::actor(app.db.read(), invited[0]).await.unwrap().unwrap();
        let act = app.begin(Who { by: actor.by(), at: app.now(), may_act: true }).await.unwrap();
        co_editing::leave(&act, &actor, &reference).await.unwrap();
        act.commit().await.unwrap();
        mail.shows(&app, &["co_left"]).await;
    })
    .await;
}
