//! The proposals that a reviewer is to read, as one document: each as far as they may read it.

use super::{Reader, titled};
use crate::{
    guidelines::printed_for,
    pdf::document::{Document, Section},
    proposals::submissions::Latest,
    reviews::store::briefs::Brief,
};

/// Of these, those that were submitted and may be read, and how many they are.
pub fn document(briefs: &[Brief], name: &str, reader: Reader, at: &str) -> (Document, usize) {
    let locale = reader.locale;
    let read: Vec<(&Brief, &Latest)> =
        briefs.iter().filter_map(|brief| Some((brief, brief.submitted.as_ref()?))).collect();
    let count = locale.tr("desk-found", &[("n", read.len().into())]);
    let title = locale.t("exports-own");
    let document = Document {
        lang: locale.tag(),
        author: locale.t("layout-service"),
        kicker: locale.t("layout-service"),
        notice: Some(locale.t("exports-confidential")),
        facts: vec![
            (locale.t("exports-for"), name.to_owned()),
            (locale.t("exports-made"), at.to_owned()),
            (locale.t("exports-contents"), count),
        ],
        sections: read.iter().flat_map(|(brief, submitted)| proposal(brief, submitted, reader)).collect(),
        running: format!("{title} · {name} · {at}"),
        page: locale.t("documents-pdf-page"),
        undrawable: locale.t("documents-pdf-undrawable"),
        title,
        ..Document::default()
    };
    (document, read.len())
}

fn proposal(brief: &Brief, submitted: &Latest, reader: Reader) -> Vec<Section> {
    let (row, case, locale) = (&brief.case.proposal, &brief.case, reader.locale);
    let title = titled(&row.title, row.language, locale).0;
    let lead = match case.organisation.name.as_str() {
        "" => locale.t("desk-applicant-hidden"),
        name => name.to_owned(),
    };
    let when = reader.instant(submitted.submitted_at);
    let number = locale.tr("desk-text-of", &[("n", submitted.number.into()), ("at", when.into())]);
    let head = Section {
        intro: [case.call.title.get(locale), &lead, &number].join(" · "),
        ..Section::new(format!("{} {title}", row.reference), Vec::new())
    };
    let parts = printed_for(&brief.definition, &brief.answers(), locale, (case.reads_as(), &[]));
    // What is identifying leaves sections behind that hold nothing.
    let parts = parts.into_iter().filter(|part| !part.fields.is_empty());
    [head.on_new_page()].into_iter().chain(parts.map(Section::within)).collect()
}
