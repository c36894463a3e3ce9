# What svod says about faults. Each code has two messages: `diag-<code>` tells what is wrong,
# `diag-<code>-help` what to do. The place (file, sheet, row, column) is printed beside them, so
# no sentence repeats it.
#
# The words a code fills in stand beside it in `src/diag/code.rs`; all are texts ready for print,
# save `kind`. A message uses no others. `known` and `nearest` may be left out of any fault: their
# sentences then vanish.
#   value   what was found            known    what exists or is expected, as a list
#   column  heading or setting        nearest  the most similar of the known
#   table   name of the table         other    the second party of a conflict
#   file    path of a file or folder  reason   technical detail from a parser or the system
#   letters signs of another alphabet, as a list
#   kind    chooses a sentence: text, whole, number, yes-no, list or section; comma, semicolon or tab;
#           a layout of exports; mark or score

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
diag-missing-file-help = Положите файл на это место или проверьте, верно ли написано его имя.{ diag-nearest }

diag-unread-file = Файл «{ $file }» лежит среди данных, но в отчёт не попал: svod не знает, что в нём.
diag-unread-file-help = Если это таблица, опишите её в svod.toml, в разделе [[source]], или назовите файл так же, как таблицу: results.xlsx. Пояснения к данным svod не читает, если назвать их README.txt. Если это и не данные, и не пояснения, уберите файл из папки.

diag-unreadable-file = Файл «{ $file }» не читается: { $reason }.
diag-unreadable-file-help = Проверьте, что файл цел и доступен: откройте его в той программе, где его делали, и сохраните заново.

diag-outside-file = Файл «{ $file }» лежит вне папки сайта.
diag-outside-file-help = Скопируйте его в папку сайта: за её пределами svod ничего не читает.

diag-large-file = Файл «{ $file }» слишком велик: больше 256 мегабайт.
diag-large-file-help = Удалите из него лишнее: часто это пустые, но оформленные строки под таблицей.

diag-bad-borders = Границы из файла «{ $file }» не прочитаны: { $kind ->
    [format] это не GeoJSON
    [empty] в нём нет ни одного участка (FeatureCollection)
    [globe] есть точка, которой нет на земном шаре
   *[area] есть участок, который не Polygon и не MultiPolygon
}.
diag-bad-borders-help = Сохраните границы в GeoJSON: FeatureCollection из Polygon и MultiPolygon, долгота и широта в градусах (WGS 84).

diag-large-borders = Файл границ «{ $file }» больше { $value } мегабайт.
diag-large-borders-help = Упростите границы в той программе, где их взяли: карте на странице хватает сотой доли.

diag-unknown-border = В файле границ «{ $file }» есть участок «{ $value }», а муниципального образования такого нет.
diag-unknown-border-help = Назовите участок так, как в таблице municipalities: её id или названием в любом свойстве. Лишний участок уберите.{ diag-nearest }{ diag-known }

diag-no-border = Для муниципального образования «{ $value }» в файле границ «{ $file }» нет участка.
diag-no-border-help = Добавьте участок или назовите его так, как в таблице municipalities. Пока его нет на карте, но он есть в таблице под ней.

diag-not-utf8 = Файл «{ $file }» записан не в кодировке UTF-8.
diag-not-utf8-help = Таблицу сохраните в Excel: «Файл», «Сохранить как», тип «CSV UTF-8». Остальные файлы — в Блокноте: «Сохранить как», кодировка UTF-8.

diag-bad-encoding = Файл «{ $file }» записан не в кодировке { $value }.
diag-bad-encoding-help = Исправьте или уберите настройку encoding в разделе [[source]] файла svod.toml: без неё кодировка определяется сама.

diag-guessed-encoding = Кодировка файла «{ $file }» определена по буквам: { $value }.
diag-guessed-encoding-help = Если русские буквы на страницах верны, всё в порядке. Чтобы svod не гадал, сохраните таблицу как «CSV UTF-8» или назовите кодировку в svod.toml: раздел [[source]], настройка encoding.

diag-guessed-separator = В файле «{ $file }» за разделитель столбцов { $kind ->
    [semicolon] принята точка с запятой
    [tab] принят знак табуляции
   *[comma] принята запятая
}, хотя подходит и другой знак.
diag-guessed-separator-help = Если столбцы прочитаны верно, всё в порядке. Чтобы svod не гадал, назовите разделитель в svod.toml: раздел [[source]], настройка separator.

diag-not-a-table = Файл «{ $file }» — не таблица: в нём не текст и не книга Excel.
diag-not-a-table-help = Откройте его в той программе, где его делали, и сохраните как книгу Excel (.xlsx) или «CSV UTF-8». Если это не данные, уберите файл из папки.

diag-not-a-workbook = Файл «{ $file }» назван книгой, но внутри не книга Excel и не таблица OpenDocument.
diag-not-a-workbook-help = Так бывает, когда программа выгружает веб-страницу или текст под именем .xls. Откройте файл в Excel: «Файл», «Сохранить как», тип «Книга Excel (.xlsx)».

diag-locked-workbook = Книга «{ $file }» защищена паролем.
diag-locked-workbook-help = Снимите пароль: откройте книгу в Excel, «Файл», «Сведения», «Защита книги», «Зашифровать с использованием пароля», сотрите пароль и сохраните.

diag-large-single-file = В одном файле получилось бы больше { $value }: такой не уйдёт почтой и плохо откроется.
diag-large-single-file-help = Соберите файл одного муниципалитета: --municipality ИМЯ; или архив всего отчёта — без --single-file.
diag-large-workbook = Книга «{ $file }» в развёрнутом виде слишком велика.
diag-large-workbook-help = Скопируйте нужные столбцы на чистый лист новой книги и сохраните её: часто место занимают пустые, но оформленные строки и столбцы.

diag-first-sheet = Из книги «{ $file }» прочитан первый лист, «{ $value }»; в ней есть и другие: { $other }.
diag-first-sheet-help = Если нужен другой лист, назовите его в svod.toml: раздел [[source]], настройка sheet.

diag-duplicate-table = Таблица «{ $table }» есть в двух файлах: «{ $file }» и «{ $other }».
diag-duplicate-table-help = Оставьте один, другой уберите из папки с данными.

diag-ragged-row = Ячеек в строке: { $value }, а столбцов в таблице: { $other }.
diag-ragged-row-help = Ищите в строке лишний или пропущенный разделитель либо незакрытую кавычку. Проще всего открыть таблицу в Excel, исправить строку и сохранить как «CSV UTF-8».

## Tables

diag-empty-table = В таблице «{ $table }» нет ни одной строки с данными.
diag-empty-table-help = Заполните таблицу. Если данных нет, а таблица не обязательна, уберите файл: этого раздела в отчёте просто не будет.

diag-missing-column = В таблице «{ $table }» нет столбца «{ $column }».
diag-missing-column-help = Добавьте столбец или исправьте его заголовок.{ diag-nearest }{ diag-known }

diag-unknown-column = Столбец «{ $column }» таблицы «{ $table }» незнаком и в отчёт не попадёт.
diag-unknown-column-help = Если это описка, исправьте заголовок. Если столбец нужен, опишите его в methodology.toml.{ diag-nearest }{ diag-known }

diag-repeated-column = Столбец «{ $column }» встречается дважды.
diag-repeated-column-help = Оставьте один, другой удалите или переименуйте.

diag-large-table = Таблица «{ $table }» слишком велика.
diag-large-table-help = Удалите лишнее: часто это пустые, но оформленные строки под таблицей.

diag-wide-table = В строке столбцов: { $value }, а читается не больше { $other }.
diag-wide-table-help = Посмотрите, тем ли знаком разделены столбцы в файле «{ $file }».

diag-long-cell = В этой строке есть ячейка длиной в десятки тысяч знаков.
diag-long-cell-help = Чаще всего где-то открыта и не закрыта кавычка. Откройте таблицу в Excel, исправьте эту строку и сохраните.

## Values

diag-formula-error = В столбце «{ $column }» формула выдаёт ошибку: { $value }.
diag-formula-error-help = Исправьте формулу в Excel или впишите вместо неё значение. Если данных нет, оставьте ячейку пустой.

diag-missing-value = В столбце «{ $column }» пусто, а значение здесь обязательно.
diag-missing-value-help = Впишите значение или удалите строку целиком.

diag-bad-id = «{ $value }» не может быть идентификатором.
diag-bad-id-help = Годятся латинские буквы, цифры, дефис и подчёркивание, не больше 64 знаков. Посмотрите, не попала ли русская буква, похожая на латинскую: а, е, о, р, с, х. Имена index, con, prn, aux, nul, com1, lpt1 и подобные заняты.

diag-bad-number = «{ $value }» в столбце «{ $column }» — не число.
diag-bad-number-help = Запишите число цифрами, например 12 или 12,5, без слов. Если данных нет, оставьте ячейку пустой.

diag-bad-count = «{ $value }» в столбце «{ $column }» — не количество.
diag-bad-count-help = Нужно целое число, ноль или больше. Если данных нет, напишите «н/д».

diag-negative-count = «{ $value }» в столбце «{ $column }» — отрицательное количество.
diag-negative-count-help = Количество не бывает меньше нуля. Если минусом отмечено, что данных нет, напишите «н/д».

diag-fractional-count = «{ $value }» в столбце «{ $column }» — дробное количество.
diag-fractional-count-help = Нужно целое число. Если это проценты, место им в столбце below_percent; доли считает svod.

diag-absurd-count = «{ $value }» в столбце «{ $column }» — слишком много для одной школы.
diag-absurd-count-help = Проверьте, нет ли лишней цифры, не попал ли сюда код, и не итог ли это по району.

diag-date-for-number = В столбце «{ $column }» дата «{ $value }» вместо числа.
diag-date-for-number-help = Excel принимает за дату записи вроде 3.15 или 2/8. Верните ячейке общий формат («Формат ячеек», «Общий») и впишите число заново.

diag-number-as-text = Число «{ $value }» в столбце «{ $column }» записано в книге как текст; оно прочитано как число.
diag-number-as-text-help = Ничего делать не нужно, но формулы Excel такие ячейки не складывают: выделите столбец и выберите «Преобразовать в число».

diag-mixed-letters = В «{ $value }» русские буквы, похожие на латинские: { $letters }.
diag-mixed-letters-help = Переключите раскладку и наберите заново латиницей: { $other }.

diag-bad-year = «{ $value }» в столбце «{ $column }» — не год.
diag-bad-year-help = Запишите год четырьмя цифрами, например 2022.

diag-repeated-report-year = Отчёт за { $value } год указан дважды.
diag-repeated-report-year-help = Оставьте в svod.toml один раздел [[year]] с этим годом.

diag-unknown-report-year = Отчёта за { $value } год среди прежних нет.
diag-unknown-report-year-help = Уберите ключ --year, чтобы взять нынешний отчёт, или назовите год из разделов [[year]] файла svod.toml.{ diag-known }

diag-other-report-year = Отчёт указан как отчёт за { $value } год, а в { $file } текущий год — { $other }.
diag-other-report-year-help = Исправьте year в разделе [[year]] файла svod.toml или укажите в folder папку того года.

diag-report-year-not-earlier = Отчёт за { $value } год указан среди прежних, а нынешний отчёт — за { $other } год.
diag-report-year-not-earlier-help = В разделах [[year]] стоят только прежние годы. Год нынешнего отчёта — years.current в methodology.toml.

diag-bad-date = «{ $value }» — не дата.
diag-bad-date-help = Запишите дату так: 15.03.2023 или 2023-03-15. Проверьте, есть ли в этом месяце такое число.

diag-bad-yes-no = «{ $value }» в столбце «{ $column }» — ни «да», ни «нет».
diag-bad-yes-no-help = Годится: да, нет, 1, 0, +, -. Если ответа нет, оставьте ячейку пустой.

diag-bad-choice = «{ $value }» — не то, что может стоять в столбце «{ $column }».
diag-bad-choice-help = Исправьте значение.{ diag-nearest }{ diag-allowed }

diag-unknown-school = Школы «{ $value }» нет в таблице schools.
diag-unknown-school-help = Проверьте код школы или добавьте школу в таблицу schools.{ diag-nearest }

diag-unknown-municipality = Муниципального образования «{ $value }» нет в таблице municipalities.
diag-unknown-municipality-help = Здесь нужен id из таблицы municipalities. Исправьте его или добавьте в ту таблицу строку.{ diag-nearest }{ diag-known }

diag-unknown-procedure = Оценочная процедура «{ $value }» не описана.
diag-unknown-procedure-help = Исправьте имя или опишите процедуру в methodology.toml. Названия из чужих файлов переводит раздел [source.values.procedure] файла svod.toml.{ diag-nearest }{ diag-known }

diag-unknown-risk = Риска «{ $value }» нет в таблице risk_catalogue.
diag-unknown-risk-help = Исправьте имя или добавьте риск в таблицу risk_catalogue.{ diag-nearest }{ diag-known }

diag-unknown-group = Группа «{ $value }» не описана.
diag-unknown-group-help = Исправьте имя или опишите группу в methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-list = Перечень «{ $value }» не описан.
diag-unknown-list-help = Исправьте имя или опишите перечень в methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-warning = Правило предупреждения «{ $value }» не описано.
diag-unknown-warning-help = Исправьте имя или опишите правило в methodology.toml, в разделе [[warning]].{ diag-nearest }{ diag-known }

diag-unknown-cluster = Кластер «{ $value }» не описан.
diag-unknown-cluster-help = Исправьте имя, опишите кластер в methodology.toml или оставьте ячейку пустой: тогда кластер будет вычислен.{ diag-nearest }{ diag-known }

diag-repeated-key = В таблице «{ $table }» уже есть строка «{ $value }».
diag-repeated-key-help = Оставьте одну строку из двух: программа не вправе решать, какая верна.

diag-below-exceeds-participants = Порог не преодолели { $value }, а участников всего { $other }.
diag-below-exceeds-participants-help = Проверьте оба числа: нет ли описки, не перепутаны ли столбцы.

diag-programme-not-chosen = Программа по риску «{ $value }» отмечена выполненной, а сам риск школой не выбран.
diag-programme-not-chosen-help = Проверьте столбцы chosen и programme_done: программу составляют по выбранному риску. В таблицах школа будет и среди выполнивших программу, и среди не выбравших риск.

diag-risk-not-of-year = В каталоге рисков { $other } года нет риска «{ $value }».
diag-risk-not-of-year-help = Проверьте год профиля и столбцы valid_from и valid_to в таблице risk_catalogue.

diag-ends-before-starts = Этап кончается { $value }, раньше, чем начинается: { $other }.
diag-ends-before-starts-help = Исправьте одну из двух дат. Если этап длится один день, они одинаковы.

diag-no-report-date = В дорожных картах есть сроки, а дата отчёта не указана: просроченное не названо.
diag-no-report-date-help = Добавьте дату в файл «svod.toml», например так: date = "2023-04-28".

diag-tile-taken = Клетка карты { $value } уже занята: там «{ $other }».
diag-tile-taken-help = Дайте одному из двух другую клетку: столбцы map_col и map_row.

diag-no-results = Отчёт за { $value } год, но результатов этого года в таблице results нет.
diag-no-results-help = Добавьте результаты или укажите другой год: настройка current в разделе [years].{ diag-known }

## The life of schools and municipalities

diag-bad-when = «{ $value }» в столбце «{ $column }» — не год и не дата.
diag-bad-when-help = Запишите год четырьмя цифрами или дату: 2021, 31.08.2021, 2021-08-31. Если дата неизвестна, оставьте ячейку пустой.

diag-shared-alias = Имя «{ $value }» ведёт не только сюда: оно есть и у строки «{ $other }».
diag-shared-alias-help = Одно имя не может вести к двум разным строкам. Оставьте его у одной из них; если это одна и та же школа или один муниципалитет, укажите у старой строки преемника в столбце successor.

diag-ambiguous-school = Код «{ $value }» есть у нескольких школ.
diag-ambiguous-school-help = Программа не вправе выбирать между ними: напишите здесь id школы.{ diag-known }

diag-successor-cycle = Преемники ходят по кругу, или их ряд слишком длинен: { $value }.
diag-successor-cycle-help = У последней строки преемника быть не должно: очистите у неё ячейку successor. Длинный ряд сократите: преемником назовите сразу нынешнюю строку.

diag-other-successor = «{ $value }» присоединена здесь к одной школе, а преемником в таблице schools названа другая: «{ $other }».
diag-other-successor-help = Исправьте столбец successor или эту строку: преемник один.

diag-parallel-successor = У «{ $value }» и преемника ({ $other } год) есть результаты одной процедуры одного года: они посчитаны как две школы, первая — до присоединения ко второй.
diag-parallel-successor-help = Если школу присоединили, скажите об этом в таблице school_changes: школа-преемник, год, merged, старый код, continues или breaks. Если это одна школа под двумя кодами, уберите из results повторы.

diag-period-backwards = Срок кончается раньше, чем начинается: до { $value }, с { $other }.
diag-period-backwards-help = Проверьте столбцы valid_from и valid_to.

diag-municipality-ended = «{ $value }» существует до { $other } года, но в нём есть работающие школы.
diag-municipality-ended-help = Укажите преемника в столбце successor или переведите школы в другой муниципалитет. Пока муниципалитет показан как действующий.

diag-closed-twice = Школа закрыта в { $value } году и ещё раз — в { $other }.
diag-closed-twice-help = Оставьте верный год: в столбце closed таблицы schools или в таблице school_changes.

diag-empty-change = «{ $value }»: изменение ничего не меняет — прежнее совпадает с новым.
diag-empty-change-help = В столбце from стоит то, что было до изменения: прежнее название или прежний муниципалитет. Новое берётся из таблицы schools.

diag-late-change = Изменение { $value } года позже года отчёта ({ $other }): оно ещё не учтено.
diag-late-change-help = Если год верен, ничего делать не нужно: школа показана такой, какой была. Иначе исправьте год.

diag-results-of-not-held = «{ $value } год»: сказано, что процедура не проводилась, а результаты есть.
diag-results-of-not-held-help = Проверьте столбец held и строки таблицы results: верно что-то одно.

diag-outside-life = Школа «{ $value }» в { $other } году не работала, а результаты этого года у неё есть.
diag-outside-life-help = Проверьте год закрытия или открытия. Результаты пока учтены.

## Possible and yet doubted

diag-answer = Если данные верны, впишите это в таблицу checked: код замечания (check), о чём оно (school, procedure, year) и почему так (reason).

diag-more-than-pupils = { $value }: участников { $other }, а учеников в школе { $column }.
diag-more-than-pupils-help = Проверьте число участников и столбец students таблицы schools. { diag-answer }

diag-municipality-without-schools = В муниципалитете «{ $value }» нет ни одной школы.
diag-municipality-without-schools-help = Проверьте столбец municipality таблицы schools. Если муниципалитета больше нет, укажите его последний день в столбце valid_to. { diag-answer }

diag-participants-halved = { $value }: участников стало вдвое меньше или того меньше ({ $other }).
diag-participants-halved-help = Проверьте, все ли классы школы есть в данных. { diag-answer }

diag-rare-procedure = { $value }: результаты есть только у малой части школ, { $other } из { $column }.
diag-rare-procedure-help = Проверьте, весь ли файл этого года на месте и то ли имя у процедуры. { diag-answer }

diag-school-without-results = У школы «{ $value }» нет результатов ни за один год.
diag-school-without-results-help = Проверьте, тем ли кодом она названа в таблице results. Если школа закрыта, укажите год в столбце closed. { diag-answer }

diag-share-jump = { $value }: доля не справившихся изменилась необычно резко ({ $other }).
diag-share-jump-help = Проверьте оба числа: не сдвинулись ли столбцы, не перепутаны ли школы. Если год нельзя сравнивать с предыдущим, скажите об этом в таблице procedure_years. { diag-answer }

diag-similar-names = «{ $value }» — так же называется «{ $other }»: разницы нет или она в пробелах, кавычках, букве ё.
diag-similar-names-help = Если это одно и то же, оставьте одну строку, а другой id впишите ей в столбец aliases. { diag-answer }

diag-tenfold-jump = { $value }: участников стало вдесятеро больше или меньше ({ $other }).
diag-tenfold-jump-help = Ищите лишнюю или пропущенную цифру. { diag-answer }

diag-year-outside-report = { $value } год — не из тех, о которых отчёт ({ $other }).
diag-year-outside-report-help = Исправьте год. Годы отчёта названы в разделе [years] файла methodology.toml. { diag-answer }

diag-unused-answer = Строка таблицы checked ни к чему не относится: замечания { $value } с такими условиями нет.
diag-unused-answer-help = Данные с тех пор изменились, или в строке описка. Исправьте строку или удалите её.

## Settings and method

diag-bad-toml = Файл настроек записан с ошибкой: { $reason }.
diag-bad-toml-help = Проверьте это место: кавычки прямые и закрыты, скобки закрыты, между именем и значением знак «=», дробное число через точку.

diag-unclosed-quote = Кавычка открыта и не закрыта.
diag-unclosed-quote-help = Поставьте закрывающую кавычку — такую же прямую, как открывающая. Внутри текста удобны «ёлочки».

diag-unquoted-text = Здесь нужно значение: число, true, false или текст в прямых кавычках.
diag-unquoted-text-help = Заключите текст в прямые кавычки: "текст". Кавычки «ёлочки» их не заменяют.

diag-unclosed-bracket = Скобка не закрыта, или между значениями нет запятой.
diag-unclosed-bracket-help = Проверьте, есть ли у каждой открытой скобки своя закрытая, квадратная или фигурная, и стоят ли между значениями запятые. Имя раздела закрывается столькими же скобками, сколькими открыто.

diag-missing-equals = Здесь ожидается знак «=» и значение.
diag-missing-equals-help = Запишите настройку так: имя = значение.

diag-stray-text = После значения в этой строке стоит лишнее.
diag-stray-text-help = Дробное число пишется через точку: 30.5. Несколько значений берутся в квадратные скобки: ["первое", "второе"]. Примечание начинается со знака #.

diag-bad-key = Такого имени настройки быть не может.
diag-bad-key-help = Имена настроек и разделов пишутся латинскими буквами. Посмотрите, не попала ли русская буква, похожая на латинскую: а, е, о, р, с, х.

diag-repeated-setting = Эта настройка или раздел уже есть выше.
diag-repeated-setting-help = Оставьте одно из двух.

diag-unknown-key = Настройки «{ $value }» здесь не бывает.
diag-unknown-key-help = Исправьте имя или удалите строку.{ diag-nearest }{ diag-known }

diag-missing-key = Не хватает настройки «{ $value }».
diag-missing-key-help = Добавьте её: без неё нельзя.

diag-repeated-id = Имя «{ $value }» занято дважды.
diag-repeated-id-help = Дайте одному из двух другое имя.

diag-reserved-id = Имя «{ $value }» занято.
diag-reserved-id-help = Дайте другое имя: это уже значит другое.

diag-cluster-overlap = Кластеры «{ $value }» и «{ $other }» пересекаются.
diag-cluster-overlap-help = Сдвиньте границы, чтобы каждая доля попадала ровно в один кластер. Если граница общая, включать её может только один: from_inclusive, to_inclusive.

diag-cluster-gap = Между кластерами «{ $value }» и «{ $other }» остался промежуток.
diag-cluster-gap-help = Сдвиньте границы, чтобы каждая доля попадала ровно в один кластер. Если граница общая, один из двух должен её включать: from_inclusive, to_inclusive.

diag-cluster-empty = В кластер «{ $value }» не может попасть ни одна доля.
diag-cluster-empty-help = Проверьте границы: нижняя должна быть меньше верхней.

diag-wrong-type = Значение настройки «{ $column }» не того рода.
diag-wrong-type-help = { $kind ->
    [text] Нужен текст в прямых кавычках, например "текст".
    [whole] Нужно целое число, ноль или больше, без кавычек.
    [number] Нужно число, например 30 или 0.25.
    [yes-no] Нужно true (да) или false (нет), без кавычек.
    [list] Нужен список в квадратных скобках, например ["первое", "второе"].
   *[section] Нужен раздел или пары «имя = значение» в фигурных скобках.
}

diag-either-or = Нужно что-то одно: «{ $value }» или «{ $other }».
diag-either-or-help = Оставьте одно из двух, а если нет ни того, ни другого, добавьте.

diag-needs-setting = Настройка «{ $column }» действует только вместе с { $other }.
diag-needs-setting-help = Добавьте в ту же таблицу: { $other }. Или уберите «{ $column }».

diag-bad-parameter = «{ $value }» не годится для настройки «{ $column }».
diag-bad-parameter-help = Исправьте значение.{ diag-nearest }{ diag-allowed }

diag-bad-base-url = Адрес сайта «{ $value }» не годится.
diag-bad-base-url-help = Напишите адрес целиком: https://, имя сервера и путь, без «?» и «#». Например: https://example.ru/otchet/.

diag-no-such-page = Страницы «{ $value }» в отчёте нет.
diag-no-such-page-help = Назовите страницу так, как называется её файл в собранном сайте: municipalities/uglichsky.{ diag-nearest }

diag-no-browser = Нет браузера, который напечатал бы страницы: ни Chromium, ни Chrome, ни Edge не найдены.
diag-no-browser-help = Поставьте один из них или укажите его программу: --browser ПУТЬ. Можно и без него: откройте страницу в любом браузере и напечатайте её в файл PDF.

diag-broken-browser = Браузер { $file } не напечатал страницы: { $reason }.
diag-broken-browser-help = Проверьте, открывается ли он сам, или укажите другой: --browser ПУТЬ. Нужен Chromium, Chrome или Edge.

diag-slow-browser = Браузер { $file } не закончил печать за { $value } секунд и остановлен.
diag-slow-browser-help = Дайте ему больше времени: --wait СЕКУНДЫ, напечатайте меньше страниц за раз или укажите другой браузер: --browser ПУТЬ.

diag-k-too-large = Кластер назначается по { $value }-й сверху доле, а процедур описано всего { $other }.
diag-k-too-large-help = Уменьшите k.

diag-unknown-attribute = Признак «{ $value }» не описан.
diag-unknown-attribute-help = Исправьте имя или опишите признак в methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-category = У признака «{ $other }» нет категории «{ $value }».
diag-unknown-category-help = Исправьте имя категории.{ diag-nearest }{ diag-known }

diag-unknown-table = Таблица «{ $value }» не описана.
diag-unknown-table-help = Исправьте имя или опишите таблицу в methodology.toml: [[table]] или [[listing]].{ diag-nearest }{ diag-known }

diag-unknown-line = В таблице «{ $table }» нет строки или столбца «{ $value }».
diag-unknown-line-help = Исправьте имя. Сводная строка складывает только то, что описано выше неё.{ diag-nearest }{ diag-known }

diag-unknown-data = Таблицы «{ $value }» в папке с данными нет.
diag-unknown-data-help = Исправьте имя или положите в папку файл с такой таблицей.{ diag-nearest }{ diag-known }

diag-unknown-field = В таблице «{ $table }» нет столбца «{ $value }».
diag-unknown-field-help = Исправьте имя или добавьте столбец в данные.{ diag-nearest }{ diag-known }

diag-unknown-row = В таблице «{ $table }» нет строки «{ $value }».
diag-unknown-row-help = Исправьте имя или добавьте строку в данные.{ diag-nearest }{ diag-known }

diag-unknown-track = Трека, группы или варианта сопровождения «{ $value }» в methodology.toml нет.
diag-unknown-track-help = Напишите номер или id трека, id группы или варианта сопровождения.{ diag-nearest }{ diag-known }

diag-decision-too-early = Решение датировано { $value }, а его документ — { $other }, то есть позже.
diag-decision-too-early-help = Проверьте обе даты: решение стоит в документе и не может быть старше его.

diag-addressee-mismatch = Столбец «{ $column }» называет не того, кому адресована рекомендация.
diag-addressee-mismatch-help = Рекомендация региону не называет ни муниципалитета, ни школы, муниципалитету — не называет школы; школа должна быть из названного муниципалитета. Исправьте адресата или очистите столбец.

diag-several-dates = Один номер стоит с разными датами: { $value }, { $other }.
diag-several-dates-help = Если это один документ, оставьте верную дату. Если документы разные, впишите это в таблицу checked: код замечания (check) и почему так (reason).

diag-missing-attachment = Файла «{ $value }» в папке { $other } нет.
diag-missing-attachment-help = Положите файл в эту папку или исправьте имя; путь пишется от неё, с косой чертой «/».{ diag-nearest }{ diag-known }

diag-unused-attachment = К файлу «{ $file }» не ведут ни документ, ни текст, поэтому он не опубликован.
diag-unused-attachment-help = Назовите его в столбце file таблицы documents, сошлитесь на него из текста или положите рядом с текстом: к plan.md приложены plan.pdf и всё, что лежит в папке plan. Лишнее уберите.

diag-not-by-school = В таблице «{ $table }» нет столбца school, поэтому неизвестно, о какой школе каждая строка.
diag-not-by-school-help = Добавьте в таблицу столбец school с кодами школ или возьмите другую таблицу.

diag-attribute-cycle = Признаки определены друг через друга: { $value }.
diag-attribute-cycle-help = Разорвите круг: один из них должен вычисляться прямо из данных.

diag-attribute-not-here = Признак «{ $value }» не подходит таблице «{ $table }»: он есть не у того, что в ней считают.
diag-attribute-not-here-help = Посмотрите, что считает таблица (настройка over, во вставке — of): школы, результаты школ по процедурам или годам либо строки данных. Возьмите признак того же рода или измените настройку.

diag-not-of-schools = Признак «{ $value }» — не о школе в целом, и условием для «{ $other }» он быть не может.
diag-not-of-schools-help = Возьмите признак самой школы: без процедур, с годом (year = …), из таблицы с одной строкой на школу.

diag-conditions-apart = Признак «{ $value }» нельзя соединить с остальными в случае «{ $other }»: они о разном.
diag-conditions-apart-help = Соединяются признаки школ, их результатов по процедурам и годам. Признак строк таблицы соединяется только с признаками школ и той же таблицы.

diag-not-categories = У признака «{ $value }» нет категорий, разложить по нему на строки или столбцы нельзя.
diag-not-categories-help = Разбейте признак на промежутки в methodology.toml или возьмите другой.

diag-not-number = Признак «{ $value }» не числовой, вычислять по нему нечего.
diag-not-number-help = Возьмите числовой признак или считайте школы, а не среднее.

diag-ambiguous-field = У школы несколько подходящих строк: неясно, из какой брать «{ $value }».
diag-ambiguous-field-help = Уточните настройкой at, какая строка нужна, чтобы у каждой школы осталась одна.{ diag-known }

diag-unknown-support = Система поддержки «{ $value }» не описана.
diag-unknown-support-help = Исправьте имя или опишите её в methodology.toml: [[support]].{ diag-nearest }{ diag-known }

diag-no-variant = «{ $column }»: школ, которым не подходит ни один вариант, — { $value }: { $other }.
diag-no-variant-help = Причины по каждой школе — на странице «Варианты сопровождения». Исправьте данные или критерии; если всё верно, впишите это в таблицу checked: код замечания (check) и почему так (reason). Эти школы показаны отдельно.

diag-several-variants = «{ $column }»: школ, которым подходят несколько вариантов, — { $value }: { $other }.
diag-several-variants-help = Уточните критерии, чтобы они не пересекались, или напишите several = "first": тогда действует первый по порядку. Эти школы показаны отдельно.

diag-overlapping-sum = В сводной строке «{ $value }» складываются пересекающиеся части: { $other }.
diag-overlapping-sum-help = Одна и та же школа попала в обе и была бы сосчитана дважды. Оставьте в сумме только то, что не пересекается.

## Editions

diag-unknown-edition = Редакции «{ $value }» в svod.toml нет.
diag-unknown-edition-help = Исправьте id после --edition или объявите такую редакцию в svod.toml.{ diag-nearest }{ diag-known }

diag-unknown-withheld = Скрывать «{ $value }» нечего: ни показателя, ни таблицы данных с таким именем нет.
diag-unknown-withheld-help = Исправьте имя в списке withhold. Таблицы municipalities, schools и results скрыть нельзя: школы скрывает ключ schools.{ diag-nearest }{ diag-known }

diag-code-key = Для кодов школ нужен секрет — ключ code_key не короче { $value } знаков.
diag-code-key-help = Впишите в редакцию code_key = "…" — случайную строку, которую знаете только вы. По ней из id школ получаются коды; пока она не меняется, не меняются и коды.

diag-bad-smallest = Наименьшее показываемое число { $value } не годится.
diag-bad-smallest-help = Напишите целое число от 1 до { $other }, например smallest = 5.

diag-withheld-figure = Вставка «{ $value }» спрашивает число таблицы «{ $table }», которое эта редакция скрывает.
diag-withheld-figure-help = Напечатать вместо него «скрыто» можно, а сравнить с ним или назвать школы за ним нельзя. Спросите сначала has("{ $table }", …) или перепишите условие.

diag-withheld-school = Текст называет школу, которую эта редакция не показывает: «{ $value }».
diag-withheld-school-help = Уберите название школы, её id и ссылку на неё из текста или соберите редакцию, в которой школы названы (schools = "named").

## Foreign layouts

diag-source-column-twice = Столбец «{ $column }» описан дважды.
diag-source-column-twice-help = Столбец таблицы берётся из одного места: из столбца файла, из имени файла или листа либо из раздела constants. Оставьте одно.

diag-source-gaps-differ = В заголовках «{ $value }» и «{ $other }» в фигурных скобках разное, и их столбцы не сойдутся в одну строку.
diag-source-gaps-differ-help = Поставьте в оба заголовка одни и те же имена в фигурных скобках или опишите столбцы двумя разделами [[source]].

diag-source-table = Таблицы «{ $value }» svod не знает.
diag-source-table-help = Исправьте имя или опишите столбцы таблицы в methodology.toml, в разделе [data.имя].{ diag-nearest }{ diag-known }

diag-source-without = Не сказано, откуда взять столбец «{ $column }» таблицы «{ $table }».
diag-source-without-help = Назовите его заголовок в разделе [source.columns] или, если он одинаков во всех строках, само значение в разделе [source.constants].{ diag-nearest }

diag-source-file = Файла «{ $value }» в папке с данными нет.
diag-source-file-help = Исправьте имя в настройке file или положите файл в папку. Знак * в имени заменяет любые знаки.{ diag-nearest }

diag-source-sheet = В книге «{ $file }» нет листа «{ $value }».
diag-source-sheet-help = Исправьте настройку sheet. Если её убрать, будет прочитан первый лист.{ diag-nearest }{ diag-known }

diag-source-heading = Заголовка «{ $value }» в файле нет.
diag-source-heading-help = Впишите в svod.toml заголовок так, как он стоит в файле: регистр букв, пробелы и переносы не важны. Если шапка из нескольких строк, соедините их через « / »: «2022 / Участники». Если svod нашёл не ту шапку, назовите её строку настройкой header.{ diag-nearest }{ diag-known }

diag-skipped-rows = Пропущено строк, в которых не данные: { $value }. Они начинаются так: { $other }.
diag-skipped-rows-help = Проверьте, нет ли среди них школ. Итоги сверены с суммой строк над ними.

diag-total-mismatch = В итоговой строке столбца «{ $column }» { $value }, а сумма строк над ней { $other }.
diag-total-mismatch-help = Проверьте, все ли строки есть в файле и верен ли итог. В отчёт итоговая строка не попадает.

diag-unknown-name = Названия «{ $value }» нет в таблице { $table }.
diag-unknown-name-help = Исправьте название: оно должно совпадать со столбцом name, регистр и пробелы не важны. Если это итог или примечание, впишите начало строки в настройку skip раздела [[source]].{ diag-nearest }{ diag-known }

diag-ambiguous-name = Название «{ $value }» в таблице { $table } носят несколько: { $known }.
diag-ambiguous-name-help = Опишите в разделе [source.columns] столбец municipality, если он есть в файле, или замените в файле название на id.

diag-share-or-percent = В столбце «{ $column }» все числа не больше единицы: непонятно, доли это или проценты.
diag-share-or-percent-help = Скажите в svod.toml: у столбца unit = "fraction" — доли от 0 до 1, unit = "percent" — проценты. В канонической таблице поставьте к числам знак %.

diag-bad-percent = «{ $value }» в столбце «{ $column }» — не доля участников.
diag-bad-percent-help = Нужно число от 0 до 100, например 35,7 или 35,7 %. Если данных нет, напишите «н/д».

diag-percent-over-100 = В столбце «{ $column }» больше ста процентов: «{ $value }».
diag-percent-over-100-help = Доля не бывает больше 100 %. Проверьте, нет ли лишней цифры и не количество ли это.

## Narrative, templates, theme

diag-bad-front-matter = Шапка страницы не найдена или не закрыта.
diag-bad-front-matter-help = Начните файл так: строка +++, под ней title = "Название", под ней ещё одна строка +++, затем текст.

diag-open-tag = Вставка начата, но не закрыта.
diag-open-tag-help = Вставка с числом закрывается двумя фигурными скобками, условие — знаком процента и фигурной скобкой. Допишите их.

diag-long-tag = Вставок или знаков во вставке больше, чем можно: { $value }.
diag-long-tag-help = Разделите вставку на несколько или текст на несколько страниц.

diag-long-settings = Файл настроек «{ $file }» слишком велик: в нём больше { $value } байт.
diag-long-settings-help = В настройках не место данным: перенесите их в таблицы папки data.

diag-long-text = Текст со вставленными числами и именами длиннее, чем можно: { $value } байт.
diag-long-text-help = Назовите меньше школ (limit) или разделите текст на несколько страниц.

diag-statement-in-text = Команды «{ $value }» в тексте не бывает.
diag-statement-in-text-help = В тексте бывают только условия: if, elif, else, endif.{ diag-nearest }

diag-filter-in-text = Знак «|» во вставке текста не действует.
diag-filter-in-text-help = Уберите его вместе со словом после него: вид числа задаёт сама вставка.

diag-unknown-call = Вставки «{ $value }» нет.
diag-unknown-call-help = Исправьте имя.{ diag-nearest }{ diag-known }

diag-unknown-argument = У вставки «{ $other }» нет уточнения «{ $value }».
diag-unknown-argument-help = Исправьте имя перед знаком равенства или уберите его.{ diag-nearest }{ diag-known }

diag-missing-argument = Вставке «{ $other }» не хватает уточнения «{ $value }».
diag-missing-argument-help = Допишите его через запятую: { $value }="…".{ diag-known }

diag-bad-argument = Уточнение «{ $value }» вставки «{ $other }» задано не так.
diag-bad-argument-help = Имена, id и годы пишутся в кавычках, целые числа — без них.

diag-no-form = Не сказано, как пишется «{ $value }» в этом падеже.
diag-no-form-help = Имена svod не склоняет. Добавьте в таблицу { $table } столбец { $column } и впишите форму или перестройте предложение так, чтобы имя стояло в именительном падеже.

diag-bad-condition = Условие «{ $value }» не прочитано.
diag-bad-condition-help = Условие пишется так: признак = категория; несколько категорий соединяет or, числа сравнивают знаками <, <=, > и >=, а несколько условий соединяет and: where="местность = село and isbsh < 40".

diag-many-tables = Таблиц, объявленных прямо в текстах, больше { $value }.
diag-many-tables-help = Оставьте нужные; общие для многих страниц опишите в methodology.toml.

diag-table-too-large = В таблице «{ $table }» больше { $value } ячеек.
diag-table-too-large-help = Возьмите для строк или столбцов признак, у которого меньше категорий, или опишите таблицу в methodology.toml.

diag-bad-word = «{ $value }» — не то, чем бывает уточнение «{ $column }».
diag-bad-word-help = Исправьте слово в кавычках.{ diag-nearest }{ diag-allowed }

diag-unknown-fact = О том, чему посвящена эта страница, не известно «{ $value }».
diag-unknown-fact-help = После this и точки стоит одно из известных имён.{ diag-nearest }{ diag-known }

diag-bad-call = Вставка не прочитана: { $reason }.
diag-bad-call-help = Сверьте кавычки, запятые и скобки с примером: percent("list_share", row="2023").

diag-no-such-line = В таблице «{ $table }» нет строки или столбца «{ $value }».
diag-no-such-line-help = Назовите строку или столбец по id или по заголовку, как в таблице.{ diag-nearest }{ diag-known }

diag-empty-cell = Вставке «{ $value }» нечего сказать: в этой ячейке таблицы «{ $table }» нет нужного числа.
diag-empty-cell-help = Выберите другую ячейку. Среднее число пишется вставкой percent; счёта и доли у него нет.

diag-not-schools = Вставка «{ $value }» говорит о школах, а таблица «{ $table }» считает не школы.
diag-not-schools-help = Возьмите count, percent или part и назовите словами то, что сосчитано.

diag-no-figure = У таблицы «{ $value }» нет диаграммы.
diag-no-figure-help = Опишите её в methodology.toml (chart) или вставьте таблицу: table("{ $value }").{ diag-known }

diag-unknown-folder = Текст _default.md стоит в папке «{ $value }», а страниц с общим текстом в ней нет.
diag-unknown-folder-help = Исправьте имя папки.{ diag-nearest }{ diag-allowed }

diag-unknown-page = Текст «{ $value }» лежит в папке порождаемых страниц, а такой страницы нет.
diag-unknown-page-help = Назовите файл по id того, о чём он, или _default.md для всех, или переложите его в другую папку.{ diag-nearest }

diag-insert-in-line = Вставка «{ $value }» должна стоять отдельным абзацем.
diag-insert-in-line-help = Оставьте её одну на строке, с пустыми строками до и после.

diag-contradicted-number = Число «{ $value }» расходится с данными. Вычислено: { $other }.
diag-contradicted-number-help = Замените его вставкой: она возьмёт число из таблицы. Если это слова источника, отметьте их: quoted("…", reason="…").

diag-wrong-share = Доля «{ $value }» не получается из чисел перед ней.
diag-wrong-share-help = Замените её вставкой schools_percent или percent. Если это слова источника, отметьте их: quoted("…", reason="…").

diag-unsupported-number = Число «{ $value }» набрано руками, и на этой странице его ничто не подтверждает.
diag-unsupported-number-help = Замените его вставкой или поместите на страницу таблицу, в которой оно есть. Если это слова источника, отметьте их: quoted("…", reason="…").

diag-raw-html = HTML в тексте не действует: «{ $value }» пропущено.
diag-raw-html-help = Напишите то же средствами Markdown. Если без HTML не обойтись, разрешите его в svod.toml: раздел [content], raw_html = true; опасное всё равно будет убрано.

diag-unknown-callout = Выноска «{ $value }» не получилась.
diag-unknown-callout-help = На первой строке выноски, после знака >, стоит только слово в скобках, например [!Вывод]; сам текст начинается со следующей строки.{ diag-nearest }{ diag-known }

diag-spaced-link = Ссылка не получилась: в адресе «{ $value }» есть пробелы.
diag-spaced-link-help = Заключите адрес в угловые скобки: (<{ $value }>).

diag-missing-alt = У рисунка «{ $value }» нет описания.
diag-missing-alt-help = Скажите в квадратных скобках, что на рисунке: его услышат те, кто рисунка не видит.

diag-broken-link = Ссылка «{ $value }» никуда не ведёт.
diag-broken-link-help = Исправьте адрес или уберите ссылку.{ diag-nearest }

diag-unknown-anchor = На странице «{ $other }» нет места «#{ $value }».
diag-unknown-anchor-help = Исправьте слово после #. Чтобы назвать место самому, поставьте в конце заголовка или подписи знак # и слово латиницей, вместе в фигурных скобках.{ diag-nearest }{ diag-known }

diag-link-scheme = Ссылка «{ $value }» не разрешена.
diag-link-scheme-help = Ссылка бывает на файл рядом с текстом, на страницу, на место страницы (#…), на школу, муниципалитет, процедуру, группу, таблицу или документ по id (school:…), на адрес https:// или на почту.{ diag-nearest }{ diag-allowed }

diag-link-outside = Ссылка «{ $value }» ведёт за пределы папки content.
diag-link-outside-help = Положите файл рядом с текстом и сошлитесь на него оттуда.

diag-no-such-file = Файла «{ $file }», к которому ведёт ссылка, нет.
diag-no-such-file-help = Положите файл на это место или исправьте адрес: он пишется от папки, в которой лежит текст.{ diag-nearest }

diag-linked-file = «{ $file }» — не файл, а ярлык (символическая ссылка).
diag-linked-file-help = Положите в папку сам файл: по ярлыкам svod не ходит.

diag-attachment-kind = Файл «{ $file }» нельзя приложить: такие файлы может исполнить браузер.
diag-attachment-kind-help = Сохраните его как PDF, документ или изображение PNG.{ diag-allowed }

diag-bare-link = У ссылки «{ $value }» нет слов, и назвать это место нечем.
diag-bare-link-help = Напишите слова в квадратных скобках. Без слов можно сослаться на таблицу, рисунок, страницу, школу, муниципалитет, процедуру, группу, документ или файл.

diag-number-elsewhere = Таблица или рисунок «{ $value }» — на другой странице, а там номера свои.
diag-number-elsewhere-help = Назовите страницу словами: [таблица на странице «…»](…). Сквозные номера включает svod.toml: раздел [content], numbering = "site".

diag-bad-template = Ошибка в шаблоне «{ $file }»: { $reason }.
diag-bad-template-help = Исправьте шаблон. Если убрать его из папки сайта, будет работать шаблон темы.

diag-unknown-theme = Темы «{ $value }» нет.
diag-unknown-theme-help = Исправьте имя темы в svod.toml или положите её в папку themes.{ diag-nearest }{ diag-known }

diag-bad-import = Лист стилей «{ $value }» сюда не вставить.
diag-bad-import-help = Часть стилей вставляет строка @import url("имя.css"); такой файл должен лежать в той же папке темы и не вставлять этот.{ diag-nearest }{ diag-known }

diag-path-taken = На адрес «{ $value }» претендует ещё и «{ $other }».
diag-path-taken-help = Переименуйте один из двух файлов.

## Before publication

diag-not-stated = { $column ->
    [date] В svod.toml нет даты отчёта
   *[other] В svod.toml не сказано, кто выпускает отчёт
}.
diag-not-stated-help = { $column ->
    [date] Добавьте день, на который составлен отчёт: date = "2024-02-01". По нему видно, что просрочено и какая редакция новее.
   *[other] Добавьте название организации: publisher = "Институт развития образования". Оно стоит внизу каждой страницы.
}

diag-no-contact = Читателю некому написать: ни у кого в таблице contacts нет телефона, почты или адреса.
diag-no-contact-help = Добавьте data/contacts.csv: organisation, role, phone, email, address. К контактам ведёт страница «Доступность», которая есть в каждом отчёте. Если страницы у редакции перечислены (pages), впишите туда и contacts.

diag-open-to-all = Отчёт называет школы и их результаты, будет стоять в сети и открыт поисковым системам, а для кого он, не сказано.
diag-open-to-all-help = Объявите в svod.toml редакцию: [[edition]] с id, title и audience. В редакции для всех школы можно скрыть (schools = "omitted"), а малые числа придержать (smallest = 10); от поисковых систем закрывает robots = "noindex".

diag-report-before-year = Дата отчёта { $value } раньше года, за который он составлен: { $other }.
diag-report-before-year-help = Похоже, svod.toml остался от прошлого отчёта. Исправьте date или years.current в methodology.toml.

diag-title-of-other-year = В названии отчёта стоит { $value } год, а отчёт — о процедурах { $other } года.
diag-title-of-other-year-help = Похоже, название осталось от прошлого отчёта. Исправьте title или years.current в methodology.toml.

diag-example-left = Осталось от учебного примера: { $value }.
diag-example-left-help = Это svod new положил, чтобы было с чего начать; область и школы в нём выдуманы. Замените своим или удалите.

diag-placeholder = Осталась пометка для себя: «{ $value }».
diag-placeholder-help = Напишите то, что здесь должно стоять, или уберите пометку: читатель увидит её как есть.

diag-empty-text = У страницы «{ $value }» есть название, но нет ни текста, ни таблиц.
diag-empty-text-help = Напишите текст или удалите файл: страница уйдёт из меню сама.

diag-unjudged-measure = О мере не сказано, сработала ли она и что с ней делать дальше: «{ $value }».
diag-unjudged-measure-help = Впишите решение в столбец verdict (сохранить, усилить, изменить, отказаться) или оценку в judgement (эффективна, недостаточно эффективна, малоэффективна). Отчёт без анализа мер не замыкает управленческий цикл.

diag-passed-term = Срок { $other } прошёл, а выполнено ли, не сказано: «{ $value }».
diag-passed-term-help = Впишите в столбец status: выполнено, в работе, отменено. Невыполненное в срок отчёт назовёт просроченным.

diag-later-than-report = Документ или решение от { $value }, а отчёт составлен раньше: { $other }.
diag-later-than-report-help = Проверьте обе даты. Если отчёт дополнен после этого документа, измените date в svod.toml.

## Writing

diag-taken-port = Порт { $value } на этом компьютере не открыть: { $reason }.
diag-taken-port-help = Возможно, svod serve уже запущен в другом окне. Закройте его или задайте другой порт: svod serve --port 0.

diag-cannot-write = Не удалось записать «{ $file }»: { $reason }.
diag-cannot-write-help = Проверьте, есть ли место на диске и право записи и не открыт ли файл в другой программе.

diag-not-a-site = В папке «{ $file }» нет файла svod.toml: это не папка сайта.
diag-not-a-site-help = Перейдите в папку сайта или назовите её: --root ПАПКА. Новый сайт создаёт команда svod new ПАПКА.

diag-foreign-output = В папке «{ $file }» лежит то, чего svod не создавал, поэтому он ничего в ней не тронет.
diag-foreign-output-help = Назовите другую папку: --out ПАПКА. Или освободите эту.

diag-folder-not-empty = Папка «{ $file }» не пуста, поэтому svod ничего в неё не положит.
diag-folder-not-empty-help = Назовите другую папку: svod создаст её сам.

## Imported reports of other systems

diag-broken-export = Файл «{ $file }» повреждён: его части противоречат друг другу.
diag-broken-export-help = Откройте файл в Excel или LibreOffice, сохраните заново как .xlsx и повторите. Если он не открывается, выгрузите отчёт ещё раз.

diag-unknown-layout = В файле «{ $file }» нет ни одной таблицы, которую svod import узнаёт по заголовкам.
diag-unknown-layout-help = Какие отчёты он узнаёт и какие у них заголовки, написано в руководстве, в разделе «Отчёты других систем». Таблицу в ином виде опишите в svod.toml, в разделе [[source]].

diag-incomplete-layout = Файл «{ $file }» похож на отчёт «{ $kind ->
    [mark-statistics] ВПР. Статистика по отметкам
    [flat] ВПР. Таблица по школам
    [individual] ВПР. Индивидуальные результаты
    [journal-marks] ВПР. Сравнение отметок с отметками по журналу
    [protocol] Протокол экзамена
   *[mark-codes] ОГЭ. Отметки по кодам школ
}», но столбца «{ $column }» в нём нет.
diag-incomplete-layout-help = Выгрузите отчёт целиком. Если столбец есть, но назван иначе, назовите его «{ $column }».

diag-unread-sheet = Этот лист файла «{ $file }» не узнан и не прочитан.
diag-unread-sheet-help = Если на нём результаты, проверьте его заголовки по руководству; если нет, ничего делать не нужно.

diag-repeated-file = Файл «{ $file }» — точная копия файла, указанного раньше; второй раз он не прочитан.
diag-repeated-file-help = Уберите копию.

diag-journal-marks = Отчёт «Сравнение отметок с отметками по журналу» узнан, но из него ничего не взято.
diag-journal-marks-help = В отчёте svod нет таблицы, куда вошли бы доли понизивших, подтвердивших и повысивших отметку: по ним не вычисляются ни перечни, ни кластеры. Файл «{ $file }» можно не указывать.

diag-no-procedure-said = Не понять, какой процедуры эта таблица: в заголовках над ней нет ни одной из процедур методики.
diag-no-procedure-said-help = Укажите её: svod import --procedure ИМЯ. Чтобы она узнавалась сама, впишите в methodology.toml, как зовёт предмет этот отчёт: import.names = ["Математика профильная"] или import.codes = ["02"].{ diag-known }

diag-several-procedures = По заголовкам над таблицей подходят несколько процедур: { $known }.
diag-several-procedures-help = Укажите нужную: svod import --procedure ИМЯ. Чтобы они различались сами, впишите в methodology.toml каждой из них названия предмета, как в отчётах: import.names = ["Математика профильная"].

diag-no-year-said = Не понять, какого года эта таблица: в заголовках над ней года нет.
diag-no-year-said-help = Укажите его: svod import --year 2025.

diag-no-minimum = В методике не сказано, с какого балла процедура «{ $value }» в { $other } году сдана.
diag-no-minimum-help = Впишите в methodology.toml, в раздел этой процедуры, наименьший балл, при котором порог преодолён: import.{ $column } = … или, если он менялся, import.{ $column }.{ $other } = …. Умолчания нет: svod не вправе угадывать порог.

diag-marks-not-whole = Доли или числа получивших отметки (баллы) в сумме дают { $value }: это ни 100 %, ни число участников ({ $other }).
diag-marks-not-whole-help = Проверьте строку: не потерян ли столбец, нет ли описки. В готовом отчёте ФИС ОКО сумма сходится с точностью до округления.

diag-imported-name = Названия «{ $value }» нет в таблице { $table }.
diag-imported-name-help = Если это школа или муниципалитет региона, впишите это название в столбец aliases таблицы { $table }, а логин или код школы — в столбец exam_code. Если его в отчёте быть не должно, повторите с ключом --skip-unknown.{ diag-nearest }

diag-same-name = Название «{ $value }» в таблице { $table } носят несколько: { $known }.
diag-same-name-help = Без муниципалитета и логина их не различить. Выгрузите отчёт, в котором есть столбец «Муниципалитет» или «Логин», или замените в файле название на id.

diag-unknown-pupil-school = Школы, которая здесь названа, нет в таблице schools: её участников { $value }.
diag-unknown-pupil-school-help = Впишите её код или логин в столбец exam_code таблицы schools. Само значение svod не показывает: рядом данные людей. Если школы в отчёте быть не должно, повторите с ключом --skip-unknown.{ diag-nearest }

diag-left-out-school = Строка школы или муниципалитета, которых нет в таблицах, пропущена (строк: { $value }).
diag-left-out-school-help = Так велит ключ --skip-unknown. Чтобы результаты вошли в отчёт, впишите название в aliases или код в exam_code и повторите без него.

diag-bad-pupil-cell = В столбце «{ $column }» { $kind ->
    [mark] не отметка от 1 до 5
    [score] не балл
   *[number] не то число, которое здесь может быть
}.
diag-bad-pupil-cell-help = Исправьте эту ячейку в файле: в ней должно быть целое число или пусто. Само значение svod не показывает: рядом данные людей. Если неверен весь столбец, проверьте, не сдвинуты ли столбцы.

diag-block-mismatch = В заголовке школы участников { $value }, а строк с отметкой под ним { $other }.
diag-block-mismatch-help = Проверьте, целиком ли выгружен отчёт. В таблицу попадёт число строк с отметкой.

diag-schools-mismatch = У муниципалитета участников { $value }, а у его школ в этой таблице вместе { $other }.
diag-schools-mismatch-help = Проверьте, все ли школы есть в отчёте. В таблицу попадают только строки школ.

diag-other-result = У «{ $column }» уже есть другой результат: в таблице { $other }, в этом файле { $value } (не справились / участники).
diag-other-result-help = Выясните, какой верен. Чтобы взять результат из файла, повторите с ключом --replace.

diag-results-elsewhere = Результаты этого сайта лежат в файле «{ $file }»: добавить к нему svod import не может.
diag-results-elsewhere-help = Запишите таблицу в другую папку, svod import --out ПАПКА, и перенесите строки сами. Или переведите данные в results.csv и уберите этот файл.
