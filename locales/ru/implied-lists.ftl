# Tables of lists and of variants of support that nobody has to declare.

rule-both = и в файле, и по правилу
rule-only-file = только в файле
rule-only-rule = только по правилу
rule-neither = ни в файле, ни по правилу

implied-list-all = школ
implied-schools-base = все школы региона
implied-municipality-base = школы муниципалитета

implied-lists = Школы в перечнях по годам
implied-list = Перечень
implied-list-on = в перечне
implied-list-other = Другой перечень
implied-list-of-year = { $list }, { $year } год
implied-list-years = { $list }: состав по годам
implied-list-years-base = «в перечне» — от всех школ региона; «вошли», «вернулись», «остались» — от школ перечня этого года
implied-list-history = { $list }: впервые, повторно, подряд
implied-list-history-base = школы перечня этого года
implied-list-municipalities = { $list } { $year } года по муниципалитетам
implied-list-share = { $list }: доля школ, { $year } год
implied-list-came = вошли и вернулись
implied-list-left = вышли
implied-list-agreement = { $list } и другие перечни того же года
implied-list-schools = { $list } { $year } года: школы
implied-list-long = Как давно в перечне
implied-list-moved = Движение
implied-list-ruled = Файл и правило
implied-only-this = только в этом перечне
implied-only-other = только в другом

implied-history-first = впервые за { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
}
implied-history-repeated = повторно за { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
}
implied-history-in-a-row = { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
} подряд и дольше

implied-rule = { $list }: файл и правило
implied-rule-any = всего
implied-rule-base = школы, которые есть в файле перечня или должны быть в нём по правилу
implied-rule-differs = { $list } { $year } года: школы, по которым файл и правило расходятся

implied-support = { $support }: школы по вариантам
implied-support-variant = Вариант
implied-support-count = школ
implied-support-municipalities = { $support }: варианты по муниципалитетам
implied-support-schools = всего
implied-support-base = школы, которым положен вариант
implied-variant-schools = { $variant }: школы
implied-year = { $year } год
