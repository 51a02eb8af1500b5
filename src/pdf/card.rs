//! A card: the picture that goes with a link where others show it. Set by typst like any document, then painted.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};
use serde::Serialize;

use crate::error::{Error, Result};

/// What stands on a card. The same card gives the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Card {
    /// The language that the title is in.
    pub lang: &'static str,
    pub service: String,
    pub title: String,
    /// Who leads it, and where; empty where there is nobody.
    pub lead: String,
    pub place: String,
    /// The code of the theme that it is marked with, and its name; empty for a card of the service itself.
    pub theme: String,
    pub theme_name: String,
}

/// In pixels, and in points of the template.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// A drawing of that size as PNG.
pub(super) fn painted(drawing: &str) -> Result<Vec<u8>> {
    // At 72 to the inch a point is a pixel.
    let options = Options { dpi: 72.0, ..Options::default() };
    let tree = Tree::from_str(drawing, &options).map_err(Error::internal)?;
    let mut canvas = Pixmap::new(WIDTH, HEIGHT).ok_or_else(|| Error::internal("no room for a card"))?;
    resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
    canvas.encode_png().map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::world;

    fn drawn(title: &str, theme: &str) -> Vec<u8> {
        let card = Card {
            lang: "es",
            service: "Metropolis Initiatives".to_owned(),
            title: title.to_owned(),
            lead: "Área Metropolitana de Barcelona".to_owned(),
            place: "Barcelona, España".to_owned(),
            theme: theme.to_owned(),
            theme_name: "Sostenibilidad".to_owned(),
        };
        world::draw(&card).unwrap().to_vec()
    }

    #[test]
    fn a_card_is_a_picture_of_the_size_that_is_shown_and_bears_the_colour_of_its_theme() {
        let picture = image::load_from_memory(&drawn("Climate-Metropole +", "sustainability")).unwrap().to_rgba8();
        assert_eq!(picture.dimensions(), (WIDTH, HEIGHT));
        assert_eq!(picture.get_pixel(600, 5).0, [0x2f, 0x8a, 0x4e, 0xff], "the bar at its top");
        assert_eq!(picture.get_pixel(5, 300).0, [0xf4, 0xf6, 0xf5, 0xff], "paper");
        let is_ink = |pixel: &image::Rgba<u8>| pixel.0[0] < 0x40 && pixel.0[2] < 0x50;
        let of_title = picture.enumerate_pixels().filter(|(x, y, _)| (60..1140).contains(x) && (190..450).contains(y));
        let written = of_title.filter(|(_, _, pixel)| is_ink(pixel)).count();
        assert!(written > 2_000, "the title stands there: {written}");
    }

    #[test]
    fn the_same_card_is_the_same_picture_whatever_its_title() {
        for title in ["", "#show: [*x*]", "Ω 广州 😀", &"Métropole ".repeat(30)] {
            assert_eq!(drawn(title, "weather"), drawn(title, "weather"), "{title}");
        }
    }
}
