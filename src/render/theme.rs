//! Themes in layers: the built-in one, the site's theme, the site's own templates. A later layer
//! replaces files of the same name, so a site can change its footer and nothing else.

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::sheets;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};

static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// A file of a theme or of the site's own templates.
pub struct ThemeFile {
    /// Its path inside the theme or inside `templates/`, with `/`.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// Where it came from.
    pub source: SourceId,
}

/// The text of a template, and the file it came from unless it is built in.
pub(super) struct Template {
    pub text: Cow<'static, str>,
    pub source: Option<SourceId>,
}

/// A file that pages link to, and the one it came from unless it is built in.
pub(super) struct Asset {
    pub bytes: Cow<'static, [u8]>,
    pub source: Option<SourceId>,
}

/// Templates and assets by name. Templates lie in `templates/` of a theme (`base.html`,
/// `parts/footer.html`), assets in `static/`; other files of a theme are not the renderer's.
/// A style sheet that imports others is published with them inside.
#[derive(Default)]
pub struct Theme {
    pub(super) templates: BTreeMap<String, Template>,
    assets: BTreeMap<String, Asset>,
}

impl Theme {
    /// The parts of the theme inside the program.
    pub(super) fn built_in() -> Self {
        let mut theme = Self::default();
        theme.add_built_in(&BUILT_IN);
        theme
    }

    fn add_built_in(&mut self, dir: &'static Dir) {
        for file in dir.files() {
            // All names in the repository are UTF-8 with `/`, except where Windows builds say `\`.
            let name = file.path().to_string_lossy().replace('\\', "/");
            if let Some(template) = name.strip_prefix("templates/") {
                let text = String::from_utf8_lossy(file.contents());
                self.templates.insert(template.to_owned(), Template { text, source: None });
            } else if name.starts_with("static/") {
                let asset = Asset { bytes: file.contents().into(), source: None };
                self.assets.insert(name, asset);
            }
        }
        dir.dirs().for_each(|dir| self.add_built_in(dir));
    }

    /// The built-in theme under `theme` (files of `themes/<name>/`) under `own` (files of the
    /// site's `templates/`).
    ///
    /// # Errors
    /// Every template and style sheet that is not UTF-8, every import of what is no style sheet.
    pub fn layered(theme: Vec<ThemeFile>, own: Vec<ThemeFile>) -> Result<Self, Diagnostics> {
        let mut layers = Self::built_in();
        let mut faults = Diagnostics::new();
        for file in theme {
            if let Some(name) = file.name.strip_prefix("templates/") {
                layers.add_template(name.to_owned(), file.bytes, file.source, &mut faults);
            } else if file.name.starts_with("static/") {
                let asset = Asset { bytes: file.bytes.into(), source: Some(file.source) };
                layers.assets.insert(file.name, asset);
            }
        }
        for file in own {
            layers.add_template(file.name, file.bytes, file.source, &mut faults);
        }
        match sheets::joined(std::mem::take(&mut layers.assets)) {
            Ok(assets) => layers.assets = assets,
            Err(others) => faults.extend(others),
        }
        if faults.is_empty() { Ok(layers) } else { Err(faults) }
    }

    fn add_template(
        &mut self,
        name: String,
        bytes: Vec<u8>,
        source: SourceId,
        faults: &mut Diagnostics,
    ) {
        match String::from_utf8(bytes) {
            Ok(text) => {
                let template = Template { text: text.into(), source: Some(source) };
                self.templates.insert(name, template);
            }
            Err(_) => {
                let fault = Diagnostic::new(Code::NotUtf8).at(Place::whole(source));
                faults.push(fault.with("file", name));
            }
        }
    }

    /// The files that pages link to, such as `static/style.css`, by their path in the site.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(name, asset)| (name.as_str(), asset.bytes.as_ref()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str, source: u16) -> ThemeFile {
        ThemeFile { name: name.into(), bytes: text.into(), source: SourceId(source) }
    }

    #[test]
    fn later_layers_replace_by_name() {
        let theme = Theme::layered(
            vec![
                file("templates/base.html", "theme", 1),
                file("templates/parts/footer.html", "theme", 2),
                file("static/tokens.css", "/* of the theme */\n", 3),
                file("README.md", "theme", 4),
            ],
            vec![file("parts/footer.html", "own", 5)],
        );
        let theme = theme.unwrap();
        assert_eq!(theme.templates["base.html"].text, "theme");
        assert_eq!(theme.templates["parts/footer.html"].text, "own");
        assert_eq!(theme.templates["parts/footer.html"].source, Some(SourceId(5)));
        assert!(theme.templates["region.html"].source.is_none());
        let assets: BTreeMap<_, _> = theme.assets().collect();
        let style = String::from_utf8_lossy(assets["static/style.css"]);
        assert!(style.contains("/* of the theme */") && style.contains("body {"));
        assert!(assets.contains_key("static/svod.js"));
        assert!(!assets.contains_key("README.md"));
    }

    #[test]
    fn every_template_that_is_not_utf8_is_named() {
        let broken = |source| ThemeFile {
            name: format!("{source}.html"),
            bytes: vec![0xff],
            source: SourceId(source),
        };
        let faults = Theme::layered(vec![], vec![broken(1), broken(2)]).err().unwrap();
        let places: Vec<_> = faults.sorted().iter().map(|fault| fault.place).collect();
        assert_eq!(places, [1, 2].map(|source| Some(Place::whole(SourceId(source)))));
    }
}
