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
document-file = { $text } ({ $kind }, { $size })
document-file-bare = { $text } ({ $size })
document-cited = Где упомянут

size-bytes = { $n ->
    [one] { $n }{"\u00A0"}байт
    [few] { $n }{"\u00A0"}байта
   *[many] { $n }{"\u00A0"}байт
}
size-kilobytes = { $n }{"\u00A0"}КБ
size-megabytes = { $n }{"\u00A0"}МБ

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
