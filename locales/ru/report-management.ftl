# Документы, мероприятия, контакты, меры, рамка сопровождения.

## Documents

report-documents = Документы
documents-lead = { $n ->
    [one] { $n } документ, на который опирается отчёт.
    [few] { $n } документа, на которые опирается отчёт.
   *[many] { $n } документов, на которые опирается отчёт.
}
documents-of-kind = { $slug ->
    [prikaz] Приказы
    [rasporyazhenie] Распоряжения
    [postanovlenie] Постановления
    [pismo] Письма
    [protokol] Протоколы
    [prilozhenie] Приложения
    [polozhenie] Положения
    [kontseptsiya] Концепции
    [metodika] Методики
    [plan] Планы
    [spravka] Справки
    [otchet] Отчёты
   *[other] { $kind }
}
documents-other = Другие документы
document-dated = от{"\u00A0"}{ $date }
document-numbered = №{"\u00A0"}{ $number }
document-name = { $citation } — { $title }
document-basis-of-list = Основание правил перечня
document-file-title = Файл
document-download = скачать
document-file = { $text } ({ $said })
file-kind-and-size = { $kind }, { $size }
cited-decision = решение: { $words }
document-cited = Где упомянут


## Events

report-events = Мероприятия
events-lead = { $n ->
    [one] { $n } мероприятие; к нему приложены документы, если они есть.
    [few] { $n } мероприятия; к каждому приложены документы, если они есть.
   *[many] { $n } мероприятий; к каждому приложены документы, если они есть.
}
events-of-year = { $year } год
events-undated = Без даты
events-count = { $n ->
    [one] { $n } мероприятие.
    [few] { $n } мероприятия.
   *[many] { $n } мероприятий.
}
event-documents = Материалы

## Contacts

report-contacts = Контакты
contacts-lead = { $n ->
    [one] { $n } контакт: к кому обращаться.
    [few] { $n } контакта: к кому обращаться.
   *[many] { $n } контактов: к кому обращаться.
}
contact-phone = Телефон
contact-email = Электронная почта
contact-address = Адрес

## Measures

measures-of-region = Что сработало и что дальше
report-measures = Меры и их результат
measures-title = Меры и их результат
measures-owner = Страница с таблицами
measure-effect = Положительный эффект
measure-problem = Проблема
measure-proposal = Предложение
measure-judgement = Оценка действенности
measure-verdict = Решение о мере
measure-evidence = На чём основано
measure-document = Документ
judgement-effective = эффективна
judgement-insufficient = недостаточно эффективна
judgement-weak = малоэффективна
verdict-keep = сохранить
verdict-strengthen = усилить
verdict-change = изменить
verdict-drop = отказаться
measures-count = { $n ->
    [one] { $n } мера; решение о ней в данных не названо.
    [few] { $n } меры; решения о них в данных не названы.
   *[many] { $n } мер; решения о них в данных не названы.
}
measures-summary = { $n ->
    [one] { $n } мера
    [few] { $n } меры
   *[many] { $n } мер
}: { $list }.
measures-part-keep = сохранить — { $n }
measures-part-strengthen = усилить — { $n }
measures-part-change = изменить — { $n }
measures-part-drop = отказаться — { $n }
measures-part-open = решение не названо — { $n }
finding-listing = { $n ->
    [one] В списке { $n } школа.
    [few] В списке { $n } школы.
   *[many] В списке { $n } школ.
}

indicators-title = Показатели программы
indicators-note = Пояснение
indicators-base = Значения приведены так, как их дали: слова вместо числа тоже значение.
indicators-of = Показатели программы: { $owner }
indicators-lead = { $dates }: { $n ->
    [one] { $n } показатель.
    [few] { $n } показателя.
   *[many] { $n } показателей.
}
month-of-year = { $month } { $year }{"\u00A0"}г.
month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь

## Frame of support

report-frame = Рамка сопровождения
frame-direction = Направление
frame-lead = { $n ->
    [one] { $n } направление поддержки
    [few] { $n } направления поддержки
   *[many] { $n } направлений поддержки
} для { $clusters ->
    [one] { $clusters } группы школ
   *[many] { $clusters } групп школ
}: что предусмотрено и кто отвечает.
frame-base = База: школы перечня { $year } года — { $of }. Под названием кластера — сколько в нём школ; число ведёт к их списку.
frame-schools = Школы кластера «{ $cluster }»
frame-schools-lead = В перечне { $year } года { $n ->
    [0] в этом кластере школ нет.
    [one] в этом кластере { $n } школа.
    [few] в этом кластере { $n } школы.
   *[many] в этом кластере { $n } школ.
}
frame-schools-outside = Школы вне перечня { $year } года
frame-schools-outside-lead = Вне перечня { $year } года { $n ->
    [0] школ нет.
    [one] { $n } школа.
    [few] { $n } школы.
   *[many] { $n } школ.
}
frame-responsible = Отвечают: { $who }
frame-blank-sign = —
frame-blank = не предусмотрено
frame-of-school = Что предусмотрено для школ кластера «{ $cluster }»
frame-of-school-outside = Что предусмотрено для школ вне перечня
frame-of-school-lead = { $n ->
    [one] { $n } направление поддержки по общей рамке сопровождения.
    [few] { $n } направления поддержки по общей рамке сопровождения.
   *[many] { $n } направлений поддержки по общей рамке сопровождения.
}
frame-offered = Что предусмотрено

## The management cycle

cycle-purpose = Цель
cycle-indicators = Показатели
cycle-methods = Методы
cycle-monitoring = Мониторинг
cycle-analysis = Анализ
cycle-recommendations = Рекомендации
cycle-measures = Меры
cycle-decisions = Решения
cycle-effect = Эффективность мер
cycle-plan = План

## Decisions and recommendations

report-decisions = Решения
decision = Решение
decision-addressee = Кому
decision-date = Дата
decision-document = Документ
decision-term = Срок
decisions-lead-plain = { $n ->
    [one] { $n } решение; как оно исполняется, в данных не сказано.
    [few] { $n } решения; как они исполняются, в данных не сказано.
   *[many] { $n } решений; как они исполняются, в данных не сказано.
}
decisions-lead = { $n ->
    [one] { $n } решение
    [few] { $n } решения
   *[many] { $n } решений
}: { $list }.
decisions-lead-on = На { $date } { $n ->
    [one] { $n } решение
    [few] { $n } решения
   *[many] { $n } решений
}: { $list }.
decisions-count = { $n ->
    [one] { $n } решение.
    [few] { $n } решения.
   *[many] { $n } решений.
}
decisions-overdue = Просроченные решения
decisions-open = Действующие решения
decisions-done = Выполненные решения
decisions-cancelled = Отменённые решения

report-recommendations = Рекомендации
recommendation = Рекомендация
recommendations-lead = { $n ->
    [one] { $n } рекомендация по итогам анализа.
    [few] { $n } рекомендации по итогам анализа: каждая названа адресату.
   *[many] { $n } рекомендаций по итогам анализа: каждая названа адресату.
}
recommendations-count = { $n ->
    [one] { $n } рекомендация.
    [few] { $n } рекомендации.
   *[many] { $n } рекомендаций.
}
recommendations-region = Региону
recommendations-municipalities = Муниципалитетам
recommendations-schools = Школам
addressee-region = регион
addressee-municipalities = все муниципалитеты
addressee-schools = все школы
addressee-schools-of = школы: { $municipality }
