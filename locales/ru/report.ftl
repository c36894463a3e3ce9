# Sentences of the pages. A share is always given with its base.

## Categories that no file declares

category-yes = да
category-no = нет
category-municipality = Муниципалитет
category-procedure = Процедура
category-year = Год

cluster-off-list = вне перечня
cluster-base = базово неуспевающие
cluster-moderate = умеренно неуспевающие
cluster-strong = сильно неуспевающие

transition-raised = перешли в кластер выше
transition-left = вышли из перечня
transition-unchanged = остались в том же кластере
transition-lowered = перешли в кластер ниже
transition-entered = вошли в перечень
transition-stayed-out = вне обоих перечней

dynamics-positive = Положительная
dynamics-zero = 0{"\u00A0"}% за 2 года
dynamics-negative = Отрицательная
dynamics-neutral = Нейтральная
dynamics-no-participants = Нет участников

## Missing values: the sign and its meaning

missing-not-held-sign = х
missing-not-held = процедура не проводилась
missing-no-participants-sign = н/у
missing-no-participants = участников не было
missing-not-available-sign = —
missing-not-available = нет данных
missing-not-comparable-sign = ≠
missing-not-comparable = годы не сравнимы
missing-too-few-sign = мало
missing-too-few = школ слишком мало, чтобы сравнивать доли
missing-suppressed-sign = •
missing-suppressed = скрыто: число мало или по нему можно вычислить малое

## Words of all pages

report-overview = Обзор
report-region = Регион
report-municipality = Муниципальное образование
report-municipality-short = Муниципалитет
report-municipalities = Муниципалитеты
report-school = Школа
report-schools = Школы
report-group = Группа школ
report-groups = Треки и группы
report-procedure = Оценочная процедура
report-procedures = Оценочные процедуры
report-methodology = Методика
report-data = Данные
report-table = Таблица
report-year = Год
report-share = Доля
report-change = Изменение
report-total = Всего
report-indicator = Показатель
report-participants = Участники
report-failing = Не справились
report-kind = Вид
report-students = Обучающиеся
report-school-id = Код в отчёте
report-where = Где
report-of = { $count }{"\u00A0"}из{"\u00A0"}{ $base }
report-of-percent = { $percent } от { $base }, из процента
report-percent-of = { $percent } из { $base }
report-before = годом раньше { $n } ({ $points })
report-before-same = годом раньше столько же
report-in-list = в перечне { $year } года
report-list-of = Перечень { $year } года
report-left = вышли из перечня за год
report-entered = вошли в перечень за год
report-schools-of-region = всего школ в регионе
report-schools-of-group = школ в группе
report-municipalities-of-region = { $n ->
    [one] { $n } муниципальное образование
    [few] { $n } муниципальных образования
   *[many] { $n } муниципальных образований
}
report-has-schools = { $n ->
    [one] В муниципальном образовании { $n } школа.
    [few] В муниципальном образовании { $n } школы.
   *[many] В муниципальном образовании { $n } школ.
}
report-listed = В перечне { $year } года { $n ->
    [0] нет ни одной школы
    [one] { $n } школа
    [few] { $n } школы
   *[many] { $n } школ
} из { $base } ({ $percent }), годом раньше — { $before } ({ $before-percent }).
report-listed-first = В перечне { $year } года { $n ->
    [0] нет ни одной школы
    [one] { $n } школа
    [few] { $n } школы
   *[many] { $n } школ
} из { $base } ({ $percent }).
report-moves = За год { $left ->
    [0] из перечня не вышла ни одна школа
    [one] из перечня вышла { $left } школа
    [few] из перечня вышли { $left } школы
   *[many] из перечня вышли { $left } школ
}, { $entered ->
    [0] не вошла ни одна
    [one] вошла { $entered }
   *[many] вошли { $entered }
}.
report-moves-inside = Внутри перечня поднялись в кластер выше — { $raised }, опустились ниже — { $lowered }.
report-in-region = По региону в перечне { $percent } школ.
report-its-schools-base = База: все школы муниципального образования. Всего { $n }.
report-municipalities-base = База: школы муниципального образования; для работ — все работы года.
report-its-schools = Школы
report-change-between = Динамика, { $from }–{"\u2060"}{ $to }
report-beside-region = Рядом с регионом
report-bases = База: { $list }.
report-among-all = Среди всех муниципалитетов
report-among-all-note = Точка — муниципалитет. Расположение показывает разброс, а не место в рейтинге.
report-results-over-years = Результаты по годам
report-failing-by-procedure = Доля не справившихся по процедурам
report-pooled-base = Доля — не справившиеся ко всем участникам процедуры, все школы вместе.
report-cluster-unknown = в перечне, кластер не указан
report-track-number = Трек { $number }
report-track = Трек { $number }. { $title }

table-base-alone = База: { $base }.
table-base = База: { $base }. { $n ->
    [one] Всего { $n } школа.
    [few] Всего { $n } школы.
   *[many] Всего { $n } школ.
}
table-base-units = База: { $base }. Всего: { $n }.

explain-withheld = Эта редакция не показывает школы по одной.
explain-members = { $n ->
    [0] За этим числом нет ни одной строки.
    [one] За этим числом { $n } строка:
    [few] За этим числом { $n } строки:
   *[many] За этим числом { $n } строк:
}

report-schools-of-municipality = всего школ
report-beside = { $own }; в регионе { $region }
procedure-far-out-fact = число школ с долей { $bound } и больше
procedure-fell = число школ, где доля снизилась
procedure-rose = число школ, где доля выросла
map-from = от { $from }
map-choice = Показатель карты
map-listed = Доля школ в перечне { $year } года
map-change = Изменение доли школ в перечне за год, п. п.
map-change-short = Изменение за год
map-works = Доля работ ниже порога, все процедуры { $year } года
map-works-short = Работы ниже порога, { $year } год
map-attribute = { $title }: доля школ
map-then = { $now }, годом раньше { $before }
map-less = меньше
map-same = столько же
map-more = больше

## Findings of charts

finding-extremes = Больше всего — { $highest } ({ $high }); меньше всего — { $lowest } ({ $low }).
finding-many = у { $n } из { $all }
finding-single = { $what }: { $value }.
finding-equal = Все значения равны: { $value }.
finding-suppressed = Скрытые значения не учтены.
finding-none = Данных для диаграммы нет.
finding-quoted = «{ $name }»
finding-change = Доля школ в перечне уменьшилась в муниципалитетах: { $less }, выросла: { $more }, не изменилась: { $same }.
finding-region = По региону — { $value }.
finding-part = { $part }: { $list }.
finding-part-range = { $part }: от { $lowest } ({ $low }) до { $highest } ({ $high }).
finding-stayed = Остались там же: { $list }.
finding-tallest = Больше всего: { $list }.
finding-difference = Наибольшее различие — { $group }: { $first } — { $from }, { $second } — { $to }.
finding-trend = { $what }: { $first } год — { $from }, { $last } год — { $to }.
finding-above-region = Выше, чем по региону: { $list }.
finding-not-above-region = Ни один показатель не выше, чем по региону.

## School

school-standing-on = В перечне { $year } года, кластер «{ $cluster }»; годом раньше — «{ $before }».
school-standing-entered = Вошла в перечень { $year } года, кластер «{ $cluster }»; годом раньше была вне перечня.
school-standing-left = Вышла из перечня: в { $year } году её в нём нет, годом раньше — кластер «{ $before }».
school-standing-out = Вне перечня { $year } года и вне перечня предыдущего.
school-standing-first = Перечень { $year } года: { $cluster }.
school-why = Доля не справившихся { $bound } и больше по результатам { $year } года: { $list }.
school-why-none = По результатам { $year } года доля не справившихся ни по одной процедуре не достигла { $bound }.
school-through-years = Перечень по годам
school-strip = Кластер школы в перечне каждого года
school-results-base = Доля — не справившиеся к участникам процедуры в школе; под ней — сами числа.
school-moved = С { $from } по { $to } год доля не справившихся { $fell ->
    [0] не снизилась ни по одной процедуре
    [one] снизилась по { $fell } процедуре
   *[many] снизилась по { $fell } процедурам
}, { $rose ->
    [0] не выросла ни по одной
    [one] выросла по { $rose }
   *[many] выросла по { $rose }
}.
school-flat = { $n ->
    [one] По процедуре
   *[many] По процедурам
} { $list } не справившихся не было ни в одном году.
school-passport = Сведения о школе

## Track and group

group-outcome = { $n ->
    [one] Из { $n } школы
   *[many] Из { $n } школ
} перечня { $from } года в { $to } году вышли из него — { $left }, поднялись в кластер выше — { $raised }, остались в том же — { $unchanged }, опустились ниже — { $lowered }.{ $entered ->
    [0] {""}
   *[other] {" "}Вошли в перечень — { $entered }.
}
group-left-others = среди школ вне всех групп — { $percent } ({ $of })
group-beside-title = Сработала ли поддержка
group-beside-others = Школы перечня { $from } года: что с ними стало в { $to } году
group-beside-base = База: школы, бывшие в перечне { $from } года.
group-own = Школы группы
group-others = Школы вне всех групп
group-regression-note = Школы, отобранные по неудачному году, в следующем чаще улучшают результат и без поддержки. Поэтому рядом — школы, которых поддержка не коснулась.

## Procedure

procedure-now = В { $year } году { $failing } { $percent } участников ({ $count } из { $base }); участники были { $schools ->
    [one] в { $schools } школе
   *[many] в { $schools } школах
}.
procedure-not-held = В { $year } году процедура не проводилась.
procedure-now-pooled = В { $year } году { $failing } { $percent } участников ({ $count } из { $base }).
procedure-change-pooled = В { $from } году было { $before }; изменение { $points }
procedure-change = В { $from } году было { $before }; изменение { $points } Доля { $fell ->
    [0] не снизилась ни в одной школе
    [one] снизилась в { $fell } школе
   *[many] снизилась в { $fell } школах
}, { $rose ->
    [0] не выросла ни в одной
   *[other] выросла в { $rose }
}.
procedure-distribution = Распределение школ
procedure-distribution-title = Школы по доле не справившихся, { $year } год
procedure-distribution-base = База: школы, в которых были участники процедуры. Верхняя граница промежутка в него не входит, кроме 100{"\u00A0"}%.
procedure-distribution-held = Без школ, результат которых скрыт. По годам таких школ: { $list }.
procedure-distribution-finding = { $n ->
    [0] Ни в одной школе из { $all } доля не справившихся не достигла { $bound }.
    [one] В { $n } школе из { $all } доля не справившихся — { $bound } и больше.
   *[many] В { $n } школах из { $all } доля не справившихся — { $bound } и больше.
}
procedure-interval = Доля не справившихся
procedure-schools-axis = школ
procedure-region-by-year = Регион по годам
procedure-by-municipality = По муниципалитетам
procedure-changes = Динамика школ
procedure-changes-base = База: все школы региона, включая школы без участников. Всего { $n }.
procedure-changes-held = Результат скрыт
procedure-changes-finding = С { $from } по { $to } год доля не справившихся снизилась в { $fell ->
    [one] { $fell } школе
   *[other] { $fell } школах
}, выросла в { $rose }, не изменилась в { $same }; ни одного не справившегося в оба года — в { $zero }.
procedure-without = Школы без участников, { $year } год
procedure-without-finding = В { $year } году участников не было в { $n ->
    [one] { $n } школе
   *[other] { $n } школах
} из { $all }.
procedure-without-last = Последний год с участниками
procedure-without-ever = не было
procedure-far-out = Школы с долей не справившихся { $bound } и больше

## Indexes

index-municipalities = { $n ->
    [one] { $n } муниципальное образование
    [few] { $n } муниципальных образования
   *[many] { $n } муниципальных образований
}, { $schools ->
    [one] { $schools } школа
    [few] { $schools } школы
   *[many] { $schools } школ
}, по алфавиту.
index-schools = { $n ->
    [one] { $n } школа
    [few] { $n } школы
   *[many] { $n } школ
} по алфавиту.
index-groups = { $tracks ->
    [one] { $tracks } трек
    [few] { $tracks } трека
   *[many] { $tracks } треков
}, { $n ->
    [one] { $n } группа
    [few] { $n } группы
   *[many] { $n } групп
} школ.
index-procedures = { $n ->
    [one] { $n } процедура
    [few] { $n } процедуры
   *[many] { $n } процедур
}; доли по региону.

## Data

data-lead = { $n ->
    [one] { $n } таблица отчёта
    [few] { $n } таблицы отчёта
   *[many] { $n } таблиц отчёта
}: каждая — книгой Excel и файлами CSV; все вместе — одной книгой.
data-workbooks = Книги Excel
data-workbooks-lead = В каждой книге первый лист — содержание, дальше по таблице на листе: название, база, примечания, откуда данные.
data-about = О чём
data-whole = Весь отчёт
data-xlsx = Excel (XLSX)
data-excel-csv = CSV для Excel
data-csv = CSV для программ
data-other = Прочие таблицы
data-sources = Откуда данные
data-columns-title = Что в файлах
data-columns = CSV для программ: UTF-8, через запятую. Столбцы: row — строка, column — столбец, count — число, base — база, percent — доля в том виде, в каком она напечатана.
data-excel-columns = CSV для Excel: те же клетки словами; открывается двойным щелчком, столбцы и русские буквы на месте. Столбцы: строка, столбец, число, база («из»), значение, единица.
data-numbers = Книга Excel: числа — числами, доли — процентами; знаки «—», «х», «•» — текстом, и за ними ничего нет.
workbook-of-report = Все таблицы отчёта в одной книге Excel
workbook-of-municipality = Таблицы этой страницы в книге Excel
data-inputs = Исходные файлы
data-inputs-lead = Отчёт составлен по этим файлам. Если файл изменить, изменится и его контрольная сумма SHA-256: здесь первые { $n } знаков, полностью — в файле manifest.json.
data-file = Файл
data-size = Размер
data-sheets = Листы
data-checksum = Контрольная сумма
data-withheld = Что не показано и почему
data-sheet = { $file }, лист «{ $sheet }»

## Methodology

method-lead = Страница составлена по файлу правил, по которому вычислены все числа отчёта.
method-years-title = Годы
method-years = Отчёт — о результатах { $current } года; они сравниваются с результатами { $baseline } года. Перечень { $list } года составлен по результатам предыдущего года: год перечня и год процедур — разные вещи.
method-subject = Предмет
method-grade = Класс
method-failing = Кто не справился
method-minimum = Наименьший балл, при котором порог преодолён
method-min-score = тестовый балл { $list }
method-min-primary = первичный балл { $list }
method-share = Доля не справившихся — число не справившихся к числу участников процедуры. Доля по муниципалитету и региону — сумма не справившихся к сумме участников, а не среднее по школам.
method-rules = Правила
method-agreement-title = Данный перечень и расчёт
method-agreement = Данные перечни и расчёт по этим правилам совпадают по всем школам во все годы, за которые есть результаты.
method-disagreement = Данный перечень и расчёт по этим правилам расходятся: { $list }.
method-default = Значение по умолчанию. Источник: { $source }
method-own = Значение задано этим отчётом. Для сравнения: { $source }
method-clusters = Кластеры неосвоения
method-cluster = Кластер
method-interval = Решающая доля
method-from-inclusive = от { $bound } включительно
method-from-exclusive = больше { $bound }
method-to-inclusive = до { $bound } включительно
method-to-exclusive = до { $bound }, не включая
method-dynamics = Типы динамики
method-type = Тип
method-meaning = Что значит
method-dynamics-positive = Доля не справившихся снизилась.
method-dynamics-zero = В оба года не было ни одного не справившегося.
method-dynamics-negative = Доля не справившихся выросла.
method-dynamics-neutral = Доля не справившихся не изменилась и не равна нулю.
method-dynamics-no-participants = В одном из двух лет участников не было, или годы нельзя сравнивать.
method-attributes = Признаки
method-attribute = Признак
method-made = Откуда берётся
method-categories = Категории
made-field = Из данных: { $field }.
made-bins = Промежутки числа из данных: { $field }.
made-quantile-lower = Значение «{ $of }» ниже квантиля { $quantile } по всем школам региона; { $ties }.
made-quantile-upper = Значение «{ $of }» выше квантиля 1 − { $quantile } по всем школам региона; { $ties }.
made-ties-included = равные квантилю входят
made-ties-excluded = равные квантилю не входят
made-cases = Первый подходящий случай по признакам: { $of }.
made-group = Школа входит хотя бы в одну из групп: { $groups }.
made-groups = Группы, в которые входит школа.
made-cluster = Кластер школы в перечне { $year } года.
made-transition = Кластер в перечне { $from } года против кластера в перечне { $to } года.
made-dynamics = Доля не справившихся в { $from } году против { $to } года, по каждой процедуре.
made-held = В школе были участники процедуры в этом году.
made-any-row = В таблице { $table } есть подходящая строка школы.
made-any-row-until = В таблице { $table } есть подходящая строка школы не позже { $year } года.
made-answer = Ответ школы на вопрос { $question }.
method-number = число
method-many = { $n ->
    [one] { $n } категория
    [few] { $n } категории
   *[many] { $n } категорий
}
method-tables = Таблицы и их база
method-base = База

# Правила на примерах: подлинные школы и результаты.
method-example = Пример
method-example-none = таких школ в этом году нет
method-example-nobody = Примера нет: под правило не подходит ни одна школа.
method-example-flagged = Пример. { $school }. { $reason }
method-example-variant = Пример. { $school }.
method-example-variant-by = Пример. { $school }: { $list }.
method-example-profile = Пример. { $school }, профиль { $year } года. Рисков высокой значимости — { $high }, средней — { $medium }, низкой — { $low }; выбрано школой — { $chosen }, программ выполнено — { $done }.
method-example-shares = Пример. { $municipality }, профили { $year } года, риск { $risk }: высокая значимость — { $of }. Всего школ в муниципалитете — { $all }.
method-example-effect = Пример. { $school }: программа по риску { $risk } выполнена. Перечень { $from } года — «{ $before }», перечень { $to } года — «{ $after }».
method-example-difference = Пример. Риск { $risk }. { $said }
method-example-few = Примера нет: ни по одному риску в обеих группах нет { $small } школ.
method-example-result = «{ $procedure }», { $year } год — { $share }
method-example-low = Пример. { $school }: { $result }. Результат низкий.
method-example-list = Пример. { $school }, { $year } год. Низких результатов — { $n }: { $list }. Школа в перечне { $listed } года.
method-example-cluster = Пример. { $school }, { $year } год. Доли от большей к меньшей: { $list }. Решает { $share }: кластер «{ $cluster }».
method-example-rounding = Пример. { $school }: { $of } — это { $exact }, напечатано { $printed }.
method-example-ordinary = Пример. { $school }, «{ $procedure }»: { $from } год — { $before }, { $to } год — { $after }. Интервал — от { $low } до { $high }: ноль внутри, различие обычное.
method-example-change = { $school }, «{ $procedure }»: { $from } год — { $before }, { $to } год — { $after }

## Parameters

parameter-list-source-title = Откуда перечень
parameter-list-source-given = Перечень берётся из данных.
parameter-list-source-computed = Перечень вычисляется по правилу.
parameter-list-source-both = Действует перечень из данных; за годы после первого данного перечня, в которые его нет, он вычисляется по правилу. Расхождения названы ниже.
parameter-list-source-source = практика опубликованных анализов: официальный перечень важнее расчёта.
parameter-low-share-title = Низкий результат
parameter-low-share = Низким считается результат, при котором не справились { $value }{"\u00A0"}% участников и больше.
parameter-low-share-source = подход ФИОКО, граница включается.
parameter-min-procedures-title = Сколько процедур
parameter-min-procedures = Школа попадает в перечень, если низких результатов за год не меньше { $value }.
parameter-min-procedures-source = подход ФИОКО: две процедуры одного года.
parameter-repeat-years-title = Повторение по годам
parameter-repeat-years = Школа попадает в перечень и тогда, когда результат по одной процедуре низкий столько лет подряд: { $value }.
parameter-repeat-years-off = Низкий результат по одной процедуре несколько лет подряд сам по себе в перечень не приводит.
parameter-repeat-years-source = правило применяется не всюду и по умолчанию выключено.
parameter-min-participants-title = Малое число участников
parameter-min-participants = Результаты, в которых участников меньше { $value }, не учитываются.
parameter-min-participants-off = Учитываются результаты с любым числом участников.
parameter-min-participants-source = общая практика; по умолчанию учитываются все.
parameter-cluster-statistic-title = Что решает кластер
parameter-cluster-statistic-kth-highest = Кластер школы решает одна из самых больших её долей, взятая по порядку.
parameter-cluster-statistic-max = Кластер школы решает самая большая её доля.
parameter-cluster-statistic-mean = Кластер школы решает среднее её долей без весов.
parameter-cluster-statistic-pooled = Кластер школы решает доля не справившихся по всем процедурам вместе.
parameter-cluster-statistic-source = в опубликованных анализах не названо; взято следствие правила двух процедур.
parameter-cluster-k-title = Которая по величине доля
parameter-cluster-k = Доли школы ставятся от большей к меньшей; решает доля на месте { $value }.
parameter-cluster-k-source = столько же, сколько процедур нужно для перечня.
parameter-neutral-tolerance-title = Равный результат
parameter-neutral-tolerance = Результаты двух лет равны, если доли различаются не больше чем на { $value }{"\u00A0"}п.{"\u00A0"}п.
parameter-neutral-tolerance-off = Результаты двух лет равны, если доли совпадают точно, а не после округления.
parameter-neutral-tolerance-source = так в опубликованных анализах регионов: сравниваются точные дроби.
parameter-rounding-title = Округление
parameter-rounding-half-up = Проценты округляются один раз, из точной дроби; половина — вверх.
parameter-rounding-half-even = Проценты округляются один раз, из точной дроби; половина — к чётной цифре.
parameter-rounding-source = так округлены таблицы опубликованных анализов регионов.
parameter-decimals-title = Знаки после запятой
parameter-decimals = Знаков после запятой, если таблица не говорит иного: { $value }.
parameter-decimals-source = опубликованные таблицы.
parameter-few-title = Малая база
parameter-few = Если база меньше { $value }, вместо процента печатаются два числа: «2 из 8».
parameter-few-off = Процент печатается при любой базе, рядом с ним — число.
parameter-few-source = общая практика статистики: меньше десяти.

# Малые графики по процедурам: шкала, полоса колебаний, перерывы.
chart-scale = Шкала у всех графиков одна: от 0 до { $top }.
chart-scale-schools = Шкала одна у всех процедур и на страницах всех школ: от 0 до { $top }.
chart-scale-municipalities = Шкала одна на страницах всех муниципальных образований: от 0 до { $top }.
chart-bands = Полоса у точки — обычные колебания: так могла бы сместиться доля при таком числе участников по случайности (интервал Уилсона, { $confidence } %).
chart-breaks = Результаты до пунктирной черты и после неё не сравниваются; причины — под таблицей.
chart-signs = { $sign } — процедура не проводилась.
chart-range = обычные колебания от { $low } до { $high }
chart-own-schools = Эти школы
pooled-beside-region = { $n ->
    [0] В { $year } году доля не справившихся ни по одной из { $all } процедур не больше, чем в регионе.
   *[other] В { $year } году доля не справившихся больше, чем в регионе, по { $n } из { $all } процедур.
}

# Распределение школ.
procedure-outline = Пунктирный контур — { $year } год.

## Editions

edition-school = Школа { $code }
edition-for = { $title }: { $audience }
withheld-coded = Школы названы кодами: код говорит, что школа одна и та же, но не говорит, какая.
withheld-omitted = Школы не показаны по одной: только числа по муниципалитетам, группам и региону.
withheld-data = Признаков и таблиц данных, которые в эту редакцию не вошли: { $n }.
withheld-pages = Некоторых страниц в этой редакции нет.
withheld-small = Числа меньше { $n } скрыты знаком «•»: за ними можно узнать отдельных людей. Скрыты и другие числа, по которым их можно вычислить.
withheld-small-pupils = Числа учеников меньше { $n } скрыты знаком «•»: за ними можно узнать отдельных людей. Скрыты и другие числа, по которым их можно вычислить.
