//! The letters about deadlines: what came too late, more time, and what is left of it.

use initiatives::{
    calls::actions::extending,
    proposals::{
        actions::{late, reminding::remind, writing},
        circulars::Circular,
        workflow::State,
    },
    words::{Locale, Trilingual},
};
use std::time::Duration;

use super::{
    proposals::{does, everybody, hostile_draft},
    shown::{Mailbox, show},
};
use crate::support::{on_both, proposals::CLOSES};

const OWNER: &str = "official@agra.example";
const HOUSE: &str = "secretariat@metropolis.example";
const HOUR: Duration = Duration::from_secs(3_600);

#[tokio::test]
async fn what_came_too_late() {
    on_both(async |app| {
        everybody(&app).await;
        let (admitted, refused, mut mail) = (hostile_draft(&app).await, hostile_draft(&app).await, Mailbox::default());
        app.clock.advance(CLOSES - app.now() + 2 * HOUR);
        let held = app.act(OWNER, async |act, actor| late::hold(act, actor, &admitted).await).await.unwrap().unwrap();
        mail.shows(&app, &["came_late"]).await;
        does!(app, HOUSE, admitted, |act, actor, t| late::admit(act, actor, t, held.id, "<b>No network</b>."));
        let letters = mail.look(&app).await;
        show("admitted", &letters.iter().filter(|letter| letter.kind == "admitted").collect::<Vec<_>>());
        app.act(OWNER, async |act, actor| late::hold(act, actor, &refused).await).await.unwrap();
        mail.look(&app).await;
        does!(app, HOUSE, refused, |act, actor, t| late::refuse(act, actor, t, "Two hours are too much."));
        mail.shows(&app, &["late_refused"]).await;
    })
    .await;
}

#[tokio::test]
async fn more_time_and_what_is_left_of_it() {
    on_both(async |app| {
        everybody(&app).await;
        hostile_draft(&app).await;
        let (call, mut mail) = (app.call().await, Mailbox::default());
        let closes_at = CLOSES + 240 * HOUR;
        app.act(HOUSE, async |act, _| {
            extending::extend(act, call, 1, closes_at, "<i>A holiday</i>.", Locale::En).await.map(|_| ())
        })
        .await
        .unwrap();
        app.deliver_mail().await;
        mail.shows(&app, &["call_extended"]).await;
        app.clock.advance(closes_at - app.now() - 168 * HOUR);
        remind(&app).await.unwrap();
        mail.shows(&app, &["reminder"]).await;
        app.clock.advance(162 * HOUR);
        remind(&app).await.unwrap();
        mail.shows(&app, &["reminder_last"]).await;
        app.act(HOUSE, async |act, _| {
            extending::grant(act, call, "agra", closes_at + 24 * HOUR, "A flood.", Locale::En).await.map(|_| ())
        })
        .await
        .unwrap();
        app.deliver_mail().await;
        mail.shows(&app, &["extension_granted"]).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_secretariat_writes_to_all_who_hold_drafts() {
    on_both(async |app| {
        everybody(&app).await;
        hostile_draft(&app).await;
        let (call, mut mail) = (app.call().await, Mailbox::default());
        let text =
            |en: &str, fr: &str, es: &str| Trilingual { en: en.to_owned(), fr: fr.to_owned(), es: es.to_owned() };
        let circular = Circular {
            subject: text("How sums are checked", "Comment les sommes sont vérifiées", "Cómo se comprueban las sumas"),
            text: text(
                "Sources and costs must have the <b>same</b> sum.\n\nMore about it:\nhttps://evil.example/sums",
                "Les sources et les coûts doivent avoir la même somme.\n\n- Financement\n- Budget",
                "Las fuentes y los costes deben sumar lo mismo.",
            ),
            states: vec![State::Draft],
            sender: None,
        };
        app.act(HOUSE, async |act, _| writing::send(act, call, act.id(), &circular, Locale::En).await).await.unwrap();
        app.deliver_mail().await;
        mail.shows(&app, &["call_letter"]).await;
    })
    .await;
}
