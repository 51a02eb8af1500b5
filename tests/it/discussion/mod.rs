//! What is said about a proposal: to whom, how it goes, how it is taken back, who hears of it and who never does.

mod files;
mod hearing;
mod migrating;
mod reading;
mod writing;

use initiatives::{
    accounts::{
        StaffRole,
        actions::{ensure_person, ensure_staff},
    },
    calls::{
        self,
        actions::phasing,
        phases::{Phases, ReviewPhase, Shown, Step},
    },
    clock::Moment,
    entity::{letter, thread, user},
    ids::{Reference, UserId},
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use crate::support::{Browser, PASSWORD, Page, TestApp, someone_new};

pub use crate::desk::{EVE, HOUSE, OWNER, RUTH};

/// The page of the conversations about a proposal.
pub fn talk(reference: &Reference) -> String {
    format!("/proposals/{reference}/discussion")
}

impl Browser {
    /// Begins a conversation on the page for the house.
    pub async fn begin(&mut self, reference: &Reference, audience: &str, body: &str) -> Page {
        self.post_and_follow(&talk(reference), &[("audience", audience), ("body", body)]).await
    }
}

impl Page {
    /// What stands behind an attribute's beginning, the first time: `after("action=\"/x/")`.
    pub fn after(&self, start: &str) -> String {
        let rest = self.text.split(start).nth(1).unwrap_or_else(|| panic!("no {start} in {}", self.words()));
        rest.split(['"', '/']).next().unwrap().to_owned()
    }

    /// The conversation that stands first on the page.
    pub fn thread(&self) -> String {
        self.after("id=\"thread-")
    }

    /// The message that stands first on the page.
    pub fn message(&self) -> String {
        self.after("id=\"message-")
    }
}

impl TestApp {
    /// Somebody else of the secretariat: the address.
    async fn colleague(&self) -> String {
        let person = someone_new();
        let password = self.hasher.hash(PASSWORD, self.ids.salt()).await.unwrap();
        let act = self.begin_as("test").await.unwrap();
        let id = ensure_person(&act, &person, Some(&password)).await.unwrap();
        ensure_staff(&act, id, StaffRole::Secretariat).await.unwrap();
        act.commit().await.unwrap();
        person.email.to_string()
    }

    /// Who has this address.
    async fn user(&self, email: &str) -> UserId {
        let find = user::Entity::find().filter(user::Column::Email.eq(email));
        find.one(self.db.read()).await.unwrap().unwrap().id
    }

    /// How many conversations there are.
    async fn conversations(&self) -> u64 {
        thread::Entity::find().count(self.db.read()).await.unwrap()
    }

    /// A worker is sending a letter about this message already.
    async fn send_early(&self, message: &str) {
        let of_message = letter::Column::UniqueKey.starts_with(format!("comment:{message} "));
        let held = letter::Entity::update_many()
            .col_expr(letter::Column::State, Expr::value(initiatives::mail::LetterState::Sending))
            .col_expr(letter::Column::LeaseHolder, Expr::value("a worker"));
        let held = held.filter(of_message).exec(self.db.write()).await.unwrap();
        assert!(held.rows_affected > 0);
    }

    /// Puts the call into consensus, with the names of reviewers and their comments shown or not.
    async fn show_to_reviewers(&self, names: bool, comments: bool) {
        let call = self.call().await;
        let seen = calls::by_id(self.db.read(), call).await.unwrap().unwrap().version;
        let begins_at = Some(Moment::from_millis(self.now().millis() - 60_000));
        let usual = ReviewPhase::usual(Step::Consensus);
        let phase = ReviewPhase { begins_at, reviews: Shown::AfterOwn, names, comments, ..usual };
        let phases = Phases::new(vec![phase]).unwrap();
        self.act(HOUSE, async |act, _| phasing::set(act, call, seen, &phases).await).await.unwrap();
    }
}
