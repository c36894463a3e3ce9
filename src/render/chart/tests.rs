use super::measure::width;
use super::samples::{self, figure, key, percent};
use super::*;
use crate::report::view::{Bar, DotRow, Line, Range, Tile};

/// Draws a figure and checks what holds for all of them.
fn check(figure: &Figure) -> String {
    let drawn = svg(figure, &figure.id, "../");
    let parsed = roxmltree::Document::parse(&drawn);
    let document = parsed.unwrap_or_else(|error| panic!("{}: {error}\n{drawn}", figure.id));
    let root = document.root_element();
    assert!(root.attribute("class").unwrap().starts_with("chart chart-"));
    assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
    assert!(!drawn.contains("style=") && !drawn.contains("=\"#"), "looks belong to the theme");
    assert_eq!(drawn, svg(figure, &figure.id, "../"), "the same figure gives the same bytes");
    check_texts(&document, &figure.id);
    drawn
}

/// No text lies on another, and all lie inside the view box.
fn check_texts(document: &roxmltree::Document<'_>, id: &str) {
    let root = document.root_element();
    let view: Vec<f64> =
        root.attribute("viewBox").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
    let body = if root.attribute("class").unwrap().contains("trend") { 12.0 } else { 13.0 };
    let boxes: Vec<(&str, [f64; 4])> = root
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .map(|node| text_box(node, body))
        .collect();
    for (i, (text, [left, top, right, bottom])) in boxes.iter().enumerate() {
        let inside = *left >= -0.5 && *top >= -0.5 && *right <= view[2] + 0.5;
        assert!(inside && *bottom <= view[3] + 0.5, "{id}: «{text}» is cut off");
        for (other, [l, t, r, b]) in &boxes[i + 1..] {
            let apart = right <= l || r <= left || bottom <= t || b <= top;
            assert!(apart, "{id}: «{text}» and «{other}» lie on each other");
        }
    }
}

/// An attribute of an element or of the group that says it for all its elements.
fn said<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> Option<&'a str> {
    let group = || node.parent().filter(|parent| parent.has_tag_name("g"));
    node.attribute(name).or_else(|| group()?.attribute(name))
}

/// The text of a node, and the box of its letters.
fn text_box<'a>(node: roxmltree::Node<'a, '_>, body: f64) -> (&'a str, [f64; 4]) {
    let class = said(node, "class").unwrap();
    let has = |name: &str| class.split(' ').any(|one| one == name);
    let size = match () {
        () if has("small") => sheet::SMALL,
        () if has("key") => legend::SIZE,
        () => body,
    };
    let number = |name: &str| -> f64 { node.attribute(name).unwrap().parse().unwrap() };
    let text = node.children().filter(|child| child.is_text()).find_map(|child| child.text());
    let text = text.unwrap_or_default();
    // The measure allows for wider fonts than most; touching in those is no fault.
    let wide = width(text, size) / 1.08;
    let left = match said(node, "text-anchor") {
        Some("middle") => number("x") - wide / 2.0,
        Some("end") => number("x") - wide,
        _ => number("x"),
    };
    (text, [left, number("y") - size * 0.7, left + wide, number("y") + size * 0.15])
}

fn classes<'a>(document: &'a roxmltree::Document<'_>, class: &str) -> Vec<roxmltree::Node<'a, 'a>> {
    let has = |node: &roxmltree::Node<'_, '_>| {
        let drawn = !node.has_tag_name("g") && !node.has_tag_name("title") && node.is_element();
        drawn && said(*node, "class").is_some_and(|all| all.split(' ').any(|one| one == class))
    };
    document.descendants().filter(has).collect()
}

fn parse(text: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(text).unwrap()
}

#[test]
fn every_kind_is_well_formed_and_legible() {
    for figure in samples::all() {
        let drawn = check(&figure);
        let named = format!("aria-labelledby=\"{0}-title {0}-finding\"", figure.id);
        assert!(drawn.contains(&named), "{drawn}");
    }
}

#[test]
fn figures_without_data_do_not_break() {
    for chart in [
        Chart::Trend {
            steps: vec![],
            lines: vec![],
            breaks: vec![3],
            signs: vec![(5, "х".into())],
            max: 0.0,
            unit: "%".into(),
        },
        Chart::Trend {
            steps: vec!["2022".into()],
            lines: vec![Line {
                key: key("школа", "plain"),
                points: vec![None],
                ranges: vec![],
                breaks: vec![0, 7],
                context: false,
            }],
            breaks: vec![0],
            signs: vec![(0, "х".into())],
            max: f64::NAN,
            unit: String::new(),
        },
        Chart::Bars { bars: vec![], max: 0.0 },
        Chart::Stacked { keys: vec![], bars: vec![] },
        Chart::Grouped { keys: vec![], groups: vec![], max: 0.0 },
        Chart::Histogram { bars: vec![], before: vec![], marks: vec![], unit: String::new() },
        Chart::Dots { rows: vec![], max: 0.0, unit: String::new() },
        Chart::Profile { steps: vec![], signs: vec![], rows: vec![] },
        Chart::Tiles { tiles: vec![], scale: vec![] },
        Chart::Areas { tiles: vec![], outlines: vec![], scale: vec![] },
    ] {
        check(&figure("empty", "Пусто", "Данных нет.", chart));
    }
}

#[test]
fn a_scale_of_zero_does_not_break() {
    let bar = || Bar { label: "г. Ярославль".into(), point: percent(0.0), tone: "plain" };
    let dots = DotRow {
        label: "ОГЭ".into(),
        dots: vec![0.0; 3],
        marks: vec![(percent(0.0).unwrap(), key("школа", "plain"))],
    };
    let waves = vec![("Да".to_owned(), vec![percent(0.0)])];
    let keys = vec![key("май", "series-1")];
    for chart in [
        Chart::Bars { bars: vec![bar()], max: 0.0 },
        Chart::Histogram {
            bars: vec![bar()], before: vec![], marks: vec![], unit: "школ".into()
        },
        Chart::Dots { rows: vec![dots], max: 0.0, unit: "%".into() },
        Chart::Grouped { keys: keys.clone(), groups: waves.clone(), max: 0.0 },
        Chart::Stacked { keys, bars: waves },
    ] {
        assert!(check(&figure("zero", "Ноль", "Везде ноль.", chart)).contains("0\u{a0}%"));
    }
}

#[test]
fn values_of_any_size_are_drawn() {
    for value in [1e-300, 1e-9, 0.3, 7e5, 1e9, -5.0, f64::INFINITY] {
        let point = Some(Point { value, text: "х".into() });
        let line = Line {
            key: key("школа", "plain"),
            points: vec![point.clone()],
            ranges: vec![],
            breaks: vec![],
            context: false,
        };
        let steps = vec!["2022".to_owned()];
        let bar = Bar { label: "ОГЭ".into(), point, tone: "plain" };
        check(&figure(
            "size",
            "Размах",
            "Любой.",
            Chart::Trend {
                steps,
                lines: vec![line],
                breaks: vec![],
                signs: vec![],
                max: value,
                unit: String::new(),
            },
        ));
        check(&figure("size", "Размах", "Любой.", Chart::Bars { bars: vec![bar], max: value }));
    }
}

#[test]
fn a_fall_lies_on_the_other_side_of_zero() {
    let bar = |value: f64, text: &str| Bar {
        label: "Угличский МР".into(),
        point: Some(Point { value, text: text.into() }),
        tone: "plain",
    };
    let bars = vec![bar(4.0, "+4 п. п."), bar(-4.0, "−4 п. п.")];
    let drawn = check(&figure("fall", "Изменение", "±4.", Chart::Bars { bars, max: 4.0 }));
    let document = parse(&drawn);
    let [up, down] = classes(&document, "mark")[..] else { panic!("{drawn}") };
    let number = |node: roxmltree::Node<'_, '_>, name| -> f64 {
        node.attribute(name).unwrap().parse().unwrap()
    };
    assert_eq!(number(down, "x") + number(down, "width"), number(up, "x"));
    assert!((number(down, "width") - number(up, "width")).abs() < 0.15, "equal but for rounding");

    let dots = DotRow { label: "ОГЭ".into(), dots: vec![-3.0], marks: vec![] };
    check(&figure(
        "below",
        "Ниже",
        "−3.",
        Chart::Dots { rows: vec![dots], max: -1.0, unit: "%".into() },
    ));
}

#[test]
fn text_is_escaped_everywhere() {
    let evil = "<script>alert(\"1\" & '2')</script>";
    let point = Point { value: 10.0, text: evil.into() };
    let bars = || vec![Bar { label: evil.into(), point: Some(point.clone()), tone: "plain" }];
    let tile = Tile {
        column: 0,
        row: 0,
        label: evil.into(),
        title: evil.into(),
        point: Some(point.clone()),
        detail: None,
        class: Some(9),
        link: "x.html?a=\"&b".into(),
    };
    for chart in [
        Chart::Bars { bars: bars(), max: 10.0 },
        Chart::Histogram {
            bars: bars(),
            before: vec![],
            marks: vec![(0.5, key(evil, "bad"))],
            unit: evil.into(),
        },
        Chart::Stacked {
            keys: vec![key(evil, "bad")],
            bars: vec![(evil.into(), vec![Some(point.clone())])],
        },
        Chart::Tiles { tiles: vec![tile], scale: vec![key(evil, "plain")] },
    ] {
        let drawn = svg(&figure("a\"b", evil, evil, chart), "a\"b", "");
        parse(&drawn);
        assert!(!drawn.contains("<script"), "{drawn}");
    }
}

#[test]
fn a_missing_year_is_a_gap_in_the_line() {
    let drawn = check(&samples::trend());
    let document = parse(&drawn);
    // 2018–2019 of three lines; 2021 stands alone between the gap and the break before 2022.
    assert_eq!(classes(&document, "line").len(), 3);
    assert_eq!(classes(&document, "mark").len(), 3 * 4);
    assert_eq!(classes(&document, "break").len(), 1);
}

#[test]
fn a_band_shows_how_far_a_point_wanders() {
    let mut figure = samples::trend();
    if let Chart::Trend { lines, .. } = &mut figure.chart {
        let range = Range { low: 21.0, high: 57.0, text: "от 21 % до 57 %".into() };
        lines[0].ranges = vec![Some(range), None, None, None, None];
    }
    let drawn = check(&figure);
    let document = parse(&drawn);
    let [band] = classes(&document, "range")[..] else { panic!("{drawn}") };
    let [from, to] = {
        let (_, down) = band.attribute("d").unwrap().split_once(' ').unwrap();
        let (from, to) = down.split_once('V').unwrap();
        [from, to].map(|height| height.parse::<f64>().unwrap())
    };
    let dot = classes(&document, "mark").into_iter().find(|mark| mark.has_tag_name("circle"));
    let height: f64 = dot.unwrap().attribute("cy").unwrap().parse().unwrap();
    assert!(to < height && height < from, "{to} < {height} < {from}");
    assert!(drawn.contains("Школа, 2018: 38\u{a0}%; от 21 % до 57 %"), "{drawn}");
}

/// What is drawn one after another in one class says it once.
#[test]
fn neighbours_share_their_class() {
    let drawn = check(&samples::trend());
    assert_eq!(drawn.matches("class=\"grid\"").count(), 1, "{drawn}");
    assert_eq!(drawn.matches("class=\"mark tone-plain\"").count(), 1, "{drawn}");
}

#[test]
fn a_missing_bar_is_a_dash_and_zero_is_zero() {
    let drawn = check(&samples::bars());
    let document = parse(&drawn);
    assert_eq!(classes(&document, "mark").len(), 19, "twenty rows, one without a value");
    assert_eq!(classes(&document, "missing").len(), 1);
    assert!(drawn.contains("<title>Брейтовский МР: 0\u{a0}%</title>"));
    assert!(drawn.contains("<title>Угличский МР: 21\u{a0}%</title>"));
}

#[test]
fn a_row_without_shares_is_a_dash() {
    let drawn = check(&samples::stacked());
    assert_eq!(classes(&parse(&drawn), "missing").len(), 1);
    assert!(drawn.contains("class=\"hatch tone-bad\""));
    assert!(!drawn.contains("<pattern"), "browsers print patterns as pictures");
}

#[test]
fn equal_dots_are_stacked_and_none_is_lost() {
    let drawn = check(&samples::dots());
    let document = parse(&drawn);
    let rows = classes(&document, "dots");
    assert_eq!(rows.len(), 5);
    for row in rows {
        let places: Vec<&str> = row.attribute("d").unwrap().split("h0").collect();
        assert_eq!(places.len() - 1, 160);
    }
}

#[test]
fn tiles_lead_to_pages() {
    let drawn = check(&samples::tiles());
    assert!(drawn.contains("href=\"../municipalities/m0.html\"><title>Мышкинский МР: 57\u{a0}%<"));
    assert!(drawn.contains("role=\"group\""));
    assert!(drawn.contains("class=\"hatch tone-empty\""));
}

/// Lines that end in one place, names too long for their column, crowded years and marks.
#[test]
fn labels_do_not_collide_where_it_is_crowded() {
    let names = ["МОУ «Средняя школа № 17 имени А. А. Гераськина»", "Гаврилов-Ямский МР", "регион"];
    let lines = names
        .iter()
        .enumerate()
        .map(|(i, name)| Line {
            key: key(name, "plain"),
            points: (0..10).map(|j| percent(f64::from(50 + (j * 7) % 5))).collect(),
            ranges: vec![],
            breaks: vec![],
            context: i > 0,
        })
        .collect();
    let steps = (2013..2023).map(|year| format!("{year}/{}", year + 1)).collect();
    check(&figure(
        "crowded",
        "Тесно",
        "Линии рядом.",
        Chart::Trend { steps, lines, breaks: vec![], signs: vec![], max: 55.0, unit: "%".into() },
    ));

    let marks = (0..5).map(|i| (7.8 + f64::from(i) * 0.01, key("граница перечня: 78 %", "bad")));
    let bars = (0..8).map(|i| Bar {
        label: format!("{}–{} %", i * 12, i * 12 + 12),
        point: Some(Point { value: f64::from(i), text: (i * 1000).to_string() }),
        tone: "plain",
    });
    check(&figure(
        "marks",
        "Тесно",
        "Границы рядом.",
        Chart::Histogram {
            bars: bars.collect(),
            before: vec![],
            marks: marks.collect(),
            unit: "школ".into(),
        },
    ));

    let risk = "Недостаточная предметная и методическая компетентность педагогических работников";
    let bars = (0..10).map(|i| Bar {
        label: format!("{i} {risk}"),
        point: Some(Point { value: 1e9, text: "1 000 000 000 школ".into() }),
        tone: "plain",
    });
    check(&figure("risks", "Риски", "Все.", Chart::Bars { bars: bars.collect(), max: 1.0 }));
}

#[test]
fn the_style_sheet_has_the_sizes_texts_are_measured_in() {
    let css = include_str!("../../../themes/default/static/chart.css");
    for rule in [
        format!("font-size: {}px;", sheet::BODY),
        format!(".chart .small {{ font-size: {}px }}", sheet::SMALL),
        format!(".chart .key {{ font-size: {}px }}", legend::SIZE),
        format!("font-size: {}px }}", trend::SIZE),
        format!("stroke-width: {}; stroke-linecap: round; opacity", dots::DOT),
    ] {
        assert!(css.contains(&rule), "{rule}");
    }
}

#[test]
fn the_style_sheet_knows_every_tone() {
    let css = include_str!("../../../themes/default/static/tokens.css");
    for tone in crate::model::tone::Tone::ALL {
        let name = tone.name();
        assert!(css.contains(&format!(".tone-{name} {{ --tone: var(--tone-{name});")), "{name}");
    }
}

#[test]
fn an_outline_runs_along_the_counts_compared_with() {
    let mut figure = samples::histogram();
    let Chart::Histogram { bars, before, .. } = &mut figure.chart else { panic!() };
    // As high as the bars: the outline touches the top of each.
    *before = bars.iter().map(|bar| bar.point.as_ref().map_or(0.0, |point| point.value)).collect();
    let count = before.len();
    let drawn = check(&figure);
    let document = parse(&drawn);
    let [outline] = classes(&document, "outline")[..] else { panic!("{drawn}") };
    let steps = outline.attribute("d").unwrap().matches('H').count();
    assert_eq!(steps, count, "{drawn}");
    let first = classes(&document, "mark")[0].attribute("y").unwrap();
    assert!(outline.attribute("d").unwrap().split('H').next().unwrap().ends_with(first), "{drawn}");
}
