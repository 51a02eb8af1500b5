//! What search engines and other programs are told of a call.

use serde_json::json;

use crate::{entity::call, web::Outline, words::Locale};

/// schema.org knows no call for proposals. It is told as a text that is of use until its deadline, which it is: no event, which
/// people would go to, and no offer of money. `base`: the address of the service.
pub fn outline(call: &call::Model, base: &str, locale: Locale) -> Outline {
    let summary = call.summary.get(locale);
    let data = json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": call.title.get(locale),
        "abstract": summary,
        "url": format!("{base}/calls/{}?lang={}", call.slug, locale.tag()),
        "inLanguage": locale.tag(),
        "temporalCoverage": format!("{}/{}", call.opens_at.iso(), call.closes_at.iso()),
        "expires": call.closes_at.iso(),
        "isAccessibleForFree": true,
        "publisher": { "@type": "Organization", "name": locale.t("data-association"), "url": base },
    });
    Outline::of(summary).with_linked(&data)
}
