//! Making a picture smaller while it is read, row by row: the whole of it is never in memory.

use image::RgbImage;

use super::{Pixels, Unfit};

/// Averages squares of pixels into one. Takes the rows of a picture from top to bottom.
pub struct Shrinker {
    /// How many pixels, and how many rows, become one.
    step: u32,
    small: RgbImage,
    sums: Vec<[u32; 3]>,
    /// Rows taken so far.
    taken: u32,
    height: u32,
    width: u32,
}

impl Shrinker {
    /// For a picture that is to be made as small as `target`, or up to twice as large.
    pub fn new((width, height): Pixels, target: Pixels) -> Self {
        let step = (width / target.0.max(1)).min(height / target.1.max(1)).max(1);
        let small = RgbImage::new(width.div_ceil(step), height.div_ceil(step));
        let sums = vec![[0; 3]; usize::try_from(small.width()).unwrap_or(0)];
        Self { step, small, sums, taken: 0, height, width }
    }

    /// The next row: as many pixels as the picture is wide.
    pub fn row(&mut self, pixels: impl Iterator<Item = [u8; 3]>) {
        let step = usize::try_from(self.step).unwrap_or(1);
        for (place, pixel) in pixels.enumerate() {
            let Some(sum) = self.sums.get_mut(place / step) else { break };
            for (total, part) in sum.iter_mut().zip(pixel) {
                *total += u32::from(part);
            }
        }
        self.taken += 1;
        if self.taken.is_multiple_of(self.step) || self.taken == self.height {
            self.write();
        }
    }

    /// One row of the small picture from the sums, which begin anew.
    fn write(&mut self) {
        let row = (self.taken - 1) / self.step;
        let rows = self.taken - row * self.step;
        for (column, sum) in (0..).zip(&mut self.sums) {
            let columns = self.step.min(self.width - column * self.step);
            let count = rows * columns;
            let mean = |total: u32| u8::try_from((total + count / 2) / count).unwrap_or(u8::MAX);
            self.small.put_pixel(column, row, image::Rgb([mean(sum[0]), mean(sum[1]), mean(sum[2])]));
            *sum = [0; 3];
        }
    }

    /// The small picture, if all rows came.
    pub fn finish(self) -> Result<RgbImage, Unfit> {
        if self.taken == self.height { Ok(self.small) } else { Err(Unfit::Damaged) }
    }
}

/// A pixel before white paper.
pub fn on_white([r, g, b, alpha]: [u8; 4]) -> [u8; 3] {
    let blend = |part: u8| {
        let mixed = u32::from(part) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
        u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
    };
    [blend(r), blend(g), blend(b)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_become_their_mean_and_the_rest_its_own() {
        let mut shrinker = Shrinker::new((5, 3), (2, 1));
        for row in 0..3_u8 {
            shrinker.row((0..5).map(|column| [row * 10, column * 10, 200]));
        }
        let small = shrinker.finish().unwrap();
        assert_eq!(small.dimensions(), (3, 2));
        assert_eq!(small.get_pixel(0, 0).0, [5, 5, 200]);
        assert_eq!(small.get_pixel(2, 1).0, [20, 40, 200]);
    }

    #[test]
    fn what_is_clear_is_white() {
        assert_eq!(on_white([0, 0, 0, 0]), [255; 3]);
        assert_eq!(on_white([10, 20, 30, 255]), [10, 20, 30]);
    }
}
