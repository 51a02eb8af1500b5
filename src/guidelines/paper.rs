//! Guidelines for what came on paper: nobody can be asked to write more, or less, than stands in the source.

use super::{
    definition::{Column, Definition, Field},
    kinds::Kind,
};

impl Definition {
    /// The same questions, of which only the `needed` ones have to be answered. What holds rows or persons may leave any cell
    /// open, and no rule across fields is asked.
    #[must_use]
    pub fn asking_only(&self, needed: &[&str]) -> Self {
        let mut asked = self.clone();
        asked.rules.clear();
        for field in asked.sections.iter_mut().flat_map(|section| &mut section.fields) {
            field.required = needed.contains(&field.key.as_str());
            // It is about somebody else than who types.
            field.autocomplete = None;
            loosen(field);
        }
        asked
    }

    /// The questions of which everybody reads the answers, as they are asked of somebody who corrects or translates these: those
    /// of `wanted` fields, without columns that never leave the house, and of which only the `needed` ones have to be answered.
    #[must_use]
    pub fn asking_what_is_public(&self, needed: &[&str], wanted: impl Fn(&Field) -> bool) -> Self {
        let mut asked = self.asking_only(needed);
        for section in &mut asked.sections {
            section.fields.retain(|field| field.public && wanted(field));
            for field in &mut section.fields {
                if let Kind::Rows { columns, .. } | Kind::Person { parts: columns } = &mut field.kind {
                    columns.retain(|column| !column.private);
                }
            }
        }
        asked.sections.retain(|section| !section.fields.is_empty());
        asked
    }
}

fn loosen(field: &mut Field) {
    let columns: &mut [Column] = match &mut field.kind {
        Kind::Rows { min, columns, .. } => {
            *min = 0;
            columns
        }
        Kind::Person { parts } => parts,
        _ => return,
    };
    for column in columns {
        column.required = false;
        column.autocomplete = None;
    }
}
