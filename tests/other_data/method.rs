//! The methodology of a region made up by a [`Plan`]: it declares all that a region may have, also
//! where the region turns out not to have it.

use std::fmt::Write as _;

use super::plan::{Locality, Plan};

/// `methodology.toml`.
pub fn of(plan: &Plan) -> String {
    let mut toml = format!("[years]\ncurrent = {}\n", plan.current());
    for (id, title, grade, stage) in plan.procedures() {
        let _ = write!(
            toml,
            "\n[[procedure]]\nid = \"{id}\"\ntitle = \"{title}\"\nsubject = \"предмет\"\n\
             grade = {grade}\nstage = \"{stage}\"\nfailing = \"не справились\"\n"
        );
    }
    toml.push_str(FRAME);
    if plan.lists > 0 {
        toml.push_str(LOW_RESULTS);
    }
    for list in 0..plan.lists {
        let _ = write!(toml, "\n[[list]]\nid = \"l{list}\"\ntitle = \"список {list}\"\n");
    }
    if plan.lists > 0 {
        toml.push_str(&of_years(LISTED, plan));
    }
    if plan.locality != Locality::Unknown {
        toml.push_str(LOCALITY);
    }
    toml.push_str(&of_years(ATTRIBUTES, plan));
    toml.push_str(&of_years(TABLES, plan));
    toml
}

/// Puts the years of a plan where a text says `CURRENT`, `BASELINE` and `LIST`.
fn of_years(text: &str, plan: &Plan) -> String {
    let year = plan.current();
    let years = [("CURRENT", year), ("BASELINE", year - 1), ("LIST", year + 1)];
    years.iter().fold(text.to_owned(), |text, (word, year)| text.replace(word, &year.to_string()))
}

const FRAME: &str = r#"
[rounding]
few = 5

[[group]]
id = "helped"
title = "школы под опекой"

[[track]]
id = "care"
number = 1
title = "Опека"
groups = ["helped"]
tables = ["answers"]

[data.context]
standing = "number"
deficit = "yes-no"
"#;

const LOW_RESULTS: &str = r#"
[low_results]
list = "l0"
source = "both"
low_share = 25
min_procedures = 1

[[cluster]]
id = "mild"
title = "лёгкий"
from = 25
to = 45

[[cluster]]
id = "severe"
title = "тяжёлый"
from = 45
to = 100
to_inclusive = true
"#;

const LISTED: &str = r#"
[[attribute]]
id = "listed"
kind = "list"
list = "l0"
title = "В списке"

[[attribute]]
id = "list_move"
kind = "list-change"
list = "l0"
title = "Движение"

[[attribute]]
id = "history"
kind = "list-history"
list = "l0"
year = LIST
title = "История"

[[attribute]]
id = "years_listed"
kind = "list-years"
list = "l0"
year = LIST
title = "Лет в списке"

[[attribute]]
id = "variant"
kind = "variant"
support = "help"
title = "Вариант"

[[support]]
id = "help"
title = "Помощь"
document = "d1"
among = { listed_now = "yes" }
several = "first"

[[support.variant]]
id = "short"
title = "Недолгая"
criterion = "впервые в списке"
provider = "институт"
level = "institute"
where = { years_listed = { at_most = 1 } }

[[support.variant]]
id = "long"
title = "Долгая"
criterion = "в списке не впервые"
provider = "муниципалитет"
level = "municipality"
where = { years_listed = { above = 1 } }

[[warning]]
id = "close"
title = "Близко к списку"
kind = "near"
share = 15
procedures = 1

[[warning]]
id = "falling"
title = "Результаты падают"
kind = "worsening"
rises = 1
procedures = 1

[[attribute]]
id = "listed_now"
kind = "list"
list = "l0"
year = LIST
title = "В списке LIST года"

[[attribute]]
id = "cluster_now"
kind = "cluster"
year = LIST
title = "Кластер LIST года"

[[attribute]]
id = "move"
kind = "transition"
from = CURRENT
to = LIST
title = "Переход"

[[table]]
id = "clusters"
title = "Кластеры LIST года"
over = ["schools"]
corner = "Муниципалитет"
rows = [{ attribute = "municipality" }, { id = "total", title = "Все", where = {}, role = "total" }]
columns = [{ attribute = "cluster_now" }, { id = "total", title = "Всего", where = {}, role = "total", show = "count" }]
base = "row"
chart = { kind = "stacked" }

[[table]]
id = "list_moves"
title = "Движение по годам"
over = ["schools", "years"]
years = [CURRENT, LIST]
corner = "Год"
rows = [{ attribute = "year" }]
columns = [{ attribute = "list_move" }]
base = "row"

[[table]]
id = "variants"
title = "Варианты"
over = ["schools"]
where = { listed_now = "yes" }
corner = "Вариант"
rows = [{ attribute = "variant" }]
columns = [{ id = "schools", title = "Школы", where = {} }]
base = "all"

[[table]]
id = "moves"
title = "Переходы"
over = ["schools"]
corner = "Переход"
rows = [{ attribute = "move" }, { id = "better", title = "к лучшему", sum = ["raised", "left"], role = "summary" }]
columns = [{ id = "schools", title = "Школы", where = {} }]
base = "all"

[[table]]
id = "listed_by_year"
title = "В списке по годам"
over = ["schools", "years"]
years = [CURRENT, LIST]
corner = "Год"
rows = [{ attribute = "year" }]
columns = [{ id = "listed", title = "Школы", where = {} }]
count = { listed = "yes" }
base = "cell"
chart = { kind = "bars", column = "listed" }

[[listing]]
id = "listed_schools"
title = "Школы списка LIST года"
where = { listed_now = "yes" }
attributes = ["cluster_now"]
"#;

const LOCALITY: &str = r#"
[[attribute]]
id = "locality"
kind = "field"
table = "schools"
column = "locality"
title = "Местность"
values = [{ id = "urban", title = "город" }, { id = "rural", title = "село" }]

[[table]]
id = "by_locality"
title = "Школы города и села"
over = ["schools"]
corner = "Местность"
rows = [{ attribute = "locality" }]
columns = [{ id = "schools", title = "Школы", where = {} }]
base = "all"
chart = { kind = "bars", column = "schools" }
"#;

const ATTRIBUTES: &str = r#"
[[attribute]]
id = "standing"
kind = "number"
table = "context"
column = "standing"
at = { year = CURRENT }
title = "Индекс условий"

[[attribute]]
id = "worse_off"
kind = "quantile"
of = "standing"
quantile = 0.25
title = "Нижний квартиль"

[[attribute]]
id = "deficit"
kind = "field"
table = "context"
column = "deficit"
at = { year = CURRENT }
title = "Нехватка учителей"

[[attribute]]
id = "helped"
kind = "group"
groups = ["helped"]
title = "Под опекой"

[[attribute]]
id = "change"
kind = "dynamics"
from = BASELINE
to = CURRENT
title = "Динамика"

[[attribute]]
id = "risk"
kind = "field"
table = "risks"
column = "risk"
title = "Риск"
titles_from = { table = "risk_catalogue", title = "name", order = "number" }

[[attribute]]
id = "level"
kind = "field"
table = "risks"
column = "level"
title = "Значимость"
values = [
  { id = "high", title = "высокая", tone = "level-3" },
  { id = "medium", title = "средняя", tone = "level-2" },
  { id = "low", title = "низкая", tone = "level-1" },
]

[[attribute]]
id = "answer"
kind = "answer"
question = "useful"
title = "Ответ"
"#;

const TABLES: &str = r#"
[[table]]
id = "changes"
title = "Динамика по процедурам"
over = ["schools", "procedures"]
corner = "Динамика"
rows = [{ attribute = "change" }]
columns = [{ attribute = "procedure" }]
base = "column"
chart = { kind = "stacked", by = "columns" }

[[table]]
id = "failing"
title = "Доля не справившихся"
over = ["schools", "procedures"]
measure = "failing-share"
year = CURRENT
corner = "Муниципалитет"
rows = [{ attribute = "municipality" }, { id = "total", title = "Все", where = {}, role = "total" }]
columns = [{ attribute = "procedure" }]

[[table]]
id = "conditions"
title = "Условия"
over = ["schools"]
corner = "Муниципалитет"
rows = [{ attribute = "municipality" }, { id = "total", title = "Все", where = {}, role = "total" }]
columns = [
  { id = "deficit", title = "Нехватка учителей", where = { deficit = "yes" } },
  { id = "worse_off", title = "Нижний квартиль", where = { worse_off = "yes" } },
  { id = "total", title = "Всего", where = {}, role = "total", show = "count" },
]
base = "row"
chart = { kind = "bars", column = "deficit" }

[[table]]
id = "risk_levels"
title = "Риски"
over = "risks"
corner = "Риск"
rows = [{ attribute = "risk" }]
columns = [{ attribute = "level" }]
base = "row"
chart = { kind = "stacked" }

[[table]]
id = "answers"
title = "Ответы"
over = "survey"
corner = "Ответ"
rows = [{ attribute = "answer" }]
columns = [{ id = "schools", title = "Школы", where = {} }]
base = "all"

[[table]]
id = "mean_index"
title = "Средний индекс"
over = ["schools"]
corner = "Показатель"
rows = [{ id = "mean", title = "Индекс", mean = "standing" }]
columns = [{ id = "helped", title = "Под опекой", where = { helped = "yes" } }, { id = "all", title = "Все", where = {} }]
decimals = 1

[pages]
region_tables = ["changes", "conditions", "risk_levels"]
municipality_tables = ["conditions"]
municipality_attributes = ["deficit"]
school_attributes = ["standing", "deficit"]
procedure_tables = ["failing", "changes"]
map = { table = "conditions", column = "deficit", title = "Нехватка учителей" }
"#;
