# Some faults, for tests of how faults are drawn.

diag-missing-file = Нет файла «{ $file }».
diag-missing-file-help = Положите файл в папку data или поправьте имя в svod.toml.
diag-bad-count = Здесь нужно целое число, а написано «{ $value }».
diag-bad-count-help = Впишите число участников цифрами. Если школа не участвовала, оставьте ячейку пустой: пустая ячейка и ноль значат разное.
diag-missing-value = Ячейка пуста, а значение обязательно.
diag-missing-value-help = Впишите значение.
diag-repeated-key = Строка с ключом «{ $value }» уже есть.
diag-repeated-key-help = Оставьте одну из двух строк.
diag-unknown-key = Настройки «{ $value }» нет.
diag-unknown-key-help = Удалите её.
diag-unknown-column = Столбец «{ $column }» svod не знает и не использует.
diag-unknown-column-help = Удалите столбец или опишите его в methodology.toml.
diag-broken-link = Ссылка «{ $value }» никуда не ведёт.
diag-broken-link-help = Поправьте адрес.
diag-cannot-write = Не удалось записать «{ $file }»: { $reason }.
diag-cannot-write-help = Проверьте, есть ли место на диске.

unit-pages = { $n ->
    [one] { $n } страница
    [few] { $n } страницы
   *[other] { $n } страниц
}
unit-tables = { $n ->
    [one] { $n } таблица
    [few] { $n } таблицы
   *[other] { $n } таблиц
}
unit-errors = { $n ->
    [one] { $n } ошибка
    [few] { $n } ошибки
   *[other] { $n } ошибок
}
unit-warnings = { $n ->
    [one] { $n } предупреждение
    [few] { $n } предупреждения
   *[other] { $n } предупреждений
}
