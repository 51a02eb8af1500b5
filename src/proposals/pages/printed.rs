//! A proposal as a document to be printed, in its own language.

use crate::{
    clock::{Moment, Zone},
    entity::submission,
    guidelines::{Answers, Definition, printed, signatures},
    pdf::document::{Document, Receipt},
    proposals::store::Case,
};

/// What is printed of a proposal.
pub struct Paper<'p> {
    pub case: &'p Case,
    pub definition: &'p Definition,
    pub answers: &'p Answers,
    /// The SHA-256 of the images whose pixels are at hand.
    pub pictures: &'p [String],
}

impl Paper<'_> {
    /// A submission with its receipt. It depends on nothing but the submission, so it is always the same.
    pub fn of_submission(&self, row: &submission::Model, verify: String) -> Document {
        let (locale, zone) = (self.case.proposal.language, self.case.call.zone());
        let reference = self.case.proposal.reference.to_string();
        let facts = [
            ("proposals-receipt-reference", reference.clone()),
            ("proposals-submission", row.number.to_string()),
            ("proposals-receipt-at", locale.instant(row.submitted_at, Zone::UTC)),
            ("documents-pdf-call-time", locale.instant(row.submitted_at, zone)),
        ];
        Document {
            receipt: Some(Receipt {
                heading: locale.t("proposals-receipt-title"),
                facts: facts.map(|(key, value)| (locale.t(key), value)).to_vec(),
                hash_label: locale.t("proposals-receipt-hash"),
                hash: row.sha256.clone(),
                verify_label: locale.t("documents-verify"),
                verify,
            }),
            running: format!("{reference}-{} · SHA-256 {}…", row.number, row.sha256.get(..16).unwrap_or_default()),
            ..self.whole()
        }
    }

    /// What is being written, to be passed around: marked as a draft, with room for signatures.
    pub fn of_draft(&self, at: Moment) -> Document {
        let locale = self.case.proposal.language;
        let when = locale.instant(at, self.case.call.zone());
        let notice = locale.tr("documents-pdf-draft-notice", &[("when", when.into())]);
        Document {
            watermark: Some(locale.t("documents-pdf-draft")),
            running: format!("{} · {notice}", self.case.proposal.reference),
            notice: Some(notice),
            signatures: Some(signatures(locale)),
            ..self.whole()
        }
    }

    fn whole(&self) -> Document {
        let (proposal, locale) = (&self.case.proposal, self.case.proposal.language);
        let title = self.answers.text("title").map(str::to_owned);
        let organisation = self.case.organisation.name.clone();
        Document {
            lang: locale.tag(),
            title: title.unwrap_or_else(|| locale.t("proposals-untitled")),
            kicker: proposal.reference.to_string(),
            facts: vec![
                (locale.t("proposals-organisation"), organisation.clone()),
                (locale.t("documents-pdf-call"), self.case.call.title.get(locale).to_owned()),
            ],
            author: organisation,
            sections: printed(self.definition, self.answers, locale, self.pictures),
            page: locale.t("documents-pdf-page"),
            undrawable: locale.t("documents-pdf-undrawable"),
            ..Document::default()
        }
    }
}
