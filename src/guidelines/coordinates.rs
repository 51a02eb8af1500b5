//! Coordinates as people write and paste them: `41.3874, 2.1686`, `41,3874 2,1686`, `41°23′15″N 2°10′7″E`. Nothing is guessed:
//! what could be two places is none.

use crate::places::{MicroDegrees, Point};

/// Why two texts are no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// No numbers that we know how to read.
    Unreadable,
    NoLatitude,
    NoLongitude,
    /// Off the globe; a point if latitude and longitude are the other way round.
    Swapped,
    OffGlobe,
}

/// The point of what stands in the inputs for latitude and longitude. Both may stand in one of them; directions (N, S, E, W,
/// and O for *ouest* and *oeste*) say which is which, wherever they stand.
pub(super) fn read(lat: &str, lon: &str) -> Result<Point, Trouble> {
    match (lat.trim(), lon.trim()) {
        ("", "") => Err(Trouble::Unreadable),
        (alone, "") => pair(alone, Trouble::NoLongitude),
        ("", alone) => pair(alone, Trouble::NoLatitude),
        (lat, lon) => {
            let (lat, lon) = (Angle::read(lat), Angle::read(lon));
            point(lat.ok_or(Trouble::Unreadable)?, lon.ok_or(Trouble::Unreadable)?)
        }
    }
}

/// The key of what to tell the person.
pub(super) fn message(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unreadable => "guidelines-wrong-point",
        Trouble::NoLatitude => "map-wrong-no-latitude",
        Trouble::NoLongitude => "map-wrong-no-longitude",
        Trouble::Swapped => "map-wrong-swapped",
        Trouble::OffGlobe => "map-wrong-off-globe",
    }
}

/// Two coordinates in one text, if it can be parted into two in one way only. `alone`: what is wrong with a single one.
fn pair(text: &str, alone: Trouble) -> Result<Point, Trouble> {
    if Angle::read(text).is_some() {
        return Err(alone);
    }
    let text = text.trim_start_matches('(').trim_end_matches(')');
    let mut parted = partings(text).filter_map(|(one, other)| Some((Angle::read(one)?, Angle::read(other)?)));
    match (parted.next(), parted.next()) {
        (Some((one, other)), None) => point(one, other),
        _ => Err(Trouble::Unreadable),
    }
}

/// Every way to part a text into two: at what separates, or behind a letter that tells a direction.
fn partings(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let separates = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/');
    text.char_indices().skip(1).filter_map(move |(at, c)| {
        let (before, behind) = text.split_at(at);
        let last = before.chars().next_back()?;
        if separates(c) && !separates(last) {
            Some((before, behind.trim_start_matches(separates)))
        } else {
            (Axis::of(last).is_some() && c.is_ascii_digit()).then_some((before, behind))
        }
    })
}

fn point(one: Angle, other: Angle) -> Result<Point, Trouble> {
    let (lat, lon) = match (one.axis, other.axis) {
        (Some(Axis::Lon), Some(Axis::Lat)) => (other.degrees, one.degrees),
        (Some(Axis::Lon), _) | (_, Some(Axis::Lat)) => return Err(Trouble::Unreadable),
        _ => (one.degrees, other.degrees),
    };
    let known = one.axis.or(other.axis).is_some();
    Point::new(lat, lon).ok_or(match Point::new(lon, lat) {
        Some(_) if !known => Trouble::Swapped,
        _ => Trouble::OffGlobe,
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Axis {
    Lat,
    Lon,
}

impl Axis {
    /// The axis of a direction, and whether it is south or west.
    fn of(letter: char) -> Option<(Self, bool)> {
        match letter.to_ascii_uppercase() {
            'N' => Some((Self::Lat, false)),
            'S' => Some((Self::Lat, true)),
            'E' => Some((Self::Lon, false)),
            'W' | 'O' => Some((Self::Lon, true)),
            _ => None,
        }
    }
}

/// One coordinate.
#[derive(Clone, Copy, Debug)]
struct Angle {
    degrees: MicroDegrees,
    /// As far as a direction tells.
    axis: Option<Axis>,
}

impl Angle {
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let (first, last) = (text.chars().next().and_then(Axis::of), text.chars().next_back().and_then(Axis::of));
        let (direction, number) = match (first, last) {
            (Some(_), Some(_)) => return None,
            (Some(direction), None) => (Some(direction), text.get(1..)?),
            (None, Some(direction)) => (Some(direction), text.get(..text.len() - 1)?),
            (None, None) => (None, text),
        };
        let number = number.trim();
        let plain = number.strip_suffix(DEGREE).unwrap_or(number).trim_end();
        let degrees = MicroDegrees::parse(plain).or_else(|| sexagesimal(number, direction.is_some()))?;
        let Some((axis, negative)) = direction else { return Some(Self { degrees, axis: None }) };
        // A sign and a direction would say it twice, or contradict each other.
        let signed = number.starts_with(['-', '+', '\u{2212}']);
        let degrees =
            MicroDegrees::from_millionths(if negative { -degrees.millionths() } else { degrees.millionths() });
        (!signed).then_some(Self { degrees, axis: Some(axis) })
    }
}

const DEGREE: [char; 3] = ['°', 'º', '˚'];
const MINUTE: [char; 4] = ['′', '\'', '’', '´'];

/// Degrees, minutes and seconds: `41°23′15.5″`, `41° 23.25'`; with a direction also `41 23 15`.
fn sexagesimal(text: &str, with_direction: bool) -> Option<MicroDegrees> {
    let (negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (degrees, rest) = cut(text, &DEGREE, with_direction)?;
    let (minutes, seconds) = match cut(rest, &MINUTE, with_direction) {
        Some((minutes, rest)) => (minutes, seconds(rest)?),
        None => (rest, "0"),
    };
    let whole = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| MicroDegrees::parse(part)).flatten();
    let sixtieths = |part: &str| {
        let value = i64::from(MicroDegrees::parse(part)?.millionths());
        (part.starts_with(|c: char| c.is_ascii_digit()) && value < 60_000_000).then_some(value)
    };
    let minutes_value = sixtieths(minutes)?;
    // Only the last of them may have decimals.
    if seconds != "0" && whole(minutes).is_none() {
        return None;
    }
    let all = i64::from(whole(degrees)?.millionths()) * 3600 + minutes_value * 60 + sixtieths(seconds)?;
    let millionths = i32::try_from((all + 1800) / 3600).ok()?;
    Some(MicroDegrees::from_millionths(if negative { -millionths } else { millionths }))
}

/// What stands before the sign and behind it; before and behind a space, where that is as good.
fn cut<'t>(text: &'t str, signs: &[char], or_space: bool) -> Option<(&'t str, &'t str)> {
    let parted = text.split_once(signs).or_else(|| text.split_once(' ').filter(|_| or_space));
    parted.map(|(before, behind)| (before.trim(), behind.trim()))
}

/// The seconds before their sign, or two signs of minutes, which some keyboards have only; 0 where nothing stands.
fn seconds(text: &str) -> Option<&str> {
    let signed = ["″", "\"", "”", "''", "′′", "’’"].into_iter().find_map(|sign| text.strip_suffix(sign));
    let text = signed.unwrap_or(text).trim();
    if text.is_empty() { signed.is_none().then_some("0") } else { Some(text) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(lat: &str, lon: &str) -> String {
        read(lat, lon).map_or_else(|trouble| format!("{trouble:?}"), |point| point.to_string())
    }

    #[test]
    fn coordinates_are_read_as_people_write_them() {
        for (lat, lon, read) in [
            ("41.3874", "2.1686", "41.3874, 2.1686"),
            ("41,3874", "2,1686", "41.3874, 2.1686"),
            (" -34.6 ", "\u{2212}58,38", "-34.6, -58.38"),
            ("41.3874°", "2.1686 °", "41.3874, 2.1686"),
            ("41.3874 N", "2.1686 E", "41.3874, 2.1686"),
            ("34.6°S", "58.38° W", "-34.6, -58.38"),
            ("34,6 S", "58,38 O", "-34.6, -58.38"),
            ("2.1686 E", "41.3874 N", "41.3874, 2.1686"),
            ("41°23′15″N", "2°10′7″E", "41.3875, 2.168611"),
            ("41° 23' 15\" N", "2° 10' 7'' E", "41.3875, 2.168611"),
            ("41º23’15”", "-2º10’7”", "41.3875, -2.168611"),
            ("N 41 23 15", "E 2 10 7", "41.3875, 2.168611"),
            ("41°23.25′N", "2°10.5′ E", "41.3875, 2.175"),
            ("41°23′N", "2°E", "41.383333, 2"),
            ("41.3874, 2.1686", "", "41.3874, 2.1686"),
            ("", "41.3874, 2.1686", "41.3874, 2.1686"),
            ("(41.3874,2.1686)", "", "41.3874, 2.1686"),
            ("41.3874 2.1686", "", "41.3874, 2.1686"),
            ("41,3874 2,1686", "", "41.3874, 2.1686"),
            ("41,3874, 2,1686", "", "41.3874, 2.1686"),
            ("41,3874; 2,1686", "", "41.3874, 2.1686"),
            ("41,3874 / 2,1686", "", "41.3874, 2.1686"),
            ("41,3874,2,1686", "", "41.3874, 2.1686"),
            ("41, 2", "", "41, 2"),
            ("41 2", "", "41, 2"),
            ("41°23′15″N 2°10′7″E", "", "41.3875, 2.168611"),
            ("41°23′15″N2°10′7″E", "", "41.3875, 2.168611"),
            ("41° 23′ 15″ N, 2° 10′ 7″ E", "", "41.3875, 2.168611"),
            ("41 23 15 N 2 10 7 E", "", "41.3875, 2.168611"),
            ("2°10′7″E, 41°23′15″N", "", "41.3875, 2.168611"),
        ] {
            assert_eq!(shown(lat, lon), read, "{lat:?} and {lon:?}");
        }
    }

    #[test]
    fn what_could_be_two_places_is_none_and_why_is_told() {
        for (lat, lon, trouble) in [
            ("41,39", "", Trouble::NoLongitude),
            ("", "2.17", Trouble::NoLatitude),
            ("41°23′15″N", "", Trouble::NoLongitude),
            ("97.1", "20.9", Trouble::Swapped),
            ("-99.13, 19.43", "", Trouble::Swapped),
            ("91", "181", Trouble::OffGlobe),
            ("91 N", "20 E", Trouble::OffGlobe),
            ("41", "200", Trouble::OffGlobe),
            ("41,39,2", "", Trouble::Unreadable),
            ("41 23 2 10", "", Trouble::Unreadable),
            ("north", "2", Trouble::Unreadable),
            ("41 N", "2 N", Trouble::Unreadable),
            ("-41 S", "2 E", Trouble::Unreadable),
            ("41°60′", "2", Trouble::Unreadable),
            ("41°23.5′15″", "2", Trouble::Unreadable),
            ("N", "E", Trouble::Unreadable),
            ("°", "′", Trouble::Unreadable),
        ] {
            assert_eq!(read(lat, lon), Err(trouble), "{lat:?} and {lon:?}");
        }
    }

    /// Degrees, minutes, and seconds to a ten-thousandth, with the direction.
    fn sexagesimal(millionths: i32, directions: [char; 2]) -> String {
        let all = i64::from(millionths.abs()) * 36;
        let (degrees, minutes, rest) = (all / 36_000_000, all / 600_000 % 60, all % 600_000);
        let direction = directions[usize::from(millionths < 0)];
        format!("{degrees}°{minutes}′{}.{:04}″{direction}", rest / 10_000, rest % 10_000)
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(lat in -90_000_000..=90_000_000_i32, lon in -180_000_000..=180_000_000_i32) {
            let degrees = MicroDegrees::from_millionths;
            let point = Point::new(degrees(lat), degrees(lon)).unwrap();
            let (one, other) = (point.lat().to_string(), point.lon().to_string());
            prop_assert_eq!(read(&one, &other), Ok(point));
            prop_assert_eq!(read(&one.replace('.', ","), &other.replace('.', ",")), Ok(point));
            for pair in [format!("{point}"), format!("{one} {other}"), format!("{one}; {other}")] {
                prop_assert_eq!(read(&pair, ""), Ok(point));
            }
            let (one, other) = (sexagesimal(lat, ['N', 'S']), sexagesimal(lon, ['E', 'W']));
            for (lat, lon) in [(one.as_str(), other.as_str()), (&other, &one), (&format!("{one} {other}"), "")] {
                prop_assert_eq!(read(lat, lon), Ok(point), "{} {}", lat, lon);
            }
        }

        #[test]
        fn nothing_that_is_typed_is_too_much(lat in "(?s).{0,40}", lon in "[0-9°′″'\" ,.NSEWO+-]{0,20}") {
            let _ = (read(&lat, &lon), read(&lon, &lat), read(&lon, ""));
        }
    }
}
