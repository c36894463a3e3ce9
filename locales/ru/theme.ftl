# Слова оформления: шапка, навигация, подписи под таблицами и рисунками.

theme-skip = К содержанию
theme-menu = Меню
theme-close = Закрыть меню
theme-crumbs = Путь к странице
theme-contents = На этой странице
theme-pager = Соседние страницы
theme-previous = Назад:
theme-next = Дальше:
theme-date = Данные на
theme-figures = Числа — в таблице
theme-table = Страница таблицы
theme-csv = Скачать CSV
theme-sources = Откуда данные
theme-filter = Найти в списке
theme-shown = Показано строк:
theme-sorted = Порядок строк:
theme-ascending = по возрастанию
theme-descending = по убыванию
theme-original = исходный
theme-basis = Основание:
theme-conclusion = Вывод
theme-proposal = Предложение
theme-attention = Внимание
theme-note = Примечание
theme-scroll = Таблица
