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
