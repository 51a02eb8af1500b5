//! The portfolio at the time of deciding: what was chosen, against all that were submitted.

use std::collections::BTreeSet;

use askama::Template;

use super::{CallHead, Plot, PlotRow};
use crate::{
    entity::call,
    guidelines::Definition,
    places::regions::Region,
    proposals::workflow::State,
    reviews::{
        figures::choice::{Chosen, Costs, Count, KIND, Profile, SUPPORT, Submitted, THEME, counts, share},
        pages::{Fact, Reader, country, titled},
        plots::{
            Caption, Portfolio,
            portfolio::{Category, Legend, Row, Share},
        },
    },
    web::Frame,
    words::Locale,
};

#[derive(Template)]
#[template(path = "desk/figures/portfolio.html")]
pub struct PortfolioPage {
    pub frame: Frame,
    pub head: CallHead,
    /// What is chosen, in words.
    pub chosen: String,
    pub sets: Vec<Set>,
    pub ticks: Vec<Tick>,
    pub action: String,
    pub facts: Vec<Fact>,
    pub plots: Vec<Plot>,
    /// Nothing that was submitted is chosen.
    pub none_chosen: bool,
    /// Nothing was submitted.
    pub is_empty: bool,
}

/// A set of proposals to look at.
pub struct Set {
    pub text: String,
    pub href: String,
    pub current: bool,
}

/// A proposal to tick.
pub struct Tick {
    pub reference: String,
    pub title: String,
    pub title_lang: Option<&'static str>,
    pub ticked: bool,
}

/// A question whose answers are counted: drawn on this page, and a table in the Board's pack.
pub struct Question {
    id: &'static str,
    pub title: String,
    text: &'static str,
    /// Codes with their labels.
    answers: Vec<(String, String)>,
    of: fn(&Profile) -> Vec<String>,
    /// Whether a proposal can give more than one answer.
    several: bool,
}

impl PortfolioPage {
    pub fn new(
        frame: Frame,
        reader: Reader,
        call: &call::Model,
        (all, chosen): (&[Submitted], &Chosen),
        definition: &Definition,
    ) -> Self {
        let action = format!("/desk/calls/{}/portfolio", call.slug);
        let tick = |one: &Submitted| {
            let (title, title_lang) = titled(&one.title, one.title_language, reader.locale);
            Tick { reference: one.reference.to_string(), title, title_lang, ticked: chosen.holds(one) }
        };
        let plots = questions(definition, reader);
        Self {
            head: CallHead::new(call, "portfolio", reader.locale),
            chosen: named(chosen, reader),
            sets: sets(all, chosen, &action, reader),
            ticks: all.iter().map(tick).collect(),
            facts: facts(all, chosen, reader),
            plots: plots.into_iter().map(|question| question.plot(all, chosen, reader)).collect(),
            none_chosen: !all.iter().any(|one| chosen.holds(one)),
            is_empty: all.is_empty(),
            action,
            frame,
        }
    }
}

fn named(chosen: &Chosen, reader: Reader) -> String {
    match chosen {
        Chosen::Pending => reader.t("figures-set-pending"),
        Chosen::State(state) => reader.t(&format!("layout-state-{}", state.code())),
        Chosen::References(_) => reader.t("figures-set-ticked"),
    }
}

/// What would be approved, and the states that occur.
fn sets(all: &[Submitted], chosen: &Chosen, action: &str, reader: Reader) -> Vec<Set> {
    let occurs = |state: &State| all.iter().any(|one| one.state == *state);
    let states = State::ALL.iter().copied().filter(occurs).map(Chosen::State);
    let set = |set: Chosen| {
        let count = all.iter().filter(|one| set.holds(one)).count();
        let words = [("set", named(&set, reader).into()), ("n", count.into())];
        let query = if let Chosen::State(state) = &set { format!("?state={}", state.code()) } else { String::new() };
        Set { text: reader.locale.tr("figures-set", &words), href: format!("{action}{query}"), current: set == *chosen }
    };
    [Chosen::Pending].into_iter().chain(states).map(set).collect()
}

/// How many are chosen, and what they cost, of all that were submitted.
pub fn facts(all: &[Submitted], chosen: &Chosen, reader: Reader) -> Vec<Fact> {
    let count = all.iter().filter(|one| chosen.holds(one)).count();
    let percent = |share: Option<Share>| share.map_or_else(|| reader.t("desk-none"), |it| it.show(reader.locale));
    let costs = Costs::of(all, chosen);
    let part = u64::try_from(costs.chosen.cents()).ok().zip(u64::try_from(costs.all.cents()).ok());
    let of_costs = part.and_then(|(part, whole)| per_mille(part, whole));
    let counted = [("n", count.into()), ("all", all.len().into()), ("percent", percent(share(all, chosen)).into())];
    let summed = [
        ("sum", costs.chosen.show(reader.locale).into()),
        ("all", costs.all.show(reader.locale).into()),
        ("percent", percent(of_costs).into()),
    ];
    let saying = [("n", costs.chosen_say.into()), ("all", costs.all_say.into())];
    vec![
        Fact::new(reader.t("figures-fact-proposals"), reader.locale.tr("figures-chosen-of", &counted)),
        Fact::new(reader.t("figures-fact-costs"), reader.locale.tr("figures-costs-of", &summed)),
        Fact::new(reader.t("figures-fact-costs-said"), reader.locale.tr("figures-costs-said", &saying)),
    ]
}

/// The share of an amount of money, whose cents may be more than a count holds: it is reckoned in tenths of a per cent first.
fn per_mille(part: u64, whole: u64) -> Option<Share> {
    let tenths = (2_000 * u128::from(part) + u128::from(whole)).checked_div(2 * u128::from(whole))?;
    Share::of(u32::try_from(tenths).ok()?, 1_000)
}

pub fn questions(definition: &Definition, reader: Reader) -> Vec<Question> {
    let options = |key: &str| -> Vec<(String, String)> {
        let options = definition.field(key).map(|field| field.kind.options()).unwrap_or_default();
        options.iter().map(|one| (one.key.to_string(), one.label.get(reader.locale).to_owned())).collect()
    };
    let regions =
        Region::ALL.iter().map(|it| (it.code().to_owned(), reader.t(&format!("figures-region-{}", it.code()))));
    let languages = Locale::ALL.map(|locale| (locale.tag().to_owned(), locale.own_name().to_owned()));
    let question = |id, title, answers, of| Question {
        id,
        title: reader.t(title),
        text: "figures-share-text",
        answers,
        of,
        several: false,
    };
    let support = question("plot-support", "figures-support", options(SUPPORT), |it: &Profile| it.support.clone());
    let all = vec![
        question("plot-themes", "figures-themes", options(THEME), |it: &Profile| vec![it.theme.clone()]),
        question("plot-regions", "figures-regions", regions.collect(), |it: &Profile| {
            it.region.map(|region| region.code().to_owned()).into_iter().collect()
        }),
        question("plot-kinds", "figures-kinds", options(KIND), |it: &Profile| vec![it.kind.clone()]),
        Question { text: "figures-share-several", several: true, ..support },
        question("plot-languages", "figures-languages", languages.to_vec(), |it: &Profile| {
            it.language.map(|language| language.tag().to_owned()).into_iter().collect()
        }),
    ];
    all.into_iter().filter(|question| !question.answers.is_empty()).collect()
}

impl Question {
    /// By country: it stands in the Board's pack only, for there may be many. None where none was ever named.
    pub fn countries(all: &[Submitted], reader: Reader) -> Option<Self> {
        let codes: BTreeSet<&str> = all.iter().map(|one| one.profile.country.as_str()).collect();
        let named = codes.into_iter().filter(|code| !code.is_empty());
        let mut answers: Vec<(String, String)> =
            named.map(|code| (code.to_owned(), country(code, reader.locale))).collect();
        answers.sort_by(|one, other| one.1.cmp(&other.1));
        (!answers.is_empty()).then(|| Self {
            id: "plot-countries",
            title: reader.t("pack-countries"),
            text: "figures-share-text",
            answers,
            of: |it: &Profile| vec![it.country.clone()],
            several: false,
        })
    }

    /// How often each answer was given, among the chosen and among all.
    pub fn counts(&self, all: &[Submitted], chosen: &Chosen) -> Vec<Count> {
        let codes: Vec<String> = self.answers.iter().map(|(code, _)| code.clone()).collect();
        counts(all, chosen, &codes, self.of)
    }

    /// The same as shares.
    pub fn portfolio(&self, all: &[Submitted], chosen: &Chosen, reader: Reader) -> Portfolio {
        let category = |count: Count| Category {
            label: self.label(count.answer.as_deref(), reader),
            chosen: count.chosen,
            all: count.all,
        };
        let categories = self.counts(all, chosen).into_iter().map(category).collect();
        if self.several {
            let whole = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
            let chosen = all.iter().filter(|one| chosen.holds(one)).count();
            Portfolio::out_of(categories, whole(chosen), whole(all.len()))
        } else {
            Portfolio::of(categories)
        }
    }

    fn plot(self, all: &[Submitted], chosen: &Chosen, reader: Reader) -> Plot {
        let portfolio = self.portfolio(all, chosen, reader);
        let (text, axis) = (reader.t(self.text), reader.t("figures-axis-share"));
        let (of_chosen, of_all) = (reader.t("figures-legend-chosen"), reader.t("figures-legend-all"));
        let caption = Caption { id: self.id, title: &self.title, description: &text, axis: &axis };
        let legend = Legend { chosen: &of_chosen, all: &of_all };
        let heads = heads(reader);
        Plot {
            drawing: portfolio.draw(&caption, &legend, reader.locale),
            rows: table(&portfolio, &heads, reader),
            heads,
            title: self.title,
            text,
            note: None,
        }
    }

    fn label(&self, answer: Option<&str>, reader: Reader) -> String {
        let known = self.answers.iter().find(|(code, _)| answer == Some(code.as_str()));
        known.map_or_else(|| reader.t("figures-not-said"), |(_, label)| label.clone())
    }
}

fn table(portfolio: &Portfolio, heads: &[String], reader: Reader) -> Vec<PlotRow> {
    let row = |row: &Row| PlotRow::new(row.category.label.clone(), None, cells(row, reader).to_vec(), heads);
    portfolio.rows().iter().map(row).collect()
}

/// What stands above the answer and above its [`cells`].
pub fn heads(reader: Reader) -> Vec<String> {
    let columns = ["answer", "chosen", "chosen-share", "all", "all-share"];
    columns.iter().map(|column| reader.t(&format!("figures-portfolio-{column}"))).collect()
}

/// How many of the chosen, and their share; how many of all, and theirs.
pub fn cells(row: &Row, reader: Reader) -> [String; 4] {
    let percent = |share: Option<Share>| match share {
        Some(share) => reader.locale.tr("figures-percent", &[("n", share.show(reader.locale).into())]),
        None => reader.t("desk-none"),
    };
    let category = &row.category;
    [category.chosen.to_string(), percent(row.of_chosen), category.all.to_string(), percent(row.of_all)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_money_are_of_any_size() {
        assert_eq!(per_mille(1, 3).map(Share::tenths), Some(333));
        assert_eq!(per_mille(10_000_000_000_000, 10_000_000_000_000).map(Share::tenths), Some(1000));
        assert_eq!(per_mille(0, 0), None);
    }
}
