//! Somebody who hears of Initiatives by email.

use initiatives::{entity::subscriber, partners::actions::subscribing};

use crate::support::TestApp;

const EMAIL: &str = "reader@cities.example";

/// One who gets letters, and has them again when a line has stopped them.
pub async fn subscriber(app: &TestApp) -> subscriber::Model {
    app.enter_subscriber(EMAIL, &["calls"]).await;
    app.subscriber(EMAIL).await.unwrap()
}

/// The proof in the links of the letters.
pub async fn proof(app: &TestApp) -> String {
    subscribing::proof(app, subscriber(app).await.id).unwrap()
}
