# Counted things. `n` is a count or a decimal; the number is printed with its word.
# `-of` follows «из» and `-in` follows «в»: «7 из 11 школ», «в 21 школе».

unit-schools = { $n ->
    [one] { $n } школа
    [few] { $n } школы
    [many] { $n } школ
   *[other] { $n } школы
}
unit-schools-of = { $n ->
    [one] { $n } школы
    [few] { $n } школ
    [many] { $n } школ
   *[other] { $n } школы
}
unit-schools-in = { $n ->
    [one] { $n } школе
    [few] { $n } школах
    [many] { $n } школах
   *[other] { $n } школы
}
unit-municipalities = { $n ->
    [one] { $n } муниципальное образование
    [few] { $n } муниципальных образования
    [many] { $n } муниципальных образований
   *[other] { $n } муниципального образования
}
unit-municipalities-of = { $n ->
    [one] { $n } муниципального образования
    [few] { $n } муниципальных образований
    [many] { $n } муниципальных образований
   *[other] { $n } муниципального образования
}
unit-municipalities-in = { $n ->
    [one] { $n } муниципальном образовании
    [few] { $n } муниципальных образованиях
    [many] { $n } муниципальных образованиях
   *[other] { $n } муниципального образования
}
unit-procedures = { $n ->
    [one] { $n } процедура
    [few] { $n } процедуры
    [many] { $n } процедур
   *[other] { $n } процедуры
}
unit-procedures-of = { $n ->
    [one] { $n } процедуры
    [few] { $n } процедур
    [many] { $n } процедур
   *[other] { $n } процедуры
}
unit-procedures-in = { $n ->
    [one] { $n } процедуре
    [few] { $n } процедурах
    [many] { $n } процедурах
   *[other] { $n } процедуры
}
unit-participants = { $n ->
    [one] { $n } участник
    [few] { $n } участника
    [many] { $n } участников
   *[other] { $n } участника
}
unit-participants-of = { $n ->
    [one] { $n } участника
    [few] { $n } участников
    [many] { $n } участников
   *[other] { $n } участника
}
unit-groups = { $n ->
    [one] { $n } группа
    [few] { $n } группы
    [many] { $n } групп
   *[other] { $n } группы
}
unit-years = { $n ->
    [one] { $n } год
    [few] { $n } года
    [many] { $n } лет
   *[other] { $n } года
}
unit-points = { $n ->
    [one] { $n } процентный пункт
    [few] { $n } процентных пункта
    [many] { $n } процентных пунктов
   *[other] { $n } процентного пункта
}
unit-pages = { $n ->
    [one] { $n } страница
    [few] { $n } страницы
    [many] { $n } страниц
   *[other] { $n } страницы
}
unit-tables = { $n ->
    [one] { $n } таблица
    [few] { $n } таблицы
    [many] { $n } таблиц
   *[other] { $n } таблицы
}
unit-files = { $n ->
    [one] { $n } файл
    [few] { $n } файла
    [many] { $n } файлов
   *[other] { $n } файла
}
unit-rows = { $n ->
    [one] { $n } строка
    [few] { $n } строки
    [many] { $n } строк
   *[other] { $n } строки
}
unit-errors = { $n ->
    [one] { $n } ошибка
    [few] { $n } ошибки
    [many] { $n } ошибок
   *[other] { $n } ошибки
}
unit-warnings = { $n ->
    [one] { $n } предупреждение
    [few] { $n } предупреждения
    [many] { $n } предупреждений
   *[other] { $n } предупреждения
}
unit-seconds = { $n } с

# What follows a number, with its no-break spaces.
suffix-percent = {"\u00A0"}%
suffix-points = {"\u00A0"}п.{"\u00A0"}п.

# A day in digits, two for the day and the month.
day-in-digits = { $day }.{ $month }.{ $year }
unit-kilobytes = { $n } КБ
unit-megabytes = { $n } МБ
