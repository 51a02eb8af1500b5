//! Where a page of the desk's list begins: a row's place in an order, as the address says it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use serde::{Deserialize, Serialize};

use crate::{clock::Moment, ids::CallId, reviews::listing::Sort};

/// A value that a row is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Key {
    Number(i64),
    Text(String),
    /// In an address it is a text: the order tells which of its keys is a call.
    Call(CallId),
}

/// What a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Number,
    Text,
    Call,
}

impl Key {
    /// The key as one of this form; none for what is not.
    fn formed(self, form: Form) -> Option<Self> {
        match (form, self) {
            (Form::Call, Self::Text(text)) => text.parse().ok().map(Self::Call),
            (Form::Text, key @ Self::Text(_)) | (Form::Number, key @ Self::Number(_)) => Some(key),
            _ => None,
        }
    }
}

impl From<i64> for Key {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Moment> for Key {
    fn from(at: Moment) -> Self {
        Self::Number(at.millis())
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// A row's place in an order: its keys, the last of which is unique.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Place(pub Vec<Key>);

impl Place {
    /// For an address.
    pub fn written(&self) -> String {
        BASE64.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// What an address says; none for what is no place in this order.
    pub fn read(written: &str, sort: Sort) -> Option<Self> {
        let Self(keys): Self = serde_json::from_slice(&BASE64.decode(written).ok()?).ok()?;
        let forms = forms(sort);
        if keys.len() != forms.len() {
            return None;
        }
        keys.into_iter().zip(forms).map(|(key, form)| key.formed(*form)).collect::<Option<Vec<Key>>>().map(Self)
    }
}

/// Of which form the keys of an order are.
const fn forms(sort: Sort) -> &'static [Form] {
    use Form::{Call, Number, Text};
    match sort {
        Sort::Waiting | Sort::Standing | Sort::Reviews | Sort::Total | Sort::Gap | Sort::Own => &[Number, Number, Text],
        Sort::Changed => &[Number, Text],
        Sort::Theme | Sort::Country => &[Text, Text, Text],
        Sort::Call => &[Call, Number, Text],
        Sort::Title => &[Text, Text],
        Sort::Reference => &[Text],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_back_for_its_own_order_only() {
        let place = Place(vec![Key::from("agua"), Key::from("MI-2014-001")]);
        let written = place.written();
        assert_eq!(Place::read(&written, Sort::Title), Some(place));
        assert_eq!(Place::read(&written, Sort::Changed), None);
        assert_eq!(Place::read("%%", Sort::Title), None);
        assert_eq!(Place::read("", Sort::Title), None);
    }

    #[test]
    fn a_call_is_read_where_the_order_has_one() {
        let call: CallId = "01890000-0000-7000-8000-000000000001".parse().unwrap();
        let place = Place(vec![Key::Call(call), Key::Number(7), Key::from("MI-2014-001")]);
        let written = place.written();
        assert_eq!(Place::read(&written, Sort::Call), Some(place));
        assert_eq!(Place::read(&written, Sort::Own), None);
        let odd = Place(vec![Key::from("nonsense"), Key::Number(7), Key::from("MI-2014-001")]);
        assert_eq!(Place::read(&odd.written(), Sort::Call), None);
        // A title that reads like the id of a call is a title.
        let titled = Place(vec![Key::from(call.to_string().as_str()), Key::from("MI-2014-001")]);
        assert_eq!(Place::read(&titled.written(), Sort::Title), Some(titled));
    }
}
