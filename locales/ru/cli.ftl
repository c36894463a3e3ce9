# What the commands say. Counted things come from units.ftl, faults from diag.ftl.

## Closing lines

cli-edition = Редакция «{ $title }» ({ $id }).
cli-edition-for = Редакция «{ $title }» ({ $id }): { $audience }.
cli-done = Готово: { $pages }, { $tables } за { $seconds }. Указатель поиска: { $search }.
cli-done-where = Откройте в браузере { $folder }/index.html
cli-packed = Готово: { $file }, { $packed }. В архиве { $files }, распакованные — { $size }; открывать index.html.
cli-packed-single = Готово: { $file }, { $packed }. В файле { $files }; открывается двойным щелчком.
cli-printed = Готово: { $file }, { $size }.
cli-created =
    Готово: в папке { $folder } лежит небольшой отчёт о выдуманной области.

    Что дальше:
      svod build --root { $argument }
          построить отчёт; потом откройте { $folder }/public/index.html
      svod check --root { $argument }
          проверить данные и тексты, ничего не записывая

    Что в каких файлах, написано в { $folder }/README.txt. Заменяйте их своими по одному.
cli-stopped = Найдено: { $found }. Ничего не записано, прежний сайт не тронут.
cli-not-imported = Найдено: { $found }. Ничего не записано.
cli-checked = Найдено: { $found }.
cli-figures = Чисел в текстах { $n }, из них вычислено { $computed } ({ $percent }).
cli-checked-clean = Замечаний нет.
cli-released-clean = Всё готово к публикации.
cli-released = К публикации не готово: { $found }.
cli-released-editions = Проверены редакции: { $titles }.
cli-released-some = Проверены редакции: { $titles }; из них готово: { $ready }.

## The preview

serve-at =
    Отчёт открыт по адресу { $url }
    Правьте и сохраняйте файлы: страница обновится сама. Закончить: Ctrl+C.
serve-reloaded = Прочитано заново за { $seconds }.
serve-no-browser = Браузер не открылся: откройте адрес сами.
serve-faults = Есть ошибки. Показана последняя верная версия страницы.
serve-missing = Страницы «{ $path }» в отчёте нет.

## Stages

cli-stage-read = Читаю данные
cli-stage-check = Проверяю
cli-stage-compute = Считаю таблицы
cli-stage-export = Готовлю таблицы для Excel
cli-stage-render = Готовлю страницы
cli-stage-write = Записываю сайт

## Around a fault

cli-fault-column = столбец «{ $header }»
cli-fault-column-number = столбец { $number }
cli-fault-more = Всего таких мест: { $n }. Ещё, например: { $places }
cli-fault-first = Впервые здесь: { $places }
cli-fault-see = Связано с этим: { $places }
cli-fault-help = Что сделать: { $text }
cli-fault-code = Код: { $code }

cli-place-cell = { $file }, лист «{ $sheet }», ячейка { $cell }
cli-place-row = { $file }, лист «{ $sheet }», строка { $row }
cli-place-sheet = { $file }, лист «{ $sheet }»

cli-reason-bad-path = такого имени файла не допускает файловая система
cli-reason-busy = этот сайт сейчас записывает другой запуск svod
cli-reason-no-right = нет права записи
cli-reason-no-space = на диске кончилось место
cli-reason-read-only = диск только для чтения
cli-reason-not-a-folder = это файл, а не папка
cli-reason-in-use = папка или файл заняты другой программой

## Wrong usage

usage-unknown-command = Команды «{ $value }» нет.
usage-unknown-argument = Ключ или значение «{ $value }» здесь лишнее.
usage-bad-value = Значение «{ $value }» не подходит для { $argument }.
usage-no-value = После { $argument } нужно значение.
usage-missing = Не указано: { $argument }.
usage-repeated = Ключ { $argument } указан дважды.
usage-choices = Годится: { $value }.
usage-similar = Может быть, «{ $value }»?
usage-help = Справка: svod --help

## Help

help-usage = Как вызвать:
help-commands = Команды
help-arguments = Что указать
help-options = Ключи

help-value-dir = ПАПКА
help-value-file = ФАЙЛ
help-value-id = ИМЯ
help-value-url = АДРЕС
help-value-page = СТРАНИЦА
help-value-path = ПУТЬ
help-value-shell = ОБОЛОЧКА
help-value-command = КОМАНДА
help-value-lang = ЯЗЫК
help-value-n = ЧИСЛО
help-value-format = ВИД
help-value-procedure = ПРОЦЕДУРА
help-value-year = ГОД
help-value-table = ТАБЛИЦА
help-value-row = СТРОКА
help-value-column = СТОЛБЕЦ
help-value-port = ПОРТ
help-value-seconds = СЕКУНДЫ

help-svod = svod собирает из таблиц и текстов готовый отчёт: сайт, который открывается и без сети.
help-svod-usage = svod [КЛЮЧИ] КОМАНДА
help-svod-examples =
    Примеры:
      svod new отчёт-2024            начать новый отчёт
      svod check                     проверить данные и тексты, ничего не записывая
      svod build                     собрать сайт в папку public
      svod build --help              все ключи команды
      svod --root отчёт-2022 build   собрать сайт из другой папки

    Сайт собирается из папки, где лежит svod.toml. Если в данных есть ошибки, svod покажет их все
    сразу, а прежний сайт останется как был. Код завершения: 0 — сделано, 1 — ошибки в данных,
    2 — неверный вызов.
help-svod-root = Папка сайта, где лежит svod.toml (если не указать — текущая)
help-svod-lang = Язык сообщений: ru или en (если не указать — ru)
help-svod-quiet = Сообщать только об ошибках и предупреждениях
help-svod-help = Показать эту справку
help-svod-version = Показать версию

help-new = Начать новый отчёт: папка с небольшим примером, который объясняет сам себя
help-new-usage = svod new ПАПКА [КЛЮЧИ]
help-new-dir = Какую папку создать; если она уже есть, она должна быть пуста
help-new-examples =
    Примеры:
      svod new отчёт-2024              создать папку
      svod build --root отчёт-2024     построить из неё отчёт

    Вопросов svod не задаёт. В папке лежит отчёт о выдуманной области, где есть каждый раздел;
    пояснения — в самих файлах и в README.txt. Заменяйте файлы своими по одному.

help-build = Собрать сайт
help-build-usage = svod build [КЛЮЧИ]
help-build-edition = Редакция, по id из svod.toml (если не указать — первая объявленная)
help-build-year = Отчёт за прежний год, например 2023 (если не указать — нынешний)
help-build-out = Куда записать сайт (если не указать — папка public рядом с svod.toml)
help-build-base_url = Адрес, по которому сайт будет стоять, например https://example.ru/otchet/: с ним есть карта сайта, лента и картинка для ссылок
help-build-jobs = Сколько потоков занять (если не указать — по числу процессоров)
help-build-timings = Показать, сколько времени занял каждый шаг
help-build-format = Как показывать ошибки: text — для чтения, json — для программ, по одной в строке
help-build-examples =
    Примеры:
      svod build                       собрать сайт в папку public
      svod build --out D:\отчёт        собрать сразу на флешку
      svod build --format json         ошибки в виде, понятном программам

    Новый сайт заменяет прежний целиком и только когда готов. Папку, где есть чужие файлы, svod
    не тронет.

help-archive = Собрать отчёт одним файлом: архивом или страницей для почты
help-archive-usage = svod archive [КЛЮЧИ]
help-archive-edition = Редакция, по id из svod.toml (если не указать — первая объявленная)
help-archive-year = Отчёт за прежний год, например 2023 (если не указать — нынешний)
help-archive-out = Какой файл записать (если не указать — report.zip рядом с svod.toml; с --single-file — report.html или ИМЯ.html)
help-archive-base_url = Адрес, по которому сайт будет стоять, например https://example.ru/otchet/: с ним есть карта сайта, лента и картинка для ссылок
help-archive-single_file = Один файл HTML, где всё внутри: открывается двойным щелчком, можно послать почтой
help-archive-municipality = О каком муниципалитете файл: имя из таблицы municipalities (если не указать — весь регион)
help-archive-examples =
    Примеры:
      svod archive                                           весь сайт в report.zip
      svod archive --out D:\отчёт.zip                        сразу на флешку
      svod archive --single-file --municipality uglichsky    страницы муниципалитета и его школ одним файлом

    Из тех же данных получается тот же архив, байт в байт. Внутри — SHA256SUMS с контрольными суммами
    файлов. Прежний файл с тем же именем заменяется, когда новый готов.

help-check = Проверить данные, методику и тексты, ничего не записывая
help-check-usage = svod check [КЛЮЧИ]
help-check-edition = Редакция, по id из svod.toml (если не указать — первая объявленная)
help-check-year = Отчёт за прежний год, например 2023 (если не указать — нынешний)
help-check-strict = Считать ошибками и предупреждения
help-check-release = Проверить всё, что нужно перед публикацией, во всех редакциях; предупреждений не пропускать
help-check-base_url = Где будет стоять сайт, например https://example.ru/otchet/ (вместе с --release)
help-check-format = Как показывать ошибки: text — для чтения, json — для программ, по одной в строке
help-check-examples =
    Примеры:
      svod check                  все ошибки и предупреждения сразу
      svod check --strict         не пропустить и предупреждений
      svod check --release        перед публикацией: не осталось ли примера, пометок для себя, мер без решения

help-import = Взять результаты из отчётов ФИС ОКО и протоколов экзаменов
help-import-usage = svod import ФАЙЛ… [КЛЮЧИ]
help-import-files = Файлы отчётов или папки с ними: .xlsx, .xls, .ods, .csv
help-import-out = Папка, к файлу results.csv которой добавить (если не указать — папка данных сайта)
help-import-stdout = Напечатать взятые строки и ничего не записывать
help-import-procedure = Процедура для таблиц, в заголовке которых её нет: имя из methodology.toml
help-import-year = Год для таблиц, в заголовке которых его нет
help-import-replace = Заменять результаты, которые уже есть и отличаются
help-import-skip_unknown = Пропускать школы, которых нет в таблицах
help-import-format = Вид сообщений: text — для чтения, json — для программ, по одному в строке
help-import-examples =
    Примеры:
      svod import выгрузка.xlsx                 добавить к data/results.csv
      svod import ВПР/                          все файлы папки
      svod import впр.xlsx --stdout             посмотреть, ничего не записывая
      svod import протокол.xls --procedure ege_rus --year 2022

    Отчёт узнаётся по заголовкам столбцов: статистика по отметкам, таблицы по школам,
    индивидуальные результаты ВПР, протоколы ЕГЭ и ОГЭ. Участники сразу складываются по школам:
    ни имён, ни кодов, ни номеров документов svod не записывает и не показывает. Пока есть хоть
    одна ошибка, ничего не записывается; прежние строки results.csv остаются на месте.

help-table = Показать одну таблицу
help-table-usage = svod table ТАБЛИЦА [КЛЮЧИ]
help-table-edition = Редакция, по id из svod.toml (если не указать — первая объявленная)
help-table-year = Отчёт за прежний год, например 2023 (если не указать — нынешний)
help-table-id = Имя таблицы в methodology.toml
help-table-format = Вид: text — для чтения, csv, json или md — для Markdown (если не указать — text)
help-table-examples =
    Примеры:
      svod table clusters                          таблица на экране
      svod table clusters --format csv > t.csv     она же в файл

help-explain = Показать школы и строки данных, из которых получилась одна цифра
help-explain-usage = svod explain ТАБЛИЦА СТРОКА СТОЛБЕЦ [КЛЮЧИ]
help-explain-edition = Редакция, по id из svod.toml (если не указать — первая объявленная)
help-explain-year = Отчёт за прежний год, например 2023 (если не указать — нынешний)
help-explain-table = Имя таблицы в methodology.toml
help-explain-row = Имя строки, как в первом столбце файла tables/ТАБЛИЦА.csv
help-explain-column = Имя столбца, как во втором столбце того же файла
help-explain-examples =
    Пример:
      svod explain clusters rural high     чьи школы стоят за цифрой и где они в данных

help-serve = Показать отчёт в браузере и обновлять его, пока вы правите данные и тексты
help-serve-usage = svod serve [КЛЮЧИ]
help-serve-edition = Редакция, по id из svod.toml (если не указать — первая объявленная)
help-serve-port = Порт на этом компьютере (если не задан, 4380; 0 — любой свободный)
help-serve-open = Сразу открыть браузер
help-serve-examples =
    Пример:
      svod serve --open      правьте файлы: после каждого сохранения страница обновится сама

help-print = Напечатать страницы в файл PDF
help-print-edition = Редакция, по id из svod.toml (если не указать — первая объявленная)
help-print-year = Отчёт за прежний год, например 2023 (если не указать — нынешний)
help-print-usage = svod print СТРАНИЦА… [КЛЮЧИ]
help-print-pages = Страницы, как называются их файлы в сайте: municipalities/uglichsky
help-print-out = Какой файл записать (если не указать — файл с именем первой страницы рядом с svod.toml)
help-print-browser = Программа браузера (если не указать — Chromium, Chrome или Edge, какой найдётся)
help-print-wait = Сколько секунд ждать браузер
help-print-examples =
    Примеры:
      svod print municipalities/uglichsky                    страница муниципалитета
      svod print index analysis/risks --out D:\отчёт.pdf     несколько страниц одним файлом

    Печатает браузер, который уже стоит на этом компьютере; svod только просит его об этом и не ждёт
    дольше, чем сказано. Собирать сайт заранее не нужно.

help-completions = Напечатать подсказки команд для оболочки
help-completions-usage = svod completions ОБОЛОЧКА
help-completions-shell = Оболочка: bash, elvish, fish, powershell или zsh
help-completions-examples =
    Примеры:
      svod completions bash > ~/.local/share/bash-completion/completions/svod
      svod completions powershell >> $PROFILE

help-man = Напечатать страницу руководства man
help-man-usage = svod man [КОМАНДА]
help-man-command = О какой команде страница (если не указать — о программе)
help-man-examples =
    Примеры:
      svod man > svod.1                  страница о программе
      svod man build > svod-build.1      страница о команде

man-name = НАЗВАНИЕ
man-synopsis = КАК ВЫЗВАТЬ
man-options = КЛЮЧИ
man-commands = КОМАНДЫ
man-examples = ПОДРОБНОСТИ
