//! The letters of a batch, written out before the act that posts them begins: what takes longest is done beside the batch before,
//! and whoever waits for the database waits for the database only. The act finds its letters anew; one that is not the very same
//! letter then, because its reader, the announcement or the words changed, is written out again.

use std::collections::HashMap;

use tokio::task::yield_now;

use super::{
    Announced, Email, Letter, LetterTexts, Packed,
    render::{Told, render_with},
};
use crate::{act::Act, app::App, config::Config, entity::announcement, error::Result};

/// What a letter says, as it is kept.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: Packed,
    pub html: Packed,
}

impl Written {
    /// A letter, with what it tells below its own words.
    pub fn of(config: &Config, texts: &LetterTexts, letter: &Letter, told: &[Told]) -> Result<Self> {
        let said = render_with(config, texts, letter, told)?;
        Ok(Self { subject: said.subject, text: Packed::of(&said.text), html: Packed::of(&said.html) })
    }
}

/// The letters that an announcement's next batch will find, if nothing changes before.
#[derive(Default)]
pub struct Ahead {
    texts: LetterTexts,
    letters: HashMap<Email, (Letter, Written)>,
    /// Behind whom it begins, and behind whom the next one does.
    from: Option<String>,
    next: Option<String>,
}

impl Ahead {
    /// For the batch behind what a row has reached. Nothing if that fails: the act itself says why.
    pub async fn of(app: App, kind: &'static Announced, row: announcement::Model) -> Self {
        Self::write(&app, kind, &row).await.unwrap_or_else(|error| {
            tracing::debug!(%error, "no letters were written ahead");
            Self::default()
        })
    }

    async fn write(app: &App, kind: &'static Announced, row: &announcement::Model) -> Result<Self> {
        let act = Act::look(app, "worker").await?;
        let texts = act.letter_texts().await?.clone();
        let (letters, more) = kind.batch(&act, row).await?;
        // Nothing of it is needed any more: what writing takes is time of the processor.
        drop(act);
        let next = letters.last().filter(|_| more).map(|last| last.to.email.to_string());
        let mut ahead = Self { texts, letters: HashMap::new(), from: Some(row.reached.clone()), next };
        for letter in letters {
            // What is gathered is not written out.
            if letter.gather.is_none() {
                let written = Written::of(&app.config, &ahead.texts, &letter, &[])?;
                ahead.letters.insert(letter.to.email.clone(), (letter, written));
            }
            yield_now().await;
        }
        Ok(ahead)
    }

    /// Whether it is for the batch that begins behind these.
    pub fn is_from(&self, reached: &str) -> bool {
        self.from.as_deref() == Some(reached)
    }

    /// Behind whom the batch after this one begins; none if there is none.
    pub fn next(&self) -> Option<String> {
        self.next.clone()
    }

    /// What a letter says, if it is the one that was foreseen, in the words of now.
    pub fn take(&mut self, letter: &Letter, texts: &LetterTexts) -> Option<Written> {
        let (foreseen, _) = self.letters.get(&letter.to.email)?;
        if foreseen != letter || self.texts != *texts {
            return None;
        }
        self.letters.remove(&letter.to.email).map(|(_, written)| written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock::Moment, entity::letter_wording, ids::LetterWordingId, mail::Recipient, words::Locale};

    fn letter(note: &str) -> Letter {
        let to = Recipient {
            email: "ada@agra.example".parse().unwrap(),
            name: "Ada".to_owned(),
            user: None,
            locale: Locale::En,
        };
        Letter::test(&Config::default(), to, "trial", note)
    }

    fn ahead(letter: Letter) -> Ahead {
        let written = Written::of(&Config::default(), &LetterTexts::default(), &letter, &[]).unwrap();
        Ahead { letters: HashMap::from([(letter.to.email.clone(), (letter, written))]), ..Ahead::default() }
    }

    #[test]
    fn a_letter_that_was_foreseen_is_not_written_again_and_counts_once() {
        let (mut ahead, texts) = (ahead(letter("a note")), LetterTexts::default());
        let written = Written::of(&Config::default(), &texts, &letter("a note"), &[]).unwrap();
        assert_eq!(ahead.take(&letter("a note"), &texts), Some(written));
        assert_eq!(ahead.take(&letter("a note"), &texts), None);
    }

    #[test]
    fn a_letter_that_changed_since_and_words_that_did_are_written_anew() {
        let texts = LetterTexts::default();
        assert_eq!(ahead(letter("a note")).take(&letter("another"), &texts), None);
        let elsewhere = Letter { unsubscribe: Some("https://elsewhere.example".to_owned()), ..letter("a note") };
        assert_eq!(ahead(letter("a note")).take(&elsewhere, &texts), None);
        let changed: LetterTexts = [letter_wording::Model {
            id: LetterWordingId::from(uuid::Uuid::nil()),
            kind: "test".to_owned(),
            locale: Locale::En,
            version: 1,
            subject: Some("Other words".to_owned()),
            body: Some("{ $note }".to_owned()),
            written_by: None,
            written_at: Moment::from_millis(0),
        }]
        .into_iter()
        .collect();
        assert_eq!(ahead(letter("a note")).take(&letter("a note"), &changed), None);
    }
}
