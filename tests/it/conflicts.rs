//! Conflicts of interest: declared, set, suspected, lifted; and that the proposal is gone from every door.

use initiatives::{
    accounts::{
        OrganisationKind, Role, StaffRole,
        actions::{NewOrganisation, NewPerson, ensure_member, ensure_organisation, ensure_person, ensure_staff},
    },
    clock::Zone,
    entity::{assignment, conflict},
    ids::{Reference, UserId},
    proposals::{
        actions::{co_editing, standing, steering},
        conflicts::Ruling,
        rules::Outcome,
    },
    words::Locale,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    desk::{EVE, HOUSE, OWNER, RUTH, at},
    letters_posted::does,
    proposals::verbs::decision,
    support::{Browser, PASSWORD, TestApp, on_both},
};

const COLLEAGUE: &str = "colleague@metropolis.example";
const GUEST: &str = "partner@barcelona.example";
const ADMINISTRATOR: &str = "admin@metropolis.example";

impl TestApp {
    /// Somebody else with a staff role; none for a member of nothing.
    async fn staff(&self, email: &str, name: &str, roles: &[StaffRole]) -> UserId {
        let password = self.hasher.hash(PASSWORD, self.ids.salt()).await.unwrap();
        let person =
            NewPerson { email: email.parse().unwrap(), name: name.to_owned(), locale: Locale::En, zone: Zone::UTC };
        let act = self.begin_as("test").await.unwrap();
        let id = ensure_person(&act, &person, Some(&password)).await.unwrap();
        for role in roles {
            ensure_staff(&act, id, *role).await.unwrap();
        }
        act.commit().await.unwrap();
        id
    }

    async fn enter(&self, email: &str) -> Browser {
        let mut browser = self.browser();
        assert_eq!(browser.log_in(email, PASSWORD).await.status, 303, "{email}");
        browser
    }

    async fn conflict(&self, reference: &Reference, person: UserId, ruling: Ruling) {
        self.act(HOUSE, async |act, actor| {
            standing::rule(act, actor, reference, person, ruling, "They know each other.").await
        })
        .await
        .unwrap();
    }
}

/// Everything at the desk that could tell of a proposal.
async fn finds(browser: &mut Browser, reference: &Reference) -> bool {
    let mut found = false;
    for path in [at(reference), format!("{}/review", at(reference)), format!("/proposals/{reference}/submissions/1")] {
        found |= browser.get(&path).await.status != 404;
    }
    for path in ["/desk".to_owned(), format!("/desk?q={reference}"), "/desk?q=roofs".to_owned()] {
        found |= browser.get(&path).await.text.contains(&format!("/desk/proposals/{reference}"));
    }
    found
}

#[tokio::test]
async fn a_declared_conflict_ends_the_review_and_hides_the_proposal_at_once() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let colleague = app.staff(COLLEAGUE, "Nuria Costa", &[StaffRole::Secretariat]).await;
        app.conflict(&reference, colleague, Ruling::Set).await;
        let ruth_id = app.assign(&reference, RUTH).await;
        let (mut ruth, mut house) = (app.sign_in(RUTH).await, app.sign_in(HOUSE).await);
        assert!(finds(&mut ruth, &reference).await);
        let path = format!("{}/conflict", at(&reference));
        let page = ruth.post(&path, &[("conflict_reason", " ")]).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Say why."), "{}", page.words());
        let page = ruth.post_and_follow(&path, &[("conflict_reason", "My sister runs <b>it</b>.")]).await;
        assert!(page.has("Your conflict of interest is kept. The proposal is no longer at your desk."));
        assert!(!finds(&mut ruth, &reference).await);
        assert_eq!(ruth.post(&path, &[("conflict_reason", "Once more.")]).await.status, 404);
        let rows = assignment::Entity::find().filter(assignment::Column::ReviewerId.eq(ruth_id));
        assert!(rows.one(app.db.read()).await.unwrap().unwrap().ended_at.is_some());
        let page = house.get(&at(&reference)).await;
        assert!(page.has("Declared by the reviewer") && page.has("My sister runs <b>it</b>."), "{}", page.words());
        assert!(!page.text.contains("<b>it</b>"), "as text");
        let told = app.letters_to(HOUSE).await.into_iter().filter(|letter| letter.kind == "conflict_declared");
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), 1);
        assert!(told[0].subject.contains("Conflict of interest declared") && told[0].body_text.contains("Ruth Hill"));
        assert!(app.letters_to(COLLEAGUE).await.is_empty(), "who has an interest is told nothing");
    })
    .await;
}

#[tokio::test]
async fn the_secretariat_sets_a_conflict_and_lifts_it_again() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let ruth_id = app.assign(&reference, RUTH).await.to_string();
        let (mut ruth, mut house) = (app.sign_in(RUTH).await, app.sign_in(HOUSE).await);
        let path = format!("{}/conflicts", at(&reference));
        let typed = [("person", ruth_id.as_str()), ("ruling", "set"), ("ruling_reason", "")];
        let page = house.post(&path, &typed).await;
        assert_eq!(page.status, 422);
        assert!(page.has("Say why."), "{}", page.words());
        let typed = [("person", ruth_id.as_str()), ("ruling", "set"), ("ruling_reason", "Wrote it with them.")];
        let page = house.post_and_follow(&path, &typed).await;
        assert!(page.has("Set by the Secretariat") && page.has("Wrote it with them."), "{}", page.words());
        assert!(!finds(&mut ruth, &reference).await);
        let cancelled = app.letters_to(RUTH).await;
        assert!(
            cancelled.iter().all(|letter| letter.state == initiatives::mail::LetterState::Cancelled),
            "what has not left yet does not leave"
        );
        let page = house.post(&format!("{}/assignments", at(&reference)), &[("reviewer", &ruth_id)]).await;
        assert_eq!(page.status, 403);
        assert!(page.has("This person has a conflict of interest with the proposal."), "{}", page.words());
        let lift = [("person", ruth_id.as_str()), ("ruling", "dismissed"), ("ruling_reason", "Lifted.")];
        assert!(house.post_and_follow(&path, &lift).await.has("No conflict"));
        assert!(!finds(&mut ruth, &reference).await, "it is not given back by itself");
        house.post_and_follow(&format!("{}/assignments", at(&reference)), &[("reviewer", &ruth_id)]).await;
        assert!(finds(&mut ruth, &reference).await);
        let rows = conflict::Entity::find().all(app.db.read()).await.unwrap();
        assert_eq!(rows.len(), 1, "one ruling holds");
        for email in [RUTH, OWNER] {
            let mut other = app.sign_in(email).await;
            assert_eq!(other.post(&path, &typed).await.status, 404, "{email}");
        }
    })
    .await;
}

#[tokio::test]
async fn somebody_of_the_secretariat_says_it_of_oneself_and_finds_nothing_any_more() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let id = app.staff(COLLEAGUE, "Nuria Costa", &[StaffRole::Secretariat]).await.to_string();
        let mut colleague = app.enter(COLLEAGUE).await;
        let page = colleague.get(&at(&reference)).await;
        assert!(page.has("Set a conflict of interest") && page.text.contains(&format!("value=\"{id}\"")), "offered");
        let typed = [("person", id.as_str()), ("ruling", "set"), ("ruling_reason", "I come from there.")];
        let page = colleague.post_and_follow(&format!("{}/conflicts", at(&reference)), &typed).await;
        assert_eq!(page.status, 200, "back at the list");
        assert!(!finds(&mut colleague, &reference).await);
        for noun in ["decision", "return", "withdrawal", "partners"] {
            assert_eq!(colleague.get(&format!("{}/{noun}", at(&reference))).await.status, 404, "{noun}");
        }
        let lift = [("person", id.as_str()), ("ruling", "dismissed"), ("ruling_reason", "Never mind.")];
        assert_eq!(colleague.post(&format!("{}/conflicts", at(&reference)), &lift).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_everybody_may_read_of_an_initiative_opens_nothing_else_to_those_in_conflict() {
    on_both(async |app| {
        let reference = app.under_review().await;
        app.assign(&reference, RUTH).await;
        let id = app.staff(COLLEAGUE, "Nuria Costa", &[StaffRole::Secretariat]).await;
        app.conflict(&reference, id, Ruling::Set).await;
        let made = decision(Outcome::Approved);
        does!(app, HOUSE, reference, |act, actor, t| steering::approve(act, actor, t, &made));
        app.deliver_mail().await;
        let mut house = app.sign_in(HOUSE).await;
        assert_eq!(house.get(&format!("{}/partners", at(&reference))).await.status, 200);
        let mut colleague = app.enter(COLLEAGUE).await;
        assert_eq!(colleague.get(&format!("/proposals/{reference}")).await.status, 303, "to the public page");
        for path in ["", "/partners", "/decision", "/revision", "/running"] {
            let path = format!("{}{path}", at(&reference));
            assert_eq!(colleague.get(&path).await.status, 404, "{path}");
        }
        assert!(!finds(&mut colleague, &reference).await);
        assert!(!colleague.get("/admin/mail").await.has(reference.as_str()), "the letters with the decision");
    })
    .await;
}

#[tokio::test]
async fn the_audit_trail_and_the_log_of_letters_are_closed_where_the_proposal_is() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let admin = app.person(ADMINISTRATOR).await;
        let mut administrator = app.sign_in(ADMINISTRATOR).await;
        let of_it = format!("/admin/audit?subject={reference}");
        assert!(
            administrator.get(&of_it).await.has("Proposal submitted"),
            "{}",
            administrator.get(&of_it).await.words()
        );
        assert!(administrator.get("/admin/mail").await.has(reference.as_str()));
        app.conflict(&reference, admin, Ruling::Set).await;
        let exactly = app.case(HOUSE, &reference).await.unwrap().proposal.id;
        for path in [of_it.clone(), format!("/admin/audit?subject=proposal:{exactly}"), "/admin/audit".to_owned()] {
            let page = administrator.get(&path).await;
            assert!(!page.main().contains("Proposal submitted"), "{path}: {}", page.main());
        }
        assert!(!administrator.get("/admin/mail").await.has(reference.as_str()));
        app.conflict(&reference, admin, Ruling::Dismissed).await;
        assert!(administrator.get(&of_it).await.has("Proposal submitted"));
    })
    .await;
}

#[tokio::test]
async fn suspected_ones_are_proposed_with_their_reason_to_set_or_to_dismiss() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let act = app.begin_as("test").await.unwrap();
        let elsewhere = |name: &str, city: &str, country: &str| NewOrganisation {
            slug: String::new(),
            name: name.to_owned(),
            kind: OrganisationKind::PartnerOrganisation,
            city: city.to_owned(),
            country: country.to_owned(),
            place: None,
            website: None,
            example: false,
        };
        let of = async |slug: &str, name: &str, city: &str, country: &str| {
            let new = NewOrganisation { slug: slug.to_owned(), ..elsewhere(name, city, country) };
            ensure_organisation(&act, &new).await.unwrap()
        };
        let (museum, college) = (
            of("museum", "Museum of Hills", "Agra", "PE").await,
            of("college", "Capricorn College", "Elsewhere", "PE").await,
        );
        let garden = of("garden", "Botanical Garden", "Elsewhere", "AU").await;
        act.commit().await.unwrap();
        let people = [
            ("a@one.example", "Ada City", Some(museum)),
            ("b@two.example", "Bo Partner", Some(college)),
            ("c@three.example", "Cy Country", Some(garden)),
            ("d@sub.agra.example", "Di Domain", None),
            ("e@five.example", "Ed Nobody", None),
        ];
        let mut ids = Vec::new();
        for (email, name, organisation) in people {
            let id = app.staff(email, name, &[StaffRole::Reviewer]).await;
            if let Some(organisation) = organisation {
                let act = app.begin_as("test").await.unwrap();
                ensure_member(&act, id, organisation, Role::Editor).await.unwrap();
                act.commit().await.unwrap();
            }
            ids.push(id.to_string());
        }
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&at(&reference)).await;
        for said in [
            "Ada City Same city: Agra",
            "Bo Partner Named among the partners: Capricorn College",
            "Cy Country Same country: Australia",
            "Di Domain Email address of the same domain: sub.agra.example",
        ] {
            assert!(page.has(said), "{said}: {}", page.words());
        }
        assert!(!page.has("Ed Nobody Same"), "{}", page.words());
        let path = format!("{}/conflicts", at(&reference));
        let rule = |person: &str, ruling: &'static str| {
            [
                ("person", person.to_owned()),
                ("ruling", ruling.to_owned()),
                ("ruling_reason", "Same city: Agra".to_owned()),
            ]
        };
        assert_eq!(house.post_typed(&path, &rule(&ids[0], "set")).await.status, 303);
        assert_eq!(house.post_typed(&path, &rule(&ids[2], "dismissed")).await.status, 303);
        let page = house.get(&at(&reference)).await;
        assert!(
            !page.has("Cy Country Same country") && page.has("Bo Partner Named among"),
            "one is decided, others wait"
        );
        let refused = house.post(&format!("{}/assignments", at(&reference)), &[("reviewer", &ids[0])]).await;
        assert_eq!(refused.status, 403);
        assert_eq!(house.post(&format!("{}/assignments", at(&reference)), &[("reviewer", &ids[2])]).await.status, 303);
        assert_eq!(
            house.post_typed(&path, &rule("00000000-0000-7000-8000-000000000000", "set")).await.status,
            404,
            "nobody"
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_shares_a_house_with_a_co_editor_is_suspected_as_long_as_the_co_editor_writes() {
    on_both(async |app| {
        let (invited, shared, left) =
            (app.complete_draft().await, app.complete_draft().await, app.complete_draft().await);
        app.invite_to_write(&invited, GUEST).await.unwrap();
        for reference in [&shared, &left] {
            app.share(reference, GUEST).await;
        }
        app.act(GUEST, async |act, actor| co_editing::leave(act, actor, &left).await).await.unwrap();
        for reference in [&invited, &shared, &left] {
            app.submit(reference).await;
        }
        // Both are of the guest's house and write nothing: one by the address, one by the account.
        app.staff("clerk@barcelona.example", "Bel Domain", &[StaffRole::Reviewer]).await;
        let colleague = app.staff("ona@one.example", "Ona House", &[StaffRole::Reviewer]).await;
        let house_of_guest = app.actor(GUEST).await.memberships[0].organisation;
        let act = app.begin_as("test").await.unwrap();
        ensure_member(&act, colleague, house_of_guest, Role::Editor).await.unwrap();
        act.commit().await.unwrap();

        let suspected = [
            "Ona House Same organisation: Barcelona",
            "Bel Domain Email address of the same domain: barcelona.example",
        ];
        let mut house = app.sign_in(HOUSE).await;
        let page = house.get(&at(&shared)).await;
        for said in suspected {
            assert!(page.has(said), "{said}: {}", page.words());
        }
        for reference in [&invited, &left] {
            let page = house.get(&at(reference)).await;
            assert!(suspected.iter().all(|said| !page.has(said)), "{}", page.words());
        }
        let plan = house.get("/desk/calls/2014/assignments/plan?reviews=2&most=9").await;
        assert!(plan.has(&format!("{shared}: 2 reviews short")), "{}", plan.words());
        assert!(!plan.has(&format!("{left}: 2 reviews short")), "{}", plan.words());
    })
    .await;
}

#[tokio::test]
async fn a_review_of_somebody_in_conflict_is_kept_for_the_secretariat_and_shown_to_no_reviewer() {
    on_both(async |app| {
        let reference = app.under_review().await;
        let ruth_id = app.assign(&reference, RUTH).await;
        app.assign(&reference, EVE).await;
        app.review(&reference, RUTH, [5; 6], "The best I ever saw.").await;
        app.review(&reference, EVE, [2; 6], "Rather weak.").await;
        let (mut eve, mut house) = (app.sign_in(EVE).await, app.sign_in(HOUSE).await);
        assert!(eve.get(&at(&reference)).await.has("The best I ever saw."));
        app.conflict(&reference, ruth_id, Ruling::Set).await;
        let page = eve.get(&at(&reference)).await;
        assert!(!page.has("The best I ever saw.") && page.has("Rather weak."), "{}", page.words());
        let list = eve.get("/desk?lang=en").await;
        assert!(list.has("1 of 1"), "{}", list.words());
        let page = house.get(&at(&reference)).await;
        assert!(page.has("The best I ever saw.") && page.has("not counted"), "{}", page.words());
        assert!(house.get("/desk").await.has("40"), "the mean of what counts");
    })
    .await;
}
