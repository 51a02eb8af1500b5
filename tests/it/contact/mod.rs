//! Writing to the secretariat from the public pages, without an account.

mod reading;
mod writing;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use initiatives::entity::contact_message;
use sea_orm::{EntityTrait, QueryOrder};
use sha2::{Digest, Sha256};

use crate::support::{Page, TestApp, each_after, letters::Written};

pub const HOUSE: &str = "secretariat@metropolis.example";
pub const OWNER: &str = "official@agra.example";
pub const ANA: &str = "ana@rosario.example";

/// What a browser finds that runs the script of the page: the number behind its challenge, as the form takes it.
pub fn work(page: &Page) -> String {
    let of = |name: &str| each_after(&page.text, &format!(" data-{name}=\"")).remove(0).replace("&#38;", "&");
    let (challenge, salt, most) = (of("challenge"), of("salt"), of("most"));
    let hash = |number: &u32| hex::encode(Sha256::digest(format!("{salt}{number}")));
    let number = (0..=most.parse().unwrap()).find(|number| hash(number) == challenge).unwrap();
    let solution = serde_json::json!({
        "algorithm": "SHA-256",
        "challenge": challenge,
        "number": number,
        "salt": salt,
        "signature": of("signature"),
    });
    BASE64.encode(solution.to_string())
}

/// A form as somebody fills it in.
pub fn typed<'a>(
    email: &'a str,
    message: &'a str,
    initiative: &'a str,
    proof: &'a str,
) -> Vec<(&'static str, &'a str)> {
    vec![
        ("name", "Ana Díaz"),
        ("email", email),
        ("about", "question"),
        ("message", message),
        ("initiative", initiative),
        ("proof", proof),
        ("more", ""),
    ]
}

impl TestApp {
    /// Somebody writes whose browser runs scripts.
    pub async fn write_with_scripts(&self, email: &str, message: &str, initiative: &str) {
        let mut visitor = self.browser();
        let page = visitor.get(&format!("/contact?initiative={initiative}")).await;
        let page = visitor.post("/contact", &typed(email, message, initiative, &work(&page))).await;
        assert_eq!((page.status, page.location()), (303, "/contact/sent"), "{}", page.words());
    }

    /// Somebody writes whose browser runs none.
    pub async fn write_without_scripts(&self, email: &str, message: &str) {
        let page = self.browser().post("/contact", &typed(email, message, "", "")).await;
        assert_eq!((page.status, page.location()), (303, "/contact/asked"), "{}", page.words());
    }

    /// All messages, oldest first.
    pub async fn contact_messages(&self) -> Vec<contact_message::Model> {
        let find = contact_message::Entity::find().order_by_asc(contact_message::Column::Id);
        find.all(self.db.read()).await.unwrap()
    }

    /// The letters of a kind to an address.
    pub async fn of_kind(&self, email: &str, kind: &str) -> Vec<Written> {
        let mut letters = self.letters_to(email).await;
        letters.retain(|letter| letter.kind == kind);
        letters
    }

    /// The name in the catalogue of an Initiative that is public now, with its title.
    pub async fn public_initiative(&self) -> (String, String) {
        let reference = self.under_review().await;
        self.approve_and_tell(&reference).await;
        let proposal = self.case(HOUSE, &reference).await.unwrap().proposal;
        (proposal.slug.unwrap(), proposal.title)
    }
}
