//! The search table: text folded into words here, so that both databases find the same.

use std::collections::BTreeSet;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, Statement,
    sea_query::{Expr, SimpleExpr},
};

use crate::{
    act::Act,
    entity::proposal,
    error::Result,
    guidelines::{
        Answers, Definition,
        show::{Audience, Body},
    },
    ids::ProposalId,
    proposals::published::Published,
    words::{Locale, fold},
};

/// Who searches, and so what can be found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// By all that was submitted.
    Desk,
    /// By what was submitted without telling who applies.
    Blind,
    /// By what is published.
    Public,
}

impl Scope {
    const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Blind => "blind",
            Self::Public => "public",
        }
    }
}

/// Makes a proposal findable by what was submitted.
pub async fn index(
    act: &Act,
    proposal: &proposal::Model,
    organisation: &str,
    definition: &Definition,
    answers: &Answers,
) -> Result<()> {
    let head = format!("{} {organisation}", proposal.reference);
    write(act, proposal.id, Scope::Desk, &text(definition, answers, &head, Audience::Inside)).await?;
    let blind = text(definition, answers, proposal.reference.as_str(), Audience::Anonymous);
    write(act, proposal.id, Scope::Blind, &blind).await
}

/// Makes a proposal findable by everybody, by what is published of it in any language.
pub async fn publish(
    act: &Act,
    proposal: &proposal::Model,
    organisation: &str,
    definition: &Definition,
    published: &Published,
) -> Result<()> {
    let head = format!("{} {organisation}", proposal.reference);
    let all = std::iter::once(&published.original).chain(published.translations.values());
    let words = all.flat_map(|answers| all_said(definition, answers, Audience::Public));
    write(act, proposal.id, Scope::Public, &joined(words.chain([head]))).await
}

/// Makes a proposal unfindable for the public again.
pub async fn unpublish(act: &Act, proposal: ProposalId) -> Result<()> {
    let values: [sea_orm::Value; 2] = [proposal.into(), Scope::Public.code().into()];
    let delete = "DELETE FROM search_texts WHERE proposal_id = $1 AND scope = $2";
    act.tx().execute_raw(Statement::from_sql_and_values(act.tx().get_database_backend(), delete, values)).await?;
    Ok(())
}

async fn write(act: &Act, proposal: ProposalId, scope: Scope, body: &str) -> Result<()> {
    let values: [sea_orm::Value; 3] = [proposal.into(), scope.code().into(), body.into()];
    let upsert = "INSERT INTO search_texts (proposal_id, scope, body) VALUES ($1, $2, $3) \
        ON CONFLICT (proposal_id, scope) DO UPDATE SET body = excluded.body";
    act.tx().execute_raw(Statement::from_sql_and_values(act.tx().get_database_backend(), upsert, values)).await?;
    Ok(())
}

/// The condition that a proposal is found by every word of `query`, each being the beginning of one of its words. None for
/// a query without a word.
pub fn found_by(backend: DbBackend, scope: Scope, query: &str) -> Option<SimpleExpr> {
    let words: Vec<String> = words(query).into_iter().take(MOST_IN_QUERY).collect();
    if words.is_empty() {
        return None;
    }
    Some(if backend == DbBackend::Postgres {
        let all: Vec<String> = words.iter().map(|word| format!("'{word}':*")).collect();
        Expr::cust_with_values(
            "proposals.id IN (SELECT proposal_id FROM search_texts WHERE scope = $1 AND words @@ CAST($2 AS tsquery))",
            [scope.code().to_owned(), all.join(" & ")],
        )
    } else {
        let all: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
        Expr::cust_with_values(
            "proposals.id IN (SELECT t.proposal_id FROM search_index i JOIN search_texts t ON t.number = i.rowid \
                WHERE t.scope = ? AND i.body MATCH ?)",
            [scope.code().to_owned(), all.join(" ")],
        )
    })
}

/// The condition that every word of `query` stands in the title.
pub fn found_by_title(query: &str) -> Condition {
    let holds = |word: String| proposal::Column::TitleKey.contains(word);
    words(query).into_iter().take(MOST_IN_QUERY).map(holds).fold(Condition::all(), Condition::add)
}

const MOST_IN_QUERY: usize = 12;
/// Longer runs are found by their beginning.
const LONGEST_WORD: usize = 60;
/// More different words than any proposal has; a bound against those that try.
const MOST_WORDS: usize = 40_000;

/// All that is said, as words, each once.
fn text(definition: &Definition, answers: &Answers, head: &str, audience: Audience) -> String {
    joined(all_said(definition, answers, audience).into_iter().chain([head.to_owned()]))
}

/// What all answers say in any language, each once: prose is the same in all of them.
fn all_said(definition: &Definition, answers: &Answers, audience: Audience) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for locale in Locale::ALL {
        for section in &definition.sections {
            for shown in definition.show(section, answers, locale, audience) {
                all.extend(said(&shown.body));
            }
        }
    }
    all
}

fn joined(said: impl Iterator<Item = String>) -> String {
    let all: BTreeSet<String> = said.flat_map(|said| words(&said)).collect();
    all.into_iter().take(MOST_WORDS).collect::<Vec<_>>().join(" ")
}

/// The words of a text: folded runs of letters and digits.
fn words(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let runs = folded.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty());
    runs.map(|run| run.chars().take(LONGEST_WORD).collect()).collect()
}

/// What an answer says, without labels.
fn said(body: &Body) -> Vec<String> {
    match body {
        Body::Nothing(_) | Body::Point(_) => Vec::new(),
        Body::Said(line) | Body::Line(line) | Body::Unread(line) => vec![line.clone()],
        Body::Text(_) => vec![body.plain()],
        Body::Choices(lines) | Body::Tags(lines) => lines.clone(),
        Body::Person(parts) => parts.iter().map(|(_, cell)| cell.text.clone()).collect(),
        Body::Table(table) => table.rows.iter().flatten().map(|cell| cell.text.clone()).collect(),
        Body::Files(files) => files.iter().flat_map(|file| [file.name.clone(), file.alt.clone()]).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_runs_of_letters_and_digits() {
        let found: Vec<String> = words("São Paulo’s CO2-plan, “2015–2017”").into_iter().collect();
        assert_eq!(found, ["2015", "2017", "co2", "paulo", "plan", "s", "sao"]);
    }

    #[test]
    fn a_query_of_signs_is_no_query() {
        assert!(found_by(DbBackend::Sqlite, Scope::Desk, " -- \"* ").is_none());
    }
}
