//! What plotters draws through its back end besides its own elements: many dots, lines or rings at
//! once, and orders that have no extent.

use plotters::element::{Drawable, PointCollection};
use plotters_backend::BackendCoord;

use super::backend::{Drawn, Look, Svg};
use super::write::Escaped;

/// An element of many small dots.
pub(super) struct Swarm(pub(super) Vec<(f64, f64)>);

impl<'a> PointCollection<'a, (f64, f64)> for &'a Swarm {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.0
    }
}

impl<'s> Drawable<Svg<'s>> for Swarm {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut Svg<'s>,
        _: (u32, u32),
    ) -> Drawn {
        backend.dots(points);
        Ok(())
    }
}

/// Many lines in one path, each between two points that follow one another.
pub(super) struct Strokes(pub(super) Vec<[(f64, f64); 2]>);

impl<'a> PointCollection<'a, (f64, f64)> for &'a Strokes {
    type Point = &'a (f64, f64);
    type IntoIter = std::iter::Flatten<std::slice::Iter<'a, [(f64, f64); 2]>>;

    fn point_iter(self) -> Self::IntoIter {
        self.0.iter().flatten()
    }
}

impl<'s> Drawable<Svg<'s>> for Strokes {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut Svg<'s>,
        _: (u32, u32),
    ) -> Drawn {
        backend.strokes(points);
        Ok(())
    }
}

/// Closed lines that bound one mark.
pub(super) struct Rings(pub(super) Vec<Vec<(f64, f64)>>);

impl<'a> PointCollection<'a, (f64, f64)> for &'a Rings {
    type Point = &'a (f64, f64);
    type IntoIter = std::iter::Flatten<std::slice::Iter<'a, Vec<(f64, f64)>>>;

    fn point_iter(self) -> Self::IntoIter {
        self.0.iter().flatten()
    }
}

impl<'s> Drawable<Svg<'s>> for Rings {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut Svg<'s>,
        _: (u32, u32),
    ) -> Drawn {
        let lengths: Vec<usize> = self.0.iter().map(Vec::len).collect();
        backend.rings(points, &lengths);
        Ok(())
    }
}

/// An element without extent that says how to go on.
pub(super) enum Order {
    /// What follows has this look.
    Wear(Look),
    /// What follows leads to the address; the link has its words.
    Open { href: String, title: String },
    /// The link ends.
    Close,
    /// What follows is for the eye alone: the words of links say it already.
    Hush,
    /// What is for the eye alone ends.
    Speak,
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Order {
    type Point = (f64, f64);
    type IntoIter = [(f64, f64); 0];

    fn point_iter(self) -> Self::IntoIter {
        []
    }
}

impl<'s> Drawable<Svg<'s>> for Order {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        backend: &mut Svg<'s>,
        _: (u32, u32),
    ) -> Drawn {
        match self {
            Self::Wear(look) => backend.wear(look),
            Self::Open { href, title } => {
                let (href, title) = (Escaped(href), Escaped(title));
                backend.tag(format_args!("<a href=\"{href}\"><title>{title}</title>"));
            }
            Self::Close => backend.tag(format_args!("</a>")),
            Self::Hush => backend.tag(format_args!("<g aria-hidden=\"true\">")),
            Self::Speak => backend.tag(format_args!("</g>")),
        }
        Ok(())
    }
}
