//! News of Initiatives: in three languages, corrected, translated, taken back.

use initiatives::{
    entity::{letter, news, news_version},
    ids::Reference,
    mail::LetterState,
    words::{Locale, Trilingual},
};
use sea_orm::{ColumnTrait, ConnectionTrait, Database, DbBackend, EntityTrait, QueryFilter, QueryOrder, Statement};

use crate::{
    featured::events,
    programs::feed,
    subscriptions::{ANA, HOUSE},
    support::{Browser, Kind, Page, TestApp, filled_before, on_both, on_postgres},
};

/// The secretariat, at an Initiative whose followers read French.
struct Desk {
    house: Browser,
    list: String,
    slug: String,
    reference: Reference,
}

/// A piece of news in English.
const WRITTEN: [(&str, &str); 5] = [
    ("kind", "milestone"),
    ("language", "en"),
    ("title_en", "A thousand rooves"),
    ("text_en", "The thousandth roof was painted **white**."),
    ("link", ""),
];

const FRENCH: [(&str, &str); 2] =
    [("title_fr", "Mille toits"), ("text_fr", "Le millième toit est peint en **blanc**.")];

impl Desk {
    async fn of(app: &TestApp) -> Self {
        let reference = app.under_review().await;
        app.approve_and_tell(&reference).await;
        let slug = app.case(HOUSE, &reference).await.unwrap().proposal.slug.unwrap();
        app.subscribe(ANA, &[("initiative", &slug), ("language", "fr")]).await;
        let list = format!("/desk/proposals/{reference}/news");
        Self { house: app.sign_in(HOUSE).await, list, slug, reference }
    }

    /// Publishes a piece of news; the address of its page.
    async fn publish(&mut self, more: &[(&str, &str)]) -> String {
        let id = self.house.get(&self.list).await.field("id").unwrap();
        let form = [&WRITTEN, more, &[("id", id.as_str())]].concat();
        assert_eq!(self.house.post(&self.list, &form).await.status, 303);
        format!("{}/{id}", self.list)
    }

    /// Saves what a piece of news says, from the version that its page shows.
    async fn change(&mut self, piece: &str, form: &[(&str, &str)]) -> Page {
        let version = self.house.get(piece).await.field("version").unwrap();
        self.house.post(piece, &[form, &[("version", version.as_str())]].concat()).await
    }

    async fn show(&mut self, piece: &str, shown: &str) -> Page {
        assert_eq!(self.house.post(&format!("{piece}/shown"), &[("shown", shown)]).await.status, 303);
        self.house.get(&self.list).await
    }
}

impl TestApp {
    async fn reads(&self, slug: &str, language: &str) -> Page {
        self.browser().get(&format!("/initiatives/{slug}?lang={language}")).await
    }

    /// The letters about news.
    async fn news_letters(&self) -> Vec<letter::Model> {
        let find = letter::Entity::find().filter(letter::Column::Kind.eq("partners-news"));
        find.all(self.db.read()).await.unwrap()
    }
}

#[tokio::test]
async fn news_are_read_and_told_in_the_readers_language_and_else_as_they_were_written() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        desk.publish(&FRENCH).await;
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert!(told[0].subject.ends_with("Mille toits"), "{}", told[0].subject);
        assert!(told[0].body_text.contains("peint en **blanc**"), "{}", told[0].body_text);

        let french = app.reads(&desk.slug, "fr").await;
        assert!(french.text.contains("<h3 class=\"row-title\" lang=\"fr\">Mille toits</h3>"), "{}", french.text);
        assert!(french.text.contains("peint en <strong>blanc</strong>"), "{}", french.text);
        let spanish = app.reads(&desk.slug, "es").await;
        assert!(
            spanish.text.contains("<h3 class=\"row-title\" lang=\"en\">A thousand rooves</h3>"),
            "{}",
            spanish.text
        );
        let (french, english) = (feed(&app, "?lang=fr").await, feed(&app, "?lang=en").await);
        assert_eq!(french["entries"][0]["title"], "Mille toits");
        assert_eq!(english["entries"][0]["title"], "A thousand rooves");
        assert!(desk.house.get(&desk.list).await.has("Not translated into: Español"));
    })
    .await;
}

#[tokio::test]
async fn news_are_corrected_and_translated_and_every_version_is_kept() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        let piece = desk.publish(&[]).await;
        app.deliver_mail().await;
        let better =
            [&WRITTEN[..2], &[("title_en", "A thousand roofs"), WRITTEN[3], ("link", "")], &FRENCH[..]].concat();
        assert_eq!(desk.change(&piece, &better).await.status, 303);
        assert_eq!(desk.change(&piece, &better).await.status, 303, "what stands there already is no new version");

        let page = app.reads(&desk.slug, "en").await;
        assert!(page.has("A thousand roofs") && !page.has("rooves"));
        assert!(app.reads(&desk.slug, "fr").await.has("Mille toits"));
        app.deliver_mail().await;
        assert_eq!(app.told(ANA).await.len(), 1, "nobody is told again");

        let kept = news_version::Entity::find().order_by_asc(news_version::Column::Number);
        let kept = kept.all(app.db.read()).await.unwrap();
        let said: Vec<(i32, &str, &str)> =
            kept.iter().map(|row| (row.number, row.deed.code(), row.title.en.as_str())).collect();
        assert_eq!(said, [(1, "published", "A thousand rooves"), (2, "changed", "A thousand roofs")]);
        let before = desk.house.get(&format!("{piece}?version=1")).await;
        assert_eq!(before.field("title_en").unwrap(), "A thousand rooves");
        assert_eq!(before.field("version").unwrap(), "2", "it is saved on top of what stands there");
        assert!(events(&app, &desk.reference).await.contains(&"initiative.news_changed".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_is_looked_at_before_it_is_saved_and_never_lost() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        let look = [&WRITTEN[..], &[("act", "look")]].concat();
        let page = desk.house.post(&desk.list, &look).await;
        assert_eq!(page.status, 200);
        assert!(
            page.text.contains("painted <strong>white</strong>") && !app.reads(&desk.slug, "en").await.has("rooves")
        );
        let half = [&WRITTEN[..], &[("title_es", "Mil tejados")]].concat();
        let page = desk.house.post(&desk.list, &half).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Text (Español)") && page.field("title_es").unwrap() == "Mil tejados", "{}", page.words());

        let piece = desk.publish(&[]).await;
        let seen = desk.house.get(&piece).await.field("version").unwrap();
        assert_eq!(desk.change(&piece, &[&WRITTEN[..], &FRENCH].concat()).await.status, 303);
        let mine =
            [&WRITTEN[..], &[("title_es", "Mil tejados"), ("text_es", "Pintados."), ("version", &seen)]].concat();
        let page = desk.house.post(&piece, &mine).await;
        assert_eq!(page.status, 409);
        assert!(page.has("Mille toits") && page.field("title_es").unwrap() == "Mil tejados", "{}", page.words());
        assert_eq!(page.field("version").unwrap(), "2");
        let looked = desk.house.post(&piece, &[&mine[..], &[("act", "look")]].concat()).await;
        assert_eq!((looked.status, looked.field("title_es").unwrap().as_str()), (200, "Mil tejados"));
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_is_read_nowhere_and_told_to_nobody_who_was_not_told_yet() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        let piece = desk.publish(&[]).await;
        assert!(app.reads(&desk.slug, "en").await.has("rooves"));
        let list = desk.show(&piece, "no").await;
        assert!(list.has("Emails that had not left are cancelled."), "{}", list.words());
        assert!(!app.reads(&desk.slug, "en").await.has("rooves"));
        assert_ne!(feed(&app, "").await["entries"][0]["title"], "A thousand rooves");
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty() && app.news_letters().await.is_empty());

        desk.show(&piece, "no").await;
        desk.show(&piece, "yes").await;
        assert!(app.reads(&desk.slug, "en").await.has("rooves"));
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty(), "it is told to nobody afterwards");
        let row = news::Entity::find().one(app.db.read()).await.unwrap().unwrap();
        assert_eq!(row.version, 3, "taking back twice is once");
    })
    .await;
}

#[tokio::test]
async fn letters_that_are_written_and_have_not_left_are_cancelled_and_what_has_left_is_said() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        let piece = desk.publish(&[]).await;
        app.expand_announcements().await;
        assert_eq!(app.news_letters().await[0].state, LetterState::Queued);
        desk.show(&piece, "no").await;
        assert_eq!(app.news_letters().await[0].state, LetterState::Cancelled);

        app.clock.advance(std::time::Duration::from_secs(1));
        let another = desk.publish(&[]).await;
        app.deliver_mail().await;
        let list = desk.show(&another, "no").await;
        assert!(list.has("Some readers may have been told by email already."), "{}", list.words());
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_a_piece_of_news_for_another_initiatives_finds_nothing() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        let piece = desk.publish(&[]).await;
        let other = app.under_review().await;
        app.approve_and_tell(&other).await;
        let id = piece.rsplit('/').next().unwrap();
        for id in [id, "0", "not-an-id", "00000000-0000-0000-0000-000000000000"] {
            let wrong = format!("/desk/proposals/{other}/news/{id}");
            assert_eq!(desk.house.get(&wrong).await.status, 404, "{id}");
            let form = [&WRITTEN[..], &[("version", "1")]].concat();
            assert_eq!(desk.house.post(&wrong, &form).await.status, 404, "{id}");
            assert_eq!(desk.house.post(&format!("{wrong}/shown"), &[("shown", "no")]).await.status, 404, "{id}");
        }
        assert_eq!(desk.house.post(&format!("{piece}/shown"), &[("shown", "perhaps")]).await.status, 404);
        assert_eq!(desk.house.get(&format!("{piece}?version=99")).await.status, 200, "an unknown version is the last");
    })
    .await;
}

#[tokio::test]
async fn letters_that_are_not_written_yet_say_what_was_corrected() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        let piece = desk.publish(&[]).await;
        let better =
            [&WRITTEN[..2], &[("title_en", "A thousand roofs"), WRITTEN[3], ("link", "")], &FRENCH[..]].concat();
        assert_eq!(desk.change(&piece, &better).await.status, 303);
        app.deliver_mail().await;
        let told = app.told(ANA).await;
        assert_eq!(told.len(), 1);
        assert!(told[0].subject.ends_with("Mille toits"), "{}", told[0].subject);
        desk.show(&piece, "no").await;
        let page = desk.change(&piece, &[&WRITTEN[..], &FRENCH].concat()).await;
        assert!(desk.house.get(page.location()).await.has("Visitors cannot read it until you publish it again."));
    })
    .await;
}

#[tokio::test]
async fn a_form_that_the_browser_brings_back_publishes_another_piece() {
    on_both(async |app| {
        let mut desk = Desk::of(&app).await;
        let piece = desk.publish(&[]).await;
        let id = piece.rsplit('/').next().unwrap();
        for (title, status) in [("A thousand rooves", 303), ("Two thousand roofs", 303)] {
            let form = [&WRITTEN[..2], &[("title_en", title), WRITTEN[3], ("link", ""), ("id", id)]].concat();
            assert_eq!(desk.house.post(&desk.list, &form).await.status, status);
        }
        let rows = news::Entity::find().all(app.db.read()).await.unwrap();
        assert_eq!(rows.len(), 2, "the same again is once, something else is another piece");
        desk.show(&piece, "no").await;
        assert_eq!(desk.house.post(&desk.list, &[&WRITTEN[..], &[("id", id)]].concat()).await.status, 303);
        assert_eq!(news::Entity::find().all(app.db.read()).await.unwrap().len(), 3, "what was taken back is not that");
    })
    .await;
}

#[tokio::test]
async fn what_is_taken_back_while_its_letters_are_written_waits_for_the_batch() {
    on_postgres(async |app| {
        let mut desk = Desk::of(&app).await;
        let piece = desk.publish(&[]).await;
        // A batch holds its announcement, and then asks for the proposal that its letters are about.
        let batch = app.db.begin().await.unwrap();
        let statement = "UPDATE announcements SET reached = reached WHERE done_at IS NULL";
        batch.execute_unprepared(statement).await.unwrap();
        let taking = tokio::spawn(async move {
            desk.show(&piece, "no").await;
        });
        let waiting = "SELECT count(*) AS n FROM pg_locks WHERE NOT granted";
        loop {
            let row = app.db.read().query_one_raw(Statement::from_string(DbBackend::Postgres, waiting)).await.unwrap();
            if row.unwrap().try_get::<i64>("", "n").unwrap() > 0 {
                break;
            }
            tokio::task::yield_now().await;
        }
        batch.execute_unprepared("SET LOCAL lock_timeout TO '5s'").await.unwrap();
        batch.execute_unprepared("SELECT id FROM proposals FOR KEY SHARE").await.unwrap();
        batch.commit().await.unwrap();
        taking.await.unwrap();
        app.deliver_mail().await;
        assert!(app.told(ANA).await.is_empty());
    })
    .await;
}

/// A piece of news of before, in French.
const BEFORE: &str = "
INSERT INTO users (id, email, name, name_key, locale, zone, created_at, version)
    VALUES ({1}, 'house@a.example', 'House', 'house', 'en', 'UTC', 0, 1);
INSERT INTO organisations (id, slug, name, name_key, kind, city, country, example, created_at, version)
    VALUES ({10}, 'agra', 'Agra', 'agra', 'member_city', 'Agra', 'IN', false, 0, 1);
INSERT INTO guidelines (id, slug, version, source, created_at) VALUES ({11}, 'g', 1, '', 0);
INSERT INTO calls (id, slug, year, guidelines_id, title, summary, body, period_first, period_last, zone, opens_at, closes_at,
    grace_seconds, admits_members, admits_partners, next_number, example, created_at, version)
    VALUES ({12}, 'c', 2014, {11}, '{}', '{}', '{}', 2015, 2017, 'UTC', 0, 1, 0, true, false, 2, false, 0, 1);
INSERT INTO proposals (id, reference, call_id, number, organisation_id, state, version, state_since, title, title_key,
    short_title, theme, country, language, example, sources, created_at, updated_at)
    VALUES ({13}, 'MI-2014-001', {12}, 1, {10}, 'submitted', 1, 0, 'T', 't', 'T', '', 'IN', 'en', false, '{}', 0, 0);
INSERT INTO news (id, proposal_id, kind, locale, title, body, link, published_at, published_by)
    VALUES ({20}, {13}, 'milestone', 'fr', 'Mille « toits »', 'Peints.', NULL, 5, {1});
";

#[tokio::test]
async fn news_of_before_stand_in_the_language_in_which_they_were_written() {
    for kind in [Kind::Sqlite, Kind::Postgres] {
        let folder = tempfile::tempdir().unwrap();
        let url = filled_before("m0039_news_versions", kind, folder.path(), BEFORE).await;
        let db = Database::connect(&url).await.unwrap();
        let rows = news::Entity::find().all(&db).await.unwrap();
        let kept = news_version::Entity::find().all(&db).await.unwrap();
        db.close().await.unwrap();
        let title = Trilingual { fr: "Mille « toits »".to_owned(), ..Trilingual::default() };
        assert_eq!(rows.len(), 1);
        assert_eq!((&rows[0].title, rows[0].locale, rows[0].version), (&title, Locale::Fr, 1));
        assert_eq!((&kept[0].title, kept[0].deed.code(), kept[0].number), (&title, "published", 1));
    }
}
