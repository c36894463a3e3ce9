# What svod says about faults. Each code has two messages: `diag-<code>` tells what is wrong,
# `diag-<code>-help` what to do. The place (file, sheet, row, column) is printed beside them, so
# no sentence repeats it.
#
# The words each code fills in; all are texts ready for print. A code gets exactly these, save that
# `known` and `nearest` may be left out of any: their sentences then vanish.
#   value   what was found            known    what exists or is expected, as a list
#   column  heading of the column     nearest  the most similar of the known
#   table   name of the table         other    the second party of a conflict
#   file    path of a file or folder  reason   technical detail from a parser or the system
#
#   missing-file: file, nearest
#   unreadable-file: file, reason
#   not-utf8: file
#   duplicate-table: table, file, other
#   bad-csv: value (cells in the row), known (columns in the heading)
#   empty-table: table
#   missing-column: table, column, nearest, known
#   unknown-column: table, column, nearest, known
#   repeated-column: column
#   too-many-rows: table, known (the limit)
#   missing-value: column
#   bad-id: value
#   bad-number: value, column
#   bad-count: value, column
#   bad-year: value, column
#   bad-date: value, column
#   bad-yes-no: value, column, known
#   bad-choice: value, column, nearest, known
#   unknown-school: value, nearest
#   unknown-municipality: value, nearest
#   unknown-procedure: value, nearest, known
#   unknown-group: value, nearest, known
#   unknown-list: value, nearest, known
#   unknown-reference: value, column, table, nearest
#   repeated-key: value (the key), table
#   below-exceeds-participants: value (below), other (participants)
#   tile-taken: value (the tile), other (who holds it)
#   no-results: value (the year), known (the years there are)
#   bad-toml: reason
#   unknown-key: value, nearest, known
#   repeated-id: value
#   cluster-overlap: value, other
#   cluster-gap: value, other
#   cluster-empty: value
#   bad-parameter: column (the setting), value, known
#   k-too-large: value (k), known (the largest k)
#   unknown-attribute: value, nearest, known
#   unknown-category: value, other (the attribute), nearest, known
#   unknown-table: value, nearest, known
#   unknown-field: value, nearest, known
#   attribute-cycle: value (the chain)
#   attribute-not-here: value, table
#   not-categories: value
#   not-number: value
#   ambiguous-field: value, known
#   overlapping-sum: value (the summary), other (the category)
#   bad-front-matter: reason
#   broken-link: value, nearest
#   bad-template: file, reason
#   unknown-theme: value, nearest, known
#   path-taken: value (the path), other (who has it)
#   cannot-write: file, reason
#   not-a-site: file
#   foreign-output: file

diag-nearest = { $nearest ->
    [none] {""}
   *[other] {" "}Похожее имя есть: «{ $nearest }».
}
diag-known = { $known ->
    [none] {""}
   *[other] {" "}Вот что есть: { $known }.
}
diag-allowed = { $known ->
    [none] {""}
   *[other] {" "}Годится: { $known }.
}

## Files

diag-missing-file = Нет файла «{ $file }».
diag-missing-file-help = Положите файл на это место или исправьте его имя в настройках.{ diag-nearest }

diag-unreadable-file = Файл «{ $file }» не читается: { $reason }.
diag-unreadable-file-help = Проверьте, что файл цел и доступен: откройте его в той программе, где его делали, и сохраните заново.

diag-not-utf8 = Файл «{ $file }» записан не в кодировке UTF-8.
diag-not-utf8-help = В Excel выберите «Файл», «Сохранить как», тип «CSV UTF-8». В Блокноте выберите «Сохранить как», кодировка UTF-8.

diag-duplicate-table = Таблица «{ $table }» есть в двух местах: «{ $file }» и «{ $other }».
diag-duplicate-table-help = Оставьте одну, вторую уберите из папки с данными.

## Tables

diag-bad-csv = Ячеек в строке: { $value }, а столбцов в заголовке: { $known }.
diag-bad-csv-help = Ищите в строке лишний или пропущенный разделитель либо незакрытую кавычку. Проще всего открыть таблицу в Excel, исправить строку и сохранить как «CSV UTF-8».

diag-empty-table = В таблице «{ $table }» нет ни одной строки с данными.
diag-empty-table-help = Заполните таблицу. Если данных нет, а таблица не обязательна, уберите файл: этого раздела в отчёте просто не будет.

diag-missing-column = В таблице «{ $table }» нет столбца «{ $column }».
diag-missing-column-help = Добавьте столбец или исправьте его заголовок.{ diag-nearest }{ diag-known }

diag-unknown-column = Столбец «{ $column }» таблицы «{ $table }» незнаком и в отчёт не попадёт.
diag-unknown-column-help = Если это описка, исправьте заголовок. Если столбец нужен, опишите его в methodology.toml.{ diag-nearest }{ diag-known }

diag-repeated-column = Столбец «{ $column }» встречается дважды.
diag-repeated-column-help = Оставьте один, другой удалите или переименуйте.

diag-too-many-rows = В таблице «{ $table }» слишком много строк, предел: { $known }.
diag-too-many-rows-help = Удалите лишнее: часто это пустые, но оформленные строки под таблицей.

## Values

diag-missing-value = В столбце «{ $column }» пусто, а значение здесь обязательно.
diag-missing-value-help = Впишите значение или удалите строку целиком.

diag-bad-id = «{ $value }» не может быть идентификатором.
diag-bad-id-help = Годятся латинские буквы, цифры, дефис и подчёркивание, не больше 64 знаков. Посмотрите, не попала ли русская буква, похожая на латинскую: а, е, о, р, с, х. Имена index, con, prn, aux, nul, com1, lpt1 и подобные заняты.

diag-bad-number = «{ $value }» в столбце «{ $column }» не похоже на число.
diag-bad-number-help = Запишите число цифрами, например 12 или 12,5. Если данных нет, оставьте ячейку пустой.

diag-bad-count = «{ $value }» в столбце «{ $column }» не похоже на количество.
diag-bad-count-help = Количество — целое число, ноль или больше. Если данных нет, оставьте ячейку пустой.

diag-bad-year = «{ $value }» в столбце «{ $column }» не похоже на год.
diag-bad-year-help = Запишите год четырьмя цифрами, например 2022.

diag-bad-date = «{ $value }» в столбце «{ $column }» не похоже на дату.
diag-bad-date-help = Запишите дату так: 15.03.2023 или 2023-03-15.

diag-bad-yes-no = «{ $value }» в столбце «{ $column }» не похоже ни на «да», ни на «нет».
diag-bad-yes-no-help = Исправьте значение.{ diag-allowed }

diag-bad-choice = Значение «{ $value }» в столбце «{ $column }» не из списка.
diag-bad-choice-help = Исправьте значение.{ diag-nearest }{ diag-allowed }

diag-unknown-school = Школы «{ $value }» нет в таблице schools.
diag-unknown-school-help = Проверьте код школы или добавьте школу в таблицу schools.{ diag-nearest }

diag-unknown-municipality = Муниципального образования «{ $value }» нет в таблице municipalities.
diag-unknown-municipality-help = Проверьте имя или добавьте строку в таблицу municipalities.{ diag-nearest }

diag-unknown-procedure = Оценочная процедура «{ $value }» не описана.
diag-unknown-procedure-help = Проверьте имя или опишите процедуру в methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-group = Группа «{ $value }» не описана.
diag-unknown-group-help = Проверьте имя или опишите группу.{ diag-nearest }{ diag-known }

diag-unknown-list = Перечень «{ $value }» не описан.
diag-unknown-list-help = Проверьте имя или опишите перечень в methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-reference = «{ $value }» из столбца «{ $column }» нет в таблице «{ $table }».
diag-unknown-reference-help = Исправьте значение или добавьте строку в таблицу «{ $table }».{ diag-nearest }

diag-repeated-key = В таблице «{ $table }» уже есть строка «{ $value }».
diag-repeated-key-help = Оставьте одну строку из двух: программа не вправе решать, какая верна.

diag-below-exceeds-participants = Не преодолели порог { $value }, а участников всего { $other }.
diag-below-exceeds-participants-help = Проверьте оба числа: нет ли описки и не перепутаны ли столбцы.

diag-tile-taken = Клетка карты { $value } уже занята: «{ $other }».
diag-tile-taken-help = Дайте одному из двух другую клетку: столбцы map_col и map_row.

diag-no-results = За { $value } год в таблице results нет ни одной строки.
diag-no-results-help = Добавьте результаты или укажите другой год в svod.toml.{ diag-known }

## Settings and method

diag-bad-toml = Файл настроек записан с ошибкой: { $reason }.
diag-bad-toml-help = Чаще всего дело в незакрытой кавычке или скобке, пропущенном знаке «=» или в кавычках «ёлочках» вместо прямых.

diag-unknown-key = Настройки «{ $value }» здесь не бывает.
diag-unknown-key-help = Исправьте имя или удалите строку.{ diag-nearest }{ diag-known }

diag-repeated-id = Имя «{ $value }» занято дважды.
diag-repeated-id-help = Дайте одному из двух другое имя.

diag-cluster-overlap = Кластеры «{ $value }» и «{ $other }» пересекаются.
diag-cluster-overlap-help = Сдвиньте границы, чтобы каждая доля попадала ровно в один кластер. Проверьте, какие границы включены.

diag-cluster-gap = Между кластерами «{ $value }» и «{ $other }» остался промежуток.
diag-cluster-gap-help = Сдвиньте границы, чтобы каждая доля попадала ровно в один кластер. Проверьте, какие границы включены.

diag-cluster-empty = В кластер «{ $value }» не может попасть ни одна доля.
diag-cluster-empty-help = Проверьте границы: нижняя должна быть меньше верхней.

diag-bad-parameter = «{ $value }» не годится для настройки «{ $column }».
diag-bad-parameter-help = Исправьте значение.{ diag-allowed }

diag-k-too-large = Кластер назначается по доле, которая стоит по величине на месте { $value }, но у школы может не быть столько долей.
diag-k-too-large-help = Уменьшите k. Самое большее: { $known }.

diag-unknown-attribute = Признак «{ $value }» не описан.
diag-unknown-attribute-help = Исправьте имя или опишите признак в methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-category = У признака «{ $other }» нет категории «{ $value }».
diag-unknown-category-help = Исправьте имя категории.{ diag-nearest }{ diag-known }

diag-unknown-table = Таблица «{ $value }» не описана.
diag-unknown-table-help = Исправьте имя или опишите таблицу в methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-field = Поля «{ $value }» в данных нет.
diag-unknown-field-help = Исправьте имя или добавьте столбец в данные.{ diag-nearest }{ diag-known }

diag-attribute-cycle = Признаки определены друг через друга: { $value }.
diag-attribute-cycle-help = Разорвите круг: один из них должен вычисляться прямо из данных.

diag-attribute-not-here = Признак «{ $value }» не подходит таблице «{ $table }»: он есть не у того, что в ней считают.
diag-attribute-not-here-help = Посмотрите, что считает таблица: школы или результаты школ по процедурам. Возьмите признак того же рода.

diag-not-categories = У признака «{ $value }» нет категорий, разложить по нему на строки или столбцы нельзя.
diag-not-categories-help = Разбейте признак на промежутки в methodology.toml или возьмите другой.

diag-not-number = Признак «{ $value }» не числовой, вычислять по нему нечего.
diag-not-number-help = Возьмите числовой признак или считайте школы, а не среднее.

diag-ambiguous-field = Имя «{ $value }» может значить разное.
diag-ambiguous-field-help = Напишите полное имя.{ diag-known }

diag-overlapping-sum = Сводная строка «{ $value }» считает категорию «{ $other }» дважды.
diag-overlapping-sum-help = Перечислите в ней каждую категорию один раз.

## Narrative, templates, theme

diag-bad-front-matter = Шапка страницы записана с ошибкой: { $reason }.
diag-bad-front-matter-help = Сравните шапку с шапкой другой страницы: те же имена, те же прямые кавычки.

diag-broken-link = Ссылка «{ $value }» никуда не ведёт.
diag-broken-link-help = Исправьте адрес или уберите ссылку.{ diag-nearest }

diag-bad-template = Ошибка в шаблоне «{ $file }»: { $reason }.
diag-bad-template-help = Исправьте шаблон. Если убрать его из папки сайта, будет работать шаблон темы.

diag-unknown-theme = Темы «{ $value }» нет.
diag-unknown-theme-help = Исправьте имя темы в svod.toml или положите её в папку themes.{ diag-nearest }{ diag-known }

diag-path-taken = На адрес «{ $value }» претендует ещё и «{ $other }».
diag-path-taken-help = Переименуйте один из двух файлов.

## Writing

diag-cannot-write = Не удалось записать «{ $file }»: { $reason }.
diag-cannot-write-help = Проверьте, есть ли место на диске и право записи и не открыт ли файл в другой программе.

diag-not-a-site = В папке «{ $file }» нет файла svod.toml: это не папка сайта.
diag-not-a-site-help = Перейдите в папку сайта или назовите её: --root ПАПКА. Новый сайт создаёт команда svod new ПАПКА.

diag-foreign-output = В папке «{ $file }» лежит то, чего svod не создавал, поэтому он ничего в ней не тронет.
diag-foreign-output-help = Назовите другую папку: --out ПАПКА. Или освободите эту.
