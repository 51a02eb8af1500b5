//! One number for all that everybody may read. The database raises it itself, in the act that changes something of it: no writer can
//! forget to, be it a verb, a seed or somebody at the console.

use sea_orm_migration::prelude::*;

use super::run_either;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    // On SQLite, too: a start that is interrupted begins anew.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run_either(manager, TABLE, &format!("{TABLE}{FUNCTION}")).await?;
        for (table, columns) in SHOWN {
            run_either(manager, &on_sqlite(table, columns), &on_postgres(table, columns)).await?;
        }
        Ok(())
    }
}

const TABLE: &str = r"
CREATE TABLE public_changes (
    one integer NOT NULL PRIMARY KEY CHECK (one = 1),
    number bigint NOT NULL
);
INSERT INTO public_changes (one, number) VALUES (1, 0);
";

// Once in a transaction: a row that is changed a thousand times within one is looked for among its thousand versions.
const FUNCTION: &str = r"
CREATE FUNCTION public_changed() RETURNS trigger AS $$
BEGIN
    UPDATE public_changes SET number = number + 1 WHERE xmin <> pg_current_xact_id()::xid;
    RETURN NULL;
END
$$ LANGUAGE plpgsql;
";

/// What pages for everybody are made of, and which columns of it they show, if not all. The rest that is known of an Initiative (its
/// entry in the catalogue, its steps, what it is found by) changes together with the number of the catalogue's changes.
const SHOWN: [(&str, &str); 11] = [
    ("call_answers", ""),
    // Not the number of the next proposal, which rises with each that is started.
    (
        "calls",
        " OF slug, guidelines_id, title, summary, body, note, period_first, period_last, zone, opens_at, closes_at, \
            first_closes_at, admits_members, admits_partners, example",
    ),
    ("catalogue_changes", ""),
    ("guidelines", ""),
    ("news", ""),
    ("organisations", ""),
    ("public_texts", ""),
    ("publication_files", ""),
    ("publication_initiatives", ""),
    ("publications", ""),
    ("texts", ""),
];

fn on_sqlite(table: &str, columns: &str) -> String {
    let on = |event: &str, columns: &str| {
        format!(
            "CREATE TRIGGER {table}_shown_{event} AFTER {event}{columns} ON {table}
             BEGIN UPDATE public_changes SET number = number + 1; END;"
        )
    };
    [on("INSERT", ""), on("UPDATE", columns), on("DELETE", "")].join("\n")
}

// At the end of the transaction: whoever raises the number keeps others from it until then, and must wait for nobody meanwhile.
fn on_postgres(table: &str, columns: &str) -> String {
    format!(
        "CREATE CONSTRAINT TRIGGER {table}_shown AFTER INSERT OR UPDATE{columns} OR DELETE ON {table}
         DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public_changed();"
    )
}
