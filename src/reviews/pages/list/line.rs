//! A proposal in the list of the desk.

use super::{Kept, Seat};
use crate::{
    calls::Reviewing,
    proposals::Wait,
    reviews::{
        listing::{Page, Row, View},
        pages::{Reader, country, filters::Offered, is_theme, titled, workplace::TagChip},
    },
};

/// A proposal of the list.
pub struct Line {
    pub href: String,
    pub reference: String,
    pub title: String,
    pub title_lang: Option<&'static str>,
    pub place: String,
    pub country: String,
    pub call: String,
    pub tags: Vec<TagChip>,
    pub ticked: bool,
    pub theme: Option<String>,
    pub state: &'static str,
    pub waits: Option<String>,
    /// How many messages about it are new to the reader, in words.
    pub unread: Option<String>,
    pub own: Option<String>,
    pub reviews: String,
    pub mean: String,
    pub gap: String,
    pub changed: String,
    pub changed_iso: String,
}

impl Line {
    pub(super) fn of(
        row: &Row,
        (page, view): (&Page, &View),
        (offered, made): (&Offered<'_>, &Kept<'_>),
        reader: Reader,
        seat: Seat,
    ) -> Self {
        let Seat { is_secretariat, now, .. } = seat;
        let call = offered.calls.iter().find(|call| call.id == row.call_id);
        let reviewing = call.map_or(Reviewing::CLOSED, |call| call.reviewing(now));
        let (title, title_lang) = titled(&row.title, row.language, reader.locale);
        let country = country(&row.country, reader.locale);
        let own = match (row.own_total(), row.own_begun) {
            _ if row.own_abstained => reader.t("desk-own-abstained"),
            (Some(_), _) if row.own_outdated => outdated(made.since.get(&row.id), reader),
            (Some(total), _) => reader.locale.tr("desk-own-in", &[("total", total.show(reader.locale).into())]),
            (None, true) => reader.t("desk-own-begun"),
            (None, false) => reader.t("desk-own-open"),
        };
        Self {
            href: format!("/desk/proposals/{}", row.reference),
            reference: row.reference.to_string(),
            title,
            title_lang,
            // What stands in a draft is its authors' until they submit it.
            place: match (row.state.is_submitted(), country.is_empty()) {
                _ if row.organisation.is_empty() => reader.t("desk-applicant-hidden"),
                (true, false) => format!("{}, {country}", row.organisation),
                _ => row.organisation.clone(),
            },
            country: country.clone(),
            call: call.map(|call| call.title.get(reader.locale).to_owned()).unwrap_or_default(),
            tags: made.tags_of.get(&row.id).into_iter().flatten().map(TagChip::of).collect(),
            ticked: view.selection.has(&row.reference),
            theme: Some(row.theme.clone()).filter(|theme| is_theme(theme) && row.state.is_submitted()),
            state: row.state.code(),
            waits: Some(row.waits(is_secretariat, reviewing))
                .filter(|wait| wait.is_something())
                .map(|wait| waits(wait, reader)),
            unread: page
                .unread
                .get(&row.reference)
                .map(|count| reader.locale.tr("discussion-unread", &[("count", (*count).into())])),
            own: (!is_secretariat).then_some(own),
            reviews: match row.reviews_asked {
                1.. => {
                    let counts = [("submitted", row.reviews_in.into()), ("assigned", row.reviews_asked.into())];
                    reader.locale.tr("desk-reviews-of", &counts)
                }
                _ => reader.t("desk-none"),
            },
            gap: row.gap().map_or_else(|| reader.t("desk-none"), |gap| gap.show(reader.locale)),
            mean: row.mean().map_or_else(|| reader.t("desk-none"), |mean| mean.show(reader.locale)),
            changed: reader.day(row.updated_at),
            changed_iso: row.updated_at.iso(),
        }
    }
}

/// That the text has changed since the reader judged it, and what of it: the first fields by name, the others by number.
fn outdated(changed: Option<&Vec<String>>, reader: Reader) -> String {
    const NAMED: usize = 3;
    let changed = changed.map(Vec::as_slice).unwrap_or_default();
    let named = changed.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match changed.len() {
        0 => reader.t("desk-own-outdated"),
        1..=NAMED => reader.locale.tr("desk-own-outdated-what", &[("what", named.into())]),
        all => {
            let more = [("what", named.into()), ("n", (all - NAMED).into())];
            reader.locale.tr("desk-own-outdated-more", &more)
        }
    }
}

/// What is to be done next.
pub fn waits(wait: Wait, reader: Reader) -> String {
    reader.t(&format!("desk-wait-{}", wait.code()))
}
