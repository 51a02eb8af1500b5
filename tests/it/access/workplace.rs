//! What the secretariat makes for itself.

use initiatives::reviews::{
    actions::{tagging, viewing},
    tags::NewTag,
};

use super::scene::HOUSE;
use crate::support::{TestApp, new_address};

/// A tag of the secretariat.
pub async fn tag(app: &TestApp) -> String {
    let new = NewTag { name: new_address(), colour: 4 };
    app.act(HOUSE, async |act, actor| tagging::add(act, actor, &new).await).await.unwrap().to_string()
}

/// A view that the secretariat shares.
pub async fn view(app: &TestApp) -> String {
    let name = new_address();
    app.act(HOUSE, async |act, actor| viewing::save(act, actor, &name, "state=submitted", true).await)
        .await
        .unwrap()
        .to_string()
}
