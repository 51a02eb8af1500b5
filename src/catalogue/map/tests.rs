use proptest::prelude::*;

use super::{
    Ways, World,
    clusters::{gather, radius},
    ties::{Join, arc, drawn},
    view::{At, DRAWN, HEIGHT, NEAREST, View, WIDTH},
};
use crate::{
    catalogue::entries::Entry,
    places::{Country, MicroDegrees, Point},
    proposals::published::{PartnerPlace, PartnerPlaces},
    words::Locale,
};

fn at(lat: &str, lon: &str) -> At {
    At::of(Point::parse(lat, lon).unwrap())
}

fn entry(slug: &str, city: &str, country: &str, point: Option<Point>) -> Entry {
    let (lead, city, country) = (format!("City of {city}"), city.to_owned(), Country::from_code(country));
    Entry { lead, city, country, point, ..Entry::called(1, slug) }.keyed()
}

/// The places of the sixteen of 2014.
fn sixteen() -> Vec<Entry> {
    let places = [
        ("piloting-digital-technologies", "Agra", "IN", "27.18", "78.01"),
        ("climate-metropole-plus", "Barcelona", "ES", "41.34", "2.13"),
        ("cibernarium", "Barcelona", "ES", "41.39", "2.17"),
        ("sports-for-cohesion", "Barcelona", "ES", "41.39", "2.17"),
        ("integrated-urban-governance", "Berlin", "DE", "52.52", "13.41"),
        ("water-and-cities-alliance", "Bogotá", "CO", "4.71", "-74.07"),
        ("social-habitat-management", "Buenos Aires", "AR", "-34.60", "-58.38"),
        ("social-innovation-center", "Buenos Aires", "AR", "-34.60", "-58.38"),
        ("green-economy-center", "Buenos Aires", "AR", "-34.60", "-58.38"),
        ("financing-urban-development", "São Paulo", "BR", "-23.55", "-46.63"),
        ("sustainable-airport-areas", "Paris", "FR", "48.84", "2.32"),
        ("caring-cities", "Johannesburg", "ZA", "-26.20", "28.05"),
        ("creative-cities", "Barcelona", "ES", "41.39", "2.17"),
        ("playful-city", "Mexico City", "MX", "19.43", "-99.13"),
        ("sustainable-mobility", "Rosario", "AR", "-32.95", "-60.64"),
        ("green-ways", "Santiago de Chile", "CL", "-33.45", "-70.67"),
    ];
    places.map(|(slug, city, country, lat, lon)| entry(slug, city, country, Point::parse(lat, lon))).to_vec()
}

fn world(entries: &[Entry], view: View) -> World {
    World::new(entries, Locale::En, view, &Ways::new("/map", false))
}

fn labels(world: &World) -> Vec<&str> {
    world.spots.iter().map(|spot| spot.label.as_str()).collect()
}

/// The slugs of all Initiatives in the list below the map, sorted.
fn listed(world: &World) -> Vec<&str> {
    let cities = world.regions.iter().flat_map(|region| &region.countries).flat_map(|country| &country.cities);
    let mut listed: Vec<&str> = cities.flat_map(|city| &city.initiatives).map(|one| one.href.as_str()).collect();
    listed.sort_unstable();
    listed
}

#[test]
fn the_sixteen_are_circles_and_the_same_is_a_list() {
    let entries = sixteen();
    let world = world(&entries, View::WORLD);
    assert_eq!(world.spots.iter().map(|spot| spot.count).sum::<usize>(), 16);
    assert_eq!(
        labels(&world),
        [
            "Mexico City: playful-city",
            "Bogotá: water-and-cities-alliance",
            "Santiago de Chile: green-ways",
            "Buenos Aires and one more city: 4 Initiatives",
            "São Paulo: financing-urban-development",
            "Barcelona and one more city: 5 Initiatives",
            "Berlin: integrated-urban-governance",
            "Johannesburg: caring-cities",
            "Agra: piloting-digital-technologies",
        ],
        "from west to east"
    );
    let mut slugs: Vec<String> = entries.iter().map(Entry::href).collect();
    slugs.sort_unstable();
    assert_eq!(listed(&world), slugs);
    let names: Vec<&str> = world.regions.iter().map(|region| region.name.as_str()).collect();
    assert_eq!(names, ["Africa", "Asia", "Europe", "Latin America and the Caribbean"]);
    assert_eq!(world.said, "16 Initiatives");
}

#[test]
fn a_circle_of_several_cities_leads_nearer_and_one_of_a_city_to_its_page() {
    let entries = sixteen();
    let whole = world(&entries, View::WORLD);
    let south = whole.spots.iter().find(|spot| spot.count == 4).unwrap();
    assert!(south.nearer && south.href.starts_with("/map?at=-33."), "{}", south.href);
    let near = world(&entries, View::around(at("-34.6", "-58.38"), 3));
    assert!(labels(&near).contains(&"Buenos Aires: 3 Initiatives"), "{:?}", labels(&near));
    let three = near.spots.iter().find(|spot| spot.count == 3).unwrap();
    assert_eq!((three.href.as_str(), three.nearer), ("/initiatives/cities/ar-buenos-aires", false));
    for zoom in 2..=NEAREST {
        let near = world(&entries, View::around(at("41.39", "2.17"), zoom));
        assert!(labels(&near).contains(&"Barcelona: 4 Initiatives"), "{:?}", labels(&near));
        assert!(near.said.starts_with("Initiatives in this part of the map: "), "{}", near.said);
    }
}

#[test]
fn what_narrows_the_map_stays_in_its_links() {
    let entries = sixteen();
    let ways = Ways::new("/map?theme=governance", true);
    let view = View::around(at("41.39", "2.17"), 3);
    let near = World::new(&entries, Locale::En, view, &ways);
    let barcelona = near.spots.iter().find(|spot| spot.count == 4).unwrap();
    let here = "/map?theme=governance&at=41.39,2.17&zoom=3";
    assert_eq!(barcelona.href, format!("{here}#world-at-es-barcelona"), "its page would show others too");
    let spain = near.regions[0].countries.iter().find(|country| country.name == "Spain").unwrap();
    assert_eq!(spain.cities[0].id, "world-at-es-barcelona");
    let whole = near.moves.iter().find(|way| way.code == "whole").unwrap();
    assert_eq!(whole.href.as_deref(), Some("/map?theme=governance"));
}

#[test]
fn cities_that_no_view_tells_apart_lead_to_the_list() {
    let entries = [
        entry("one", "San Sebastián", "ES", Point::parse("43.31", "-1.98")),
        entry("two", "Biarritz", "FR", Point::parse("43.40", "-1.90")),
    ];
    let nearest = world(&entries, View::around(at("43.35", "-1.95"), NEAREST));
    assert_eq!(labels(&nearest), ["Biarritz and one more city: 2 Initiatives"]);
    assert!(nearest.spots[0].href.ends_with("&zoom=5#world-at-ES"), "{}", nearest.spots[0].href);
    assert!(!nearest.spots[0].nearer);
}

#[test]
fn an_initiative_of_which_it_is_not_known_where_it_is_stands_apart() {
    let mut entries = sixteen();
    entries.push(entry("somewhere", "Nowhere", "", None));
    let whole = world(&entries, View::WORLD);
    assert_eq!(whole.said, "17 Initiatives");
    let apart: Vec<&str> = whole.unplaced.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(apart, ["somewhere"]);
    assert!(whole.more_unplaced.is_none());
    assert!(world(&entries, View::around(at("0", "0"), 1)).unplaced.is_empty());
}

#[test]
fn of_many_that_are_nowhere_some_are_told_and_the_list_of_all_is_named() {
    let entries: Vec<Entry> = (0..53).map(|number| entry(&format!("at-{number:02}"), "Nowhere", "", None)).collect();
    let few = world(&entries[..50], View::WORLD);
    assert_eq!((few.unplaced.len(), few.more_unplaced), (50, None));
    let many = world(&entries, View::WORLD);
    assert_eq!(many.unplaced.last().unwrap().title, "at-49", "by title");
    let more = |href: &str| Some((href.to_owned(), "3 more stand in the list of the Initiatives".to_owned()));
    assert_eq!((many.unplaced.len(), many.more_unplaced), (50, more("/initiatives")));
    let ways = Ways::new("/initiatives?theme=governance&view=map", true);
    let narrowed = World::new(&entries, Locale::En, View::WORLD, &ways);
    assert_eq!(narrowed.more_unplaced, more("/initiatives?theme=governance"));
}

#[test]
fn a_place_without_a_country_or_a_city_is_told_last_and_by_who_leads() {
    let mut entries = sixteen();
    entries.push(entry("at-sea", "", "", Point::parse("0", "-140")));
    entries.push(entry("on-ice", "Base", "AQ", Point::parse("-89", "0")));
    let whole = world(&entries, View::WORLD);
    let last = whole.regions.last().unwrap();
    assert_eq!(last.name, "Elsewhere");
    let names: Vec<&str> = last.countries.iter().map(|country| country.name.as_str()).collect();
    assert_eq!(names, ["Antarctica", "Country not recorded"]);
    assert!(labels(&whole).contains(&"City of : at-sea"), "{:?}", labels(&whole));
}

#[test]
fn ten_thousand_are_as_many_circles_as_there_is_room_for() {
    let entries: Vec<Entry> = (0..10_000_i32)
        .map(|number| {
            // All over the land and the sea, without chance.
            let (lat, lon) = ((number * 7_919) % 140 - 60, (number * 104_729) % 360 - 180);
            let city = format!("City {}", number % 200);
            entry(&format!("n{number}"), &city, "IN", Point::parse(&lat.to_string(), &lon.to_string()))
        })
        .collect();
    let whole = world(&entries, View::WORLD);
    assert!(whole.spots.len() < 600, "{}", whole.spots.len());
    assert_eq!(whole.spots.iter().map(|spot| spot.count).sum::<usize>(), 10_000);
    let cities = &whole.regions[0].countries[0].cities;
    assert!(cities.iter().all(|city| city.initiatives.is_empty() && city.all.is_some()), "too many to be named");
    assert_eq!(cities[0].all.as_ref().unwrap().1, "50 Initiatives");
}

#[test]
fn in_too_many_cities_they_are_told_by_country() {
    let city = |number: i32| {
        let (lat, lon) = ((number * 7_919) % 140 - 60, (number * 104_729) % 360 - 180);
        entry(&format!("n{number}"), &format!("City {number}"), "IN", Point::parse(&lat.to_string(), &lon.to_string()))
    };
    let mut entries: Vec<Entry> = (0..400).map(city).collect();
    entries.push(entry("alone", "Lima", "PE", Point::parse("-12.05", "-77.04")));
    let ways = Ways::new("/initiatives?theme=governance&view=map", true);
    let whole = World::new(&entries, Locale::En, View::WORLD, &ways);
    let countries: Vec<_> = whole.regions.iter().flat_map(|region| &region.countries).collect();
    let india = countries.iter().find(|country| country.id == "world-at-IN").unwrap();
    let all = ("/initiatives?theme=governance&country=IN".to_owned(), "400 Initiatives".to_owned());
    assert_eq!((india.all.as_ref(), india.cities.len()), (Some(&all), 0));
    let peru = countries.iter().find(|country| country.id == "world-at-PE").unwrap();
    assert_eq!((peru.all.as_ref(), peru.cities[0].initiatives[0].title.as_str()), (None, "alone"));
    assert!(whole.spots.iter().all(|spot| !spot.href.contains("#world-at-in-")), "no city of it stands in the list");
}

#[test]
fn an_address_may_say_anything() {
    let middle = View::WORLD.middle();
    for (at, zoom) in [("", ""), ("x", "y"), ("91,0", "-1"), ("1,2,3", "1e9"), ("NaN,0", "٣"), (",", "4294967296")] {
        assert_eq!(View::read(at, zoom), View::WORLD, "{at} {zoom}");
    }
    assert_eq!(View::read("nonsense", "2"), View::around(middle, 2));
    assert_eq!(View::read("41.4,2.2", "99").zoom(), NEAREST);
    assert_eq!(View::read("-90,180", "3").view_box(), "31500 12600 4500 1800", "the corner");
}

#[test]
fn a_picture_is_moved_until_the_world_ends() {
    let near = View::around(at("41.39", "2.17"), 2);
    let east = near.moved(1, 0).unwrap();
    assert_eq!(east.middle(), At { x: near.middle().x + near.width() / 2, ..near.middle() });
    assert_eq!(View::WORLD.moved(1, 0), None);
    let corner = View::around(At { x: 0, y: 0 }, 3);
    assert_eq!((corner.moved(-1, 0), corner.moved(0, -1)), (None, None));
    assert_eq!(near.farther().and_then(View::nearer), Some(near));
    assert_eq!((View::WORLD.farther(), View::around(near.middle(), NEAREST).nearer()), (None, None));
}

#[test]
fn lines_cross_the_date_line_the_short_way() {
    let (suva, los_angeles, lima) = (at("-18.14", "178.44"), at("34.05", "-118.24"), at("-12.05", "-77.04"));
    let crossing = numbers(&arc(suva, los_angeles));
    assert_eq!(crossing.len(), 12, "two halves");
    assert_eq!(crossing[4] - crossing[0], los_angeles.x + WIDTH - suva.x, "eastward");
    assert!(crossing[4] > WIDTH && crossing[6] < 0, "each half leaves the picture: {crossing:?}");
    assert_eq!(numbers(&arc(lima, los_angeles)).len(), 6, "one");
    assert!(numbers(&arc(at("50", "0"), at("50", "60")))[3] < at("50", "0").y, "northward in the north");
    assert!(numbers(&arc(at("-40", "0"), at("-40", "60")))[3] > at("-40", "0").y, "southward in the south");
}

#[test]
fn partners_are_dots_joined_to_the_circle_that_leads() {
    let mut entries = sixteen();
    let partner = |name: &str, lat: &str, lon: &str| {
        let degrees = |text: &str| MicroDegrees::parse(text).unwrap().millionths();
        PartnerPlace { name: name.to_owned(), country: String::new(), latitude: degrees(lat), longitude: degrees(lon) }
    };
    entries[0].partners = PartnerPlaces(vec![partner("Suva", "-18.14", "178.44"), partner("Lima", "-12.05", "-77.04")]);
    let whole = world(&entries, View::WORLD);
    let agra = whole.spots.iter().find(|spot| spot.label.starts_with("Agra")).unwrap();
    assert_eq!(whole.partners.iter().map(|dot| dot.names.as_str()).collect::<Vec<_>>(), ["Lima", "Suva"]);
    assert_eq!(whole.ties.iter().map(|tie| tie.spot).collect::<Vec<_>>(), [Some(agra.number); 2]);
    let told = whole.regions.iter().flat_map(|region| &region.countries).flat_map(|country| &country.cities);
    let agra = told.flat_map(|city| &city.initiatives).find(|one| one.title.starts_with("piloting")).unwrap();
    assert_eq!(agra.partners, "with Suva, Lima");
    let fiji = world(&entries, View::around(at("-18.14", "178.44"), 4));
    assert_eq!((fiji.spots.len(), fiji.partners.len(), fiji.ties.len()), (0, 1, 1), "from beyond the picture");
    assert_eq!(fiji.ties[0].spot, None);
}

/// The numbers of a path.
fn numbers(path: &str) -> Vec<i64> {
    path.split(['M', 'Q', ' ']).filter(|part| !part.is_empty()).map(|part| part.parse().unwrap()).collect()
}

fn any_place() -> impl Strategy<Value = At> {
    (0..=WIDTH, 0..=HEIGHT).prop_map(|(x, y)| At { x, y })
}

/// Here and there, and many close together.
fn any_places() -> impl Strategy<Value = Vec<At>> {
    let near = (17_000..18_000_i64, 3_000..4_000_i64).prop_map(|(x, y)| At { x, y });
    prop::collection::vec(prop_oneof![any_place(), near], 0..250)
}

fn any_view() -> impl Strategy<Value = View> {
    (any_place(), 0..=NEAREST).prop_map(|(middle, zoom)| View::around(middle, zoom))
}

proptest! {
    #[test]
    fn everything_in_a_view_is_in_exactly_one_circle(places in any_places(), view in any_view()) {
        let things: Vec<(At, usize)> = places.into_iter().zip(0..).collect();
        let clusters = gather(view, things.iter().copied());
        let mut held: Vec<usize> = clusters.iter().flat_map(|cluster| cluster.items.iter().copied()).collect();
        held.sort_unstable();
        let within: Vec<usize> = things.iter().filter(|(at, _)| view.holds(*at)).map(|(_, thing)| *thing).collect();
        prop_assert_eq!(held, within);
    }

    #[test]
    fn the_order_in_which_things_come_does_not_matter(places in any_places(), view in any_view(), turn in 0..250_usize) {
        let told = |things: &[(At, usize)]| {
            let mut told: Vec<(At, Vec<usize>)> = gather(view, things.iter().copied())
                .into_iter()
                .map(|mut cluster| {
                    cluster.items.sort_unstable();
                    (cluster.at, cluster.items)
                })
                .collect();
            told.sort();
            told
        };
        let mut things: Vec<(At, usize)> = places.into_iter().zip(0..).collect();
        let first = told(&things);
        let turn = turn.min(things.len());
        things.rotate_left(turn);
        things.reverse();
        prop_assert_eq!(told(&things), first);
    }

    #[test]
    fn circles_neither_meet_nor_leave_the_picture(places in any_places(), view in any_view()) {
        let clusters = gather(view, places.into_iter().map(|at| (at, ())));
        for (place, one) in clusters.iter().enumerate() {
            let reach = view.pixels(radius(one.items.len()));
            for (right, down) in [(reach, 0), (-reach, 0), (0, reach), (0, -reach)] {
                prop_assert!(view.holds(At { x: one.at.x + right, y: one.at.y + down }), "{one:?}");
            }
            for other in clusters.iter().take(place) {
                let (right, down) = (one.at.x - other.at.x, one.at.y - other.at.y);
                let apart = (right * right + down * down) * DRAWN * DRAWN;
                let both = (radius(one.items.len()) + radius(other.items.len())) * view.width();
                prop_assert!(apart >= both * both, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn an_address_names_its_view(view in any_view()) {
        prop_assert_eq!(View::read(&view.at(), &view.zoom().to_string()), view);
    }

    #[test]
    fn a_nearer_view_of_places_holds_them_where_it_can(places in prop::collection::vec(any_place(), 1..20)) {
        let onto = View::WORLD.onto(&places).unwrap();
        prop_assert!(!onto.is_world());
        let ends = |of: fn(&At) -> i64| places.iter().map(of).max().unwrap() - places.iter().map(of).min().unwrap();
        if 2 * ends(|at| at.x) <= onto.width() && 2 * ends(|at| at.y) <= onto.height() {
            prop_assert!(places.iter().all(|at| onto.holds(*at)), "{onto:?} {places:?}");
        }
    }

    #[test]
    fn lines_go_the_short_way_and_stay_between_top_and_bottom(from in any_place(), to in any_place()) {
        for curve in numbers(&arc(from, to)).chunks(6) {
            prop_assert!((curve[4] - curve[0]).abs() <= WIDTH / 2);
            prop_assert!([1, 3, 5].iter().all(|y| (0..=HEIGHT).contains(&curve[*y])), "{curve:?}");
        }
    }

    #[test]
    fn dots_are_in_the_picture_and_no_line_is_elsewhere(ends in any_places(), view in any_view()) {
        let joins: Vec<Join<'_>> =
            ends.chunks_exact(2).map(|ends| Join { from: ends[0], spot: None, to: ends[1], name: "A" }).collect();
        let (dots, ties) = drawn(view, &joins);
        prop_assert!(dots.iter().all(|dot| view.holds(dot.at)));
        prop_assert!(ties.len() <= joins.len());
    }
}
