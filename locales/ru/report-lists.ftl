# Lists through the years and variants of support.

## Categories that no file declares

change-entered = впервые вошли в перечень
change-returned = вернулись в перечень
change-stayed = остались в перечне
change-left = вышли из перечня
change-out = вне перечня

history-first = впервые
history-repeated = повторно
history-in-a-row = несколько лет подряд
history-out = вне перечня

agreement-both = в обоих перечнях
agreement-only = только
agreement-neither = ни в одном из двух

variant-none = не подходит ни один вариант
variant-several = подходят несколько вариантов

## How attributes are made

made-of-year = { $year } года
made-of-each-year = каждого года
made-list = Школа есть в перечне «{ $list }» { $year }.
made-list-any = Школа есть в перечне «{ $list }» { $year }.
made-list-later = Школа есть в перечне «{ $list }» через { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
} после { $year }.
made-list-earlier = Школа есть в перечне «{ $list }» за { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
} до { $year }.
made-list-change = Что стало со школой от перечня «{ $list }» { $from } года к перечню { $to } года. «Впервые» — не было ни в одном известном перечне раньше.
made-list-change-any = Что стало со школой от предыдущего известного перечня «{ $list }» к перечню каждого года. «Впервые» — не было ни в одном известном перечне раньше.
made-list-years = Сколько раз школа была в перечне «{ $list }» за { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
} по перечень { $year } включительно. Если за один из этих лет перечень неизвестен, числа нет.
made-list-years-all = Сколько раз школа была в перечне «{ $list }» за все известные годы по перечень { $year } включительно.
made-list-run = Сколько лет подряд, считая до перечня { $year }, школа была в перечне «{ $list }», но не больше { $n }. Если за один из этих лет перечень неизвестен, числа нет.
made-list-run-all = Сколько лет подряд, считая до перечня { $year }, школа была в перечне «{ $list }».
made-list-history = Как давно школа в перечне «{ $list }» { $year }. «Подряд» — { $run ->
    [one] { $run } год
    [few] { $run } года
   *[many] { $run } лет
} подряд и дольше; «повторно» — ещё хотя бы раз за { $window ->
    [one] { $window } год
    [few] { $window } года
   *[many] { $window } лет
}, считая этот; «впервые» — остальные школы перечня. Если за один из этих лет перечень неизвестен, ответа нет.
made-list-agreement = Сходятся ли перечни «{ $first }» и «{ $second }» { $year }.
made-variant = Вариант поддержки по критериям: «{ $support }».

## Conditions in words

condition-none = без условий
condition-or = или
condition-and = и
condition-is = { $what } — { $test }
condition-unmet = { $what }: { $value }, нужно { $test }
condition-present = любое значение
condition-at-least = не менее { $bound }
condition-above = больше { $bound }
condition-at-most = не больше { $bound }
condition-below = меньше { $bound }

## Documents

report-document = Документ
document-number = №{"\u00A0"}{ $n }
document-date = от { $date }

## Pages of lists

report-lists = Перечни
lists-lead = { $n ->
    [one] { $n } перечень
    [few] { $n } перечня
   *[many] { $n } перечней
} по годам: сколько школ в каждом году и по какому правилу.
lists-of-year = { $list } { $year } года
list-section-years = Состав по годам
list-section-history = Впервые, повторно, подряд
list-section-municipalities = По муниципалитетам
list-section-agreement = Вместе с другими перечнями
list-section-rule = Файл и правило
list-section-differs = Школы, по которым файл и правило расходятся
list-section-schools = Школы перечня
list-spread = Школы перечня { $year } года есть в { $n ->
    [one] { $n } муниципальном образовании
   *[many] { $n } муниципальных образованиях
} из { $all }.
lists-drawn = Как составлены перечни
lists-drawn-lead = Годы — это годы перечней; перечень каждого года составляют по результатам предыдущего.
list-who = Кто составляет
list-membership = Откуда берётся
list-known = Известен за годы
list-given = из данных
list-computed = по правилу
list-both = из данных и по правилу
list-given-sentence = Состав перечня взят из данных.
list-computed-sentence = Состав перечня вычислен по правилу из результатов предыдущего года.
list-both-sentence = За годы, на которые перечень дан, действует он; за следующие годы состав вычислен по правилу.
list-drawn = Как составлен перечень
list-drawn-by = Перечень составляет: { $source }.
list-rule = По правилу в перечень входит школа, в которой доля не справившихся не меньше { $share } { $n ->
    [one] хотя бы по { $n } процедуре
   *[many] хотя бы по { $n } процедурам
} предыдущего года.
list-rule-repeat = Входит и школа, в которой по одной и той же процедуре доля была такой { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
} подряд.
list-rule-few = Результаты, в которых меньше { $n ->
    [one] { $n } участника
   *[many] { $n } участников
}, не учитываются.
list-years-file = Дан в данных за { $years } { $n ->
    [one] год
   *[many] годы
}.
list-years-rule = Вычислен по правилу за { $years } { $n ->
    [one] год
   *[many] годы
}.
list-lead = В перечне { $year } года { $n ->
    [0] нет ни одной школы
    [one] { $n } школа
    [few] { $n } школы
   *[many] { $n } школ
} из { $base } ({ $percent }).
list-lead-before = В перечне { $year } года { $n ->
    [0] не было ни одной
    [one] была { $n }
    [few] было { $n }
   *[many] было { $n }
} ({ $percent }).
list-moves = В перечень { $year } года впервые { $entered ->
    [0] не вошла ни одна школа
    [one] вошла { $entered } школа
    [few] вошли { $entered } школы
   *[many] вошли { $entered } школ
}; вернулись { $returned }, остались { $stayed }, вышли { $left }.
list-history = Школы перечня { $year } года: { $list }.
list-agreement = Сразу в двух перечнях: { $list }.
list-differences = В { $year } году только в файле { $file ->
    [0] нет ни одной школы
    [one] { $file } школа
    [few] { $file } школы
   *[many] { $file } школ
}, только по правилу — { $rule ->
    [0] ни одной
   *[other] { $rule }
}.
list-differs-lead = Действует файл: эти школы показаны, чтобы проверить и файл, и данные.
list-members = { $n ->
    [one] { $n } школа
    [few] { $n } школы
   *[many] { $n } школ
} по алфавиту.

## School

school-support = Сопровождение
school-other-list = { $list }: школа по годам
school-on-list = в перечне
school-off-list = вне перечня

## Pages of variants

report-variants = Варианты сопровождения
variant = Вариант
variant-dash = —
variant-not-due = нет
variant-outside = вариант не положен
variant-criterion = Критерий
variant-conditions = Условия
variant-conditions-any = Условия: достаточно любого
variant-supporter = Кто сопровождает
variant-provider = Кто сопровождает
variant-department = Подразделение
variant-level = Уровень
variant-level-institute = региональный институт
variant-level-department = кафедра или отдел
variant-level-municipality = муниципалитет
variant-whom = Каким школам
variant-supported = Сопровождает: { $supporter }.
variant-lead = Этот вариант у { $n ->
    [one] { $n } школы
   *[many] { $n } школ
} из { $base }.
variant-its-schools = { $n ->
    [one] { $n } школа
    [few] { $n } школы
   *[many] { $n } школ
} по муниципалитетам.
variants-lead = { $support }: вариант положен { $n ->
    [one] { $n } школе
   *[many] { $n } школам
}, { $none ->
    [0] подходящий есть у каждой
    [one] из них { $none } не подходит ни один
   *[many] из них { $none } не подходит ни один
}{ $several ->
    [0] {""}
   *[other] , { $several } — несколько сразу
}.
variants-criteria = { $support }: критерии
variants-among = Положен школам, для которых выполнено условие: { $among }.
variants-among-all = Положен всем школам.
variants-several-report = Вариант определён, если школе подходит ровно один; какой выбрать из нескольких, решают люди.
variants-several-first = Если подходят несколько вариантов, действует первый по порядку; такие школы названы отдельно.
variants-unplaced = { $support }: школы, которым вариант не определён однозначно
variants-unplaced-lead = Программа не угадывает вариант: причина названа для каждой школы.
variants-why = Почему
variants-met = Подходят: { $list }.
variants-failed = { $variant } — { $list }.
variants-failed-any = { $variant } — не выполнено ни одно из условий: { $list }.
variants-municipality = { $support }: { $list }.

## Methodology

method-lists = Перечни
method-variants = Варианты сопровождения
method-variants-lead = Вариант получает школа, для которой выполнены все его условия; страница вариантов показывает, как школы распределились.
method-list-page = Страница перечня
method-variant-page = Страница варианта
