//! The picture that a message shows of a link to the report: 1200 × 630, as sites that show them ask
//! for. Letters are drawn from one font inside the program, so the picture is the same everywhere.

use ab_glyph::{Font, FontRef, ScaleFont};

use crate::report::view::Poster;

/// Its path from the site's root.
pub const PATH: &str = "poster.png";

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
const MARGIN: f32 = 72.0;

/// A colour by red, green and blue.
type Colour = [u8; 3];

/// The colours of a theme that the picture has.
struct Colours {
    surface: Colour,
    ink: Colour,
    soft: Colour,
    accent: Colour,
}

impl Colours {
    /// As the tokens of the theme first say them; black on white for what they do not say so.
    fn of(tokens: &str) -> Self {
        let named = |name: &str| {
            let (_, rest) = tokens.split_once(&format!("--{name}: #"))?;
            hex(rest.split(';').next()?.trim())
        };
        let ink = named("ink").unwrap_or([0; 3]);
        Self {
            surface: named("surface").unwrap_or([255; 3]),
            ink,
            soft: named("ink-soft").unwrap_or(ink),
            accent: named("accent").unwrap_or(ink),
        }
    }
}

/// Three or six hexadecimal digits.
fn hex(digits: &str) -> Option<Colour> {
    let long: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        _ => digits.to_owned(),
    };
    let number = u32::from_str_radix(&long, 16).ok().filter(|_| long.len() == 6)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// The picture as PNG.
///
/// # Errors
/// None that any report could cause: those of the font and of the encoder.
pub fn png(poster: &Poster, tokens: &str) -> Result<Vec<u8>, String> {
    let colours = Colours::of(tokens);
    let font = FontRef::try_from_slice(epaint_default_fonts::UBUNTU_LIGHT);
    let font = font.map_err(|error| error.to_string())?;
    let mut picture = Picture::new(colours.surface);
    picture.bar(0, 16, colours.accent);
    let mut pen = Pen { font, picture, y: 64.0 };
    pen.lines(&poster.region, 36.0, 1, colours.soft);
    pen.y += 16.0;
    pen.lines(&poster.title, 64.0, 3, colours.ink);
    if let Some((value, words)) = &poster.figure {
        pen.y = HEIGHT as f32 - 238.0;
        pen.lines(value, 128.0, 1, colours.accent);
        let words: Vec<&str> = words.iter().flatten().map(String::as_str).collect();
        pen.lines(&words.join(", "), 36.0, 1, colours.soft);
    }
    pen.picture.encode()
}

/// Writes lines, one under another.
struct Pen {
    font: FontRef<'static>,
    picture: Picture,
    /// The top of the next line.
    y: f32,
}

impl Pen {
    /// Writes a text in lines of a size, at most so many; what has no room ends with «…».
    fn lines(&mut self, text: &str, size: f32, most: usize, colour: Colour) {
        let room = WIDTH as f32 - 2.0 * MARGIN;
        let mut lines: Vec<String> = Vec::new();
        for word in text.split([' ', '\u{a0}']) {
            match lines.last_mut() {
                Some(line) if self.width(&format!("{line} {word}"), size) <= room => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        if lines.len() > most {
            lines.truncate(most);
            lines.iter_mut().last().into_iter().for_each(|line| line.push('…'));
        }
        for line in lines {
            self.line(&line, size, colour);
        }
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let font = self.font.as_scaled(size);
        text.chars().map(|letter| font.h_advance(font.glyph_id(letter))).sum()
    }

    fn line(&mut self, text: &str, size: f32, colour: Colour) {
        let font = self.font.as_scaled(size);
        let base = self.y + font.ascent();
        let mut x = MARGIN;
        for letter in text.chars() {
            let id = font.glyph_id(letter);
            let glyph = id.with_scale_and_position(size, ab_glyph::point(x, base));
            x += font.h_advance(id);
            let Some(shape) = self.font.outline_glyph(glyph) else { continue };
            let from = shape.px_bounds().min;
            shape.draw(|dx, dy, share| {
                self.picture.dot(from.x + dx as f32, from.y + dy as f32, colour, share);
            });
        }
        self.y += size * 1.2;
    }
}

/// Dots, row by row.
struct Picture(Vec<u8>);

impl Picture {
    fn new(colour: Colour) -> Self {
        Self(colour.repeat((WIDTH * HEIGHT) as usize))
    }

    /// A band from edge to edge.
    fn bar(&mut self, from: u32, to: u32, colour: Colour) {
        let row = 3 * WIDTH as usize;
        let band = &mut self.0[from as usize * row..to as usize * row];
        band.chunks_exact_mut(3).for_each(|dot| dot.copy_from_slice(&colour));
    }

    /// Covers a share of a dot.
    fn dot(&mut self, x: f32, y: f32, colour: Colour, share: f32) {
        if x < 0.0 || y < 0.0 || x >= WIDTH as f32 || y >= HEIGHT as f32 {
            return;
        }
        let at = 3 * (y as usize * WIDTH as usize + x as usize);
        for (old, new) in self.0[at..at + 3].iter_mut().zip(colour) {
            let mixed = f32::from(*old) + (f32::from(new) - f32::from(*old)) * share.min(1.0);
            *old = mixed.round() as u8;
        }
    }

    fn encode(self) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.0)?;
            writer.finish()
        });
        written.map_err(|error| error.to_string())?;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_both_alphabets_have_shapes() {
        let font = FontRef::try_from_slice(epaint_default_fonts::UBUNTU_LIGHT).unwrap();
        for letter in ('А'..='я').chain('0'..='z').chain("Ёё№«»—–−…%,".chars()) {
            assert_ne!(font.glyph_id(letter).0, 0, "{letter}");
        }
    }

    #[test]
    fn a_picture_has_its_size_its_colours_and_the_same_bytes_again() {
        let poster = Poster {
            title: "Школы с низкими образовательными результатами ".repeat(9),
            region: "Ярославская область".into(),
            figure: Some(("87".into(), [Some("в перечне".into()), Some("26 % из 335".into())])),
        };
        let colours = [("surface", "123"), ("ink", "fedcba")];
        let tokens = colours.map(|(name, digits)| format!("--{name}: {}{digits};\n", '#'));
        let tokens = format!("{} --accent: var(--ink);", tokens.concat());
        let made = png(&poster, &tokens).unwrap();
        assert_eq!(made, png(&poster, &tokens).unwrap());
        let mut reader = png::Decoder::new(std::io::Cursor::new(&made)).read_info().unwrap();
        let mut dots = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut dots).unwrap();
        assert_eq!((info.width, info.height), (WIDTH, HEIGHT));
        let has = |colour: Colour| dots.chunks_exact(3).any(|dot| dot == colour);
        assert!(has([0x11, 0x22, 0x33]) && has([0xfe, 0xdc, 0xba]));
        assert_eq!([hex("fff"), hex("12345"), hex("ж")], [Some([255; 3]), None, None]);
    }
}
