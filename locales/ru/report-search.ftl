# Поиск: что и под какими названиями находится.

search-title = Поиск
search-lead = Строка поиска находит школы, муниципалитеты, таблицы и разделы текста по части слова, в любом порядке слов. Ей нужны сценарии браузера; без них всё то же самое есть в списках ниже.
search-indexes = Списки
search-tables = Таблицы и файлы с данными

search-kind-municipality = Муниципалитет
search-kind-school = Школа
search-kind-procedure = Процедура
search-kind-group = Группа
search-kind-list = Перечень
search-kind-variant = Вариант сопровождения
search-kind-risk = Риск
search-kind-warning = Предупреждение
search-kind-text = Текст
search-kind-page = Раздел
search-kind-table = Таблица
search-kind-heading = Часть текста

# Слова, по которым находится каждая школа, как бы она ни называлась.
search-words-school = школа СОШ ООШ НОШ МОУ МБОУ МКОУ МАОУ общеобразовательная

# Чего нет.

missing-title = Такой страницы нет
missing-lead = Адрес устарел или набран с ошибкой. Ничего из отчёта не пропало.
