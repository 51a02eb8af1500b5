//! Every component of docs/design-system.md on one page, to look at: `/demo/design`, in a demonstration only.

use askama::Template;
use axum::{Router, routing::get};

use super::{Answer, Filled, Frame, Values, Visit, page};
use crate::{app::App, error::FieldErrors};

#[derive(Template)]
#[template(path = "design.html")]
struct DesignPage {
    frame: Frame,
    filled: Filled,
    options: Vec<(String, String)>,
    /// Theme, title, place.
    cards: Vec<(&'static str, &'static str, &'static str)>,
    events: Vec<Event>,
    own_time: Option<String>,
}

struct Event {
    iso: &'static str,
    when: &'static str,
    what: &'static str,
    who: Option<&'static str>,
    note: Option<&'static str>,
    kind: &'static str,
}

pub(super) fn routes() -> Router<App> {
    Router::new().route("/demo/design", get(show))
}

async fn show(visit: Visit) -> Answer {
    page(&design(visit.frame("Design", "").await))
}

fn design(frame: Frame) -> DesignPage {
    DesignPage {
        frame,
        filled: filled(),
        options: [("search", "Partner search"), ("training", "Training"), ("meeting", "Meeting")]
            .map(|(value, text)| (value.to_owned(), text.to_owned()))
            .into(),
        cards: vec![
            ("governance", "Integrated Urban Governance", "Berlin, Germany"),
            ("social_inclusion", "Caring Cities", "Johannesburg, South Africa"),
            ("urban_innovation", "Playful City", "Mexico City, Mexico"),
            ("sustainability", "Water and Cities Alliance", "Bogotá, Colombia"),
        ],
        events: events(),
        own_time: None,
    }
}

/// A form with two mistakes in it.
fn filled() -> Filled {
    let values: Values = [
        ("title", "Piloting <Digital> \"Technologies\""),
        ("email", "agra"),
        ("aim", "one two three"),
        ("kind", "training"),
    ]
    .into_iter()
    .collect();
    let mut errors = FieldErrors::one("title", "Write the title without the name of the city.");
    errors.add("email", "Write an email address, like name@city.example.");
    Filled { values, errors }
}

fn events() -> Vec<Event> {
    vec![
        Event {
            iso: "2014-05-20T08:00:00Z",
            when: "20 May 2014, 10:00",
            what: "Review started",
            who: Some("Secretariat"),
            note: None,
            kind: "now",
        },
        Event {
            iso: "2014-05-16T08:00:00Z",
            when: "16 May 2014, 10:00",
            what: "Returned for changes",
            who: Some("Secretariat"),
            note: Some("Please name the partners of the second year."),
            kind: "danger",
        },
        Event {
            iso: "2014-05-15T19:04:00Z",
            when: "15 May 2014, 21:04",
            what: "Proposal submitted",
            who: None,
            note: None,
            kind: "",
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        web::frame::{Flash, FrameUser, LangLink},
        words::Locale,
    };

    /// A frame with everything in it, so that every word of the layout is looked up.
    fn frame(locale: Locale, user: Option<FrameUser>) -> Frame {
        let links = Locale::ALL.into_iter().map(|other| LangLink {
            tag: other.tag(),
            name: other.own_name(),
            href: format!("/demo/design?lang={other}"),
            current: other == locale,
        });
        Frame {
            locale,
            title: "Design".to_owned(),
            section: "proposals",
            session_ends: user.as_ref().map(|_| "2014-04-01T10:30:00Z".to_owned()),
            user,
            path: "/demo/design".to_owned(),
            named: None,
            lang_links: links.collect(),
            flash: vec![Flash { kind: "success".to_owned(), text: "Saved <b>safely</b>.".to_owned(), arrived: None }],
            demo: true,
            now_iso: "2014-04-01T10:00:00Z".to_owned(),
            base: "http://127.0.0.1:3000".to_owned(),
            outline: crate::web::Outline::default(),
        }
    }

    fn someone_with_every_role() -> FrameUser {
        FrameUser {
            id: uuid::Uuid::nil().into(),
            name: "Ada".to_owned(),
            email: "ada@city.example".to_owned(),
            organisation: Some("Agra".to_owned()),
            city: Some("/organisations/agra".to_owned()),
            is_staff: true,
            is_reviewer: true,
            is_secretariat: true,
            is_admin: true,
        }
    }

    fn drawn(locale: Locale, user: Option<FrameUser>) -> String {
        design(frame(locale, user)).render().unwrap()
    }

    #[test]
    fn every_component_is_drawn_in_every_language() {
        for locale in Locale::ALL {
            let text = drawn(locale, Some(someone_with_every_role()));
            assert!(text.contains(&format!("<html lang=\"{locale}\">")));
            assert!(text.contains("action=\"/logout\"") && text.contains("href=\"/desk/people\""));
            assert!(text.contains("aria-current=\"page\">"), "the current item of the navigation says so");
            assert!(drawn(locale, None).contains("href=\"/login\""));
        }
    }

    #[test]
    fn what_people_typed_and_what_is_said_shows_as_text() {
        let text = drawn(Locale::En, None);
        assert!(!text.contains("<Digital>") && !text.contains("<b>safely"));
        assert!(!text.contains(" style=") && !text.contains(" onclick="), "the policy forbids what is inline");
    }

    #[test]
    fn each_mistake_is_tied_to_its_field_and_linked_from_the_summary() {
        let text = drawn(Locale::En, None);
        assert!(text.contains("href=\"#f-title\"") && text.contains("id=\"f-title\""));
        assert!(text.contains("aria-invalid=\"true\" aria-describedby=\"f-title-hint f-title-error\""));
    }
}
