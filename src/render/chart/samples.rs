//! Figures as a regional report has them, for tests and for looking at.

use crate::report::view::{Bar, Chart, DotRow, Figure, Key, Line, Point, ProfileRow, Tile};

/// Every kind of chart with data of ordinary size.
pub fn all() -> Vec<Figure> {
    vec![trend(), bars(), stacked(), clusters(), grouped(), histogram(), dots(), profile(), tiles()]
}

pub fn figure(id: &str, title: &str, finding: &str, chart: Chart) -> Figure {
    Figure {
        number: None,
        id: id.into(),
        title: title.into(),
        finding: finding.into(),
        table: None,
        notes: Vec::new(),
        chart,
    }
}

pub fn percent(value: f64) -> Option<Point> {
    Some(Point { value, text: format!("{value:.0}\u{a0}%") })
}

pub fn key(title: &str, tone: &'static str) -> Key {
    Key { title: title.into(), tone }
}

fn line(title: &str, tone: &'static str, context: bool, values: &[Option<f64>]) -> Line {
    let points = values.iter().map(|value| value.and_then(percent)).collect();
    Line { key: key(title, tone), points, ranges: vec![], breaks: vec![], context }
}

pub fn trend() -> Figure {
    let steps = (2018..2023).map(|year| year.to_string()).collect();
    let lines = vec![
        line("Школа", "plain", false, &[Some(38.0), Some(44.0), None, Some(31.0), Some(25.0)]),
        line(
            "Мышкинский МР",
            "context",
            true,
            &[Some(22.0), Some(25.0), None, Some(24.0), Some(21.0)],
        ),
        line("регион", "context", true, &[Some(18.0), Some(19.0), None, Some(20.0), Some(19.0)]),
    ];
    figure(
        "trend-vpr-5-math",
        "ВПР, математика, 5 класс",
        "Доля неуспевающих снизилась с 38 % до 25 %; в 2020 году процедура не проводилась.",
        Chart::Trend {
            steps,
            lines,
            breaks: vec![4],
            signs: vec![(2, "х".into())],
            max: 50.0,
            unit: "%".into(),
        },
    )
}

pub const MUNICIPALITIES: [(&str, &str, u16, u16); 19] = [
    ("Мышкинский МР", "Мышкин", 0, 2),
    ("Первомайский МР", "Первомайск", 3, 0),
    ("г. Ярославль", "Ярославль", 3, 2),
    ("Некоузский МР", "Некоуз", 0, 1),
    ("Некрасовский МР", "Некрасовск", 4, 2),
    ("Ярославский МР", "Яросл. район", 2, 3),
    ("Борисоглебский МР", "Борисоглеб", 1, 3),
    ("Угличский МР", "Углич", 0, 3),
    ("Брейтовский МР", "Брейтово", 0, 0),
    ("Даниловский МР", "Данилов", 3, 1),
    ("г. Переславль-Залесский", "Переславль-Залесский", 1, 5),
    ("г. Рыбинск", "Рыбинск", 1, 1),
    ("Ростовский МР", "Ростов", 2, 4),
    ("Большесельский МР", "Б. Село", 1, 2),
    ("Любимский МР", "Любим", 4, 1),
    ("Рыбинский МР", "Рыбинск. район", 2, 1),
    ("Тутаевский МР", "Тутаев", 2, 2),
    ("Гаврилов-Ямский МР", "Гаврилов-Ям", 3, 3),
    ("Пошехонский МР", "Пошехонье", 2, 0),
];

const SHARES: [f64; 19] = [
    57.0, 33.0, 9.0, 46.0, 27.0, 25.0, 38.0, 21.0, 0.0, 18.0, 30.0, 13.0, 28.0, 62.0, 41.0, 36.0,
    23.0, 31.0, 44.0,
];

pub fn bars() -> Figure {
    let bars = MUNICIPALITIES
        .iter()
        .zip(SHARES)
        .enumerate()
        .map(|(i, ((name, ..), share))| Bar {
            label: (*name).into(),
            point: if i == 9 { None } else { percent(share) },
            tone: "plain",
        })
        .chain([Bar {
            label: "Ярославская область".into(), point: percent(26.0), tone: "context"
        }])
        .collect();
    figure(
        "share-listed",
        "Доля школ в списке",
        "Больше всего школ в списке в Большесельском МР: 62 %.",
        Chart::Bars { bars, max: 62.0 },
    )
}

const PROCEDURES: [&str; 6] = [
    "ВПР, математика, 5 класс",
    "ВПР, русский язык, 5 класс",
    "ОГЭ, математика",
    "ОГЭ, русский язык",
    "ЕГЭ, математика (базовая)",
    "ЕГЭ, русский язык",
];

pub fn stacked() -> Figure {
    let keys = vec![
        key("Положительная", "good"),
        key("0\u{a0}% за 2 года", "good-soft"),
        key("Нейтральная", "neutral"),
        key("Отрицательная", "bad"),
        key("Нет участников", "empty"),
    ];
    let values = [
        [48.0, 12.0, 2.0, 36.0, 2.0],
        [57.0, 5.0, 0.0, 38.0, 0.0],
        [33.0, 2.0, 7.0, 50.0, 8.0],
        [21.0, 52.0, 5.0, 17.0, 5.0],
        [14.0, 45.0, 0.0, 10.0, 31.0],
        [7.0, 62.0, 0.0, 12.0, 19.0],
    ];
    let bars = PROCEDURES
        .iter()
        .zip(values)
        .map(|(name, shares)| ((*name).to_owned(), shares.map(percent).to_vec()))
        .chain([("ЕГЭ, математика (профильная)".to_owned(), vec![None; 5])])
        .collect();
    figure(
        "dynamics",
        "Динамика 42 школ трека по процедурам",
        "Положительный результат чаще всего в ОГЭ по русскому языку: 73 % школ.",
        Chart::Stacked { keys, bars },
    )
}

pub fn clusters() -> Figure {
    let keys = vec![
        key("вне списка", "level-0"),
        key("базово неуспевающие", "level-1"),
        key("умеренно неуспевающие", "level-2"),
        key("сильно неуспевающие", "level-3"),
    ];
    let bars = [
        ("2021", [61.0, 17.0, 13.0, 9.0]),
        ("2022", [68.0, 14.0, 11.0, 7.0]),
        ("2023", [74.0, 12.0, 9.0, 5.0]),
    ]
    .map(|(year, shares)| (year.to_owned(), shares.map(percent).to_vec()))
    .to_vec();
    figure(
        "clusters",
        "Кластеры неосвоения по годам списка",
        "Вне списка 74 % школ, годом раньше 68 %.",
        Chart::Stacked { keys, bars },
    )
}

pub fn grouped() -> Figure {
    let answers = [
        ("Полностью удовлетворён", [Some(24.0), Some(31.0)]),
        ("Скорее удовлетворён", [Some(41.0), Some(44.0)]),
        ("Скорее не удовлетворён", [Some(19.0), Some(13.0)]),
        ("Не удовлетворён", [Some(9.0), Some(5.0)]),
        ("Затрудняюсь ответить", [Some(7.0), None]),
    ];
    let groups = answers
        .iter()
        .map(|(answer, shares)| {
            ((*answer).to_owned(), shares.iter().map(|s| s.and_then(percent)).collect())
        })
        .collect();
    figure(
        "survey-support",
        "Удовлетворены ли вы сопровождением школы?",
        "Удовлетворённых стало больше: 75 % против 65 %.",
        Chart::Grouped {
            keys: vec![key("сентябрь 2022", "series-2"), key("май 2023", "series-1")],
            groups,
            max: 50.0,
        },
    )
}

pub fn histogram() -> Figure {
    let counts = [112, 74, 51, 38, 24, 13, 0, 6, 3, 1];
    let bars = (0..10)
        .zip(counts)
        .map(|(i, count)| Bar {
            label: format!("{}–{}\u{a0}%", i * 10, i * 10 + 10),
            point: Some(Point { value: f64::from(count), text: count.to_string() }),
            tone: if i < 3 { "plain" } else { "level-2" },
        })
        .collect();
    figure(
        "spread-oge-math",
        "Школы по доле не преодолевших порог",
        "У 112 школ из 322 доля ниже 10 %.",
        Chart::Histogram {
            bars,
            before: vec![],
            marks: vec![
                (1.85, key("регион: 18,5\u{a0}%", "context")),
                (2.2, key("Мышкинский МР: 22\u{a0}%", "series-1")),
                (3.0, key("граница списка: 30\u{a0}%", "bad")),
            ],
            unit: "школ".into(),
        },
    )
}

pub fn dots() -> Figure {
    let spread = |seed: u32| -> Vec<f64> {
        (0..120)
            .map(|i| f64::from((i * i * seed + i * 7) % 1000) / 1000.0)
            .map(|u| (u * u * 90.0).round())
            .chain([0.0; 40])
            .collect()
    };
    let rows = PROCEDURES
        .iter()
        .zip([
            (17, 38.0, 22.0),
            (29, 24.0, 21.0),
            (11, 12.0, 14.0),
            (5, 0.0, 9.0),
            (23, 61.0, 19.0),
        ])
        .map(|(name, (seed, own, region))| DotRow {
            label: (*name).into(),
            dots: spread(seed),
            marks: [(own, key("школа", "series-1")), (region, key("регион", "series-2"))]
                .into_iter()
                .filter_map(|(value, key)| percent(value).map(|point| (point, key)))
                .collect(),
        })
        .chain([DotRow { label: PROCEDURES[5].into(), dots: Vec::new(), marks: Vec::new() }])
        .collect();
    figure(
        "among-all",
        "Школа среди школ области",
        "Доля выше областной в двух процедурах из пяти.",
        Chart::Dots { rows, max: 90.0, unit: "%".into() },
    )
}

pub fn profile() -> Figure {
    let row = |label: &str, step, signs: [bool; 2]| ProfileRow {
        label: label.into(),
        step,
        signs: signs.into(),
    };
    let rows = vec![
        row("1. Низкий уровень оснащения школы", Some(0), [false, false]),
        row("2. Дефицит педагогических кадров", Some(2), [true, true]),
        row(
            "3. Недостаточная предметная и методическая компетентность педагогических работников",
            Some(1),
            [true, false],
        ),
        row("10. Низкий уровень вовлечённости родителей", None, [false, false]),
    ];
    let steps =
        vec![key("низкая", "level-1"), key("средняя", "level-2"), key("высокая", "level-3")];
    let signs = vec!["риск выбран школой".to_owned(), "программа выполнена".to_owned()];
    figure(
        "risks-chart",
        "Рисковый профиль 2022 года",
        "Высокая значимость у 1 риска из 4.",
        Chart::Profile { steps, signs, rows },
    )
}

pub fn tiles() -> Figure {
    let tiles = MUNICIPALITIES
        .iter()
        .zip(SHARES)
        .enumerate()
        .map(|(i, ((title, label, column, row), share))| Tile {
            column: *column,
            row: *row,
            label: (*label).into(),
            title: (*title).into(),
            point: if i == 9 { None } else { percent(share) },
            detail: None,
            class: if i == 9 { None } else { Some((share / 15.0) as usize) },
            link: format!("municipalities/m{i}.html"),
        })
        .collect();
    let scale =
        ["0–14\u{a0}%", "15–29\u{a0}%", "30–44\u{a0}%", "45–59\u{a0}%", "60\u{a0}% и более"]
            .iter()
            .map(|title| key(title, "plain"))
            .collect();
    figure(
        "map-listed",
        "Доля школ в списке по муниципальным образованиям",
        "Выше всего в Большесельском и Мышкинском МР.",
        Chart::Tiles { tiles, scale },
    )
}
