### Reports of earlier years

archive-title = Архив отчётов
archive-lead = На сайте { $years ->
    [one] { $years } отчёт
    [few] { $years } отчёта
    [many] { $years } отчётов
   *[other] { $years } отчёта
}. Показатели прежних отчётов с тех пор не уточнялись.
archive-lead-corrected = На сайте { $years ->
    [one] { $years } отчёт
    [few] { $years } отчёта
    [many] { $years } отчётов
   *[other] { $years } отчёта
}. В прежних отчётах с тех пор { $n ->
    [one] уточнён { $n } показатель
    [few] уточнены { $n } показателя
    [many] уточнено { $n } показателей
   *[other] уточнено { $n } показателя
}.
archive-reports = Отчёты по годам
archive-table = Отчёты на этом сайте
archive-year = Год
archive-report = Отчёт
archive-date = Дата отчёта
archive-corrected = Уточнено показателей
archive-current = нынешний отчёт
archive-corrected-in = Уточнено в отчёте за { $year } год
archive-nothing = По нынешним данным все показатели отчёта за { $year } год такие же, как были опубликованы.
archive-changed = По нынешним данным { $n ->
    [one] изменился { $n } показатель
    [few] изменились { $n } показателя
    [many] изменилось { $n } показателей
   *[other] изменилось { $n } показателя
} отчёта за { $year } год. { $results ->
    [0] Результаты школ те же.
    [one] За ними { $results } исправленный результат школы.
    [few] За ними { $results } исправленных результата школ.
    [many] За ними { $results } исправленных результатов школ.
   *[other] За ними { $results } исправленного результата школ.
}
archive-figures = Уточнённые показатели отчёта за { $year } год
archive-in-table = Таблица
archive-row = Строка
archive-column = Столбец
archive-then = Было опубликовано
archive-now = Уточнено
archive-results = Исправленные результаты школ, отчёт за { $year } год
archive-school = Школа
archive-procedure = Процедура
archive-tested = Год процедуры
archive-none = не было

past-section = В отчётах прежних лет
past-facts = Показатели этой страницы по годам отчётов
past-fact = Показатель
past-spanner = Отчёт за год
past-report-of = Отчёт за { $year } год
past-page-then = Эта страница в том отчёте
past-newer = Это отчёт за { $year } год. Есть отчёт за { $now } год.
past-newer-link = Страница нынешнего отчёта
past-newer-corrected = { $n ->
    [one] Уточнён { $n } показатель
    [few] Уточнены { $n } показателя
    [many] Уточнено { $n } показателей
   *[other] Уточнено { $n } показателя
}
redirect-permanent = Постоянный адрес страницы в отчёте за { $year } год. Пока этот отчёт последний, страница здесь: { $to }.
