# The school's programme: roadmap, target indicators, stages.

## States

roadmap-done = выполнено
roadmap-overdue = просрочено
roadmap-due-soon = срок подходит
roadmap-in-progress = в работе
roadmap-planned = запланировано
roadmap-no-term = без срока
roadmap-unknown = статус не указан
roadmap-cancelled = отменено

target-met = достигнут
target-not-met = не достигнут
target-no-data = нет данных

stage-past = завершён
stage-now = идёт
stage-ahead = впереди

## How many of what

roadmap-summary = { $n ->
    [one] Из { $n } мероприятия
   *[many] Из { $n } мероприятий
} { $list }.
roadmap-summary-on = На { $date } { $n ->
    [one] из { $n } мероприятия
   *[many] из { $n } мероприятий
} { $list }.
roadmap-summary-plain = { $n ->
    [one] { $n } мероприятие; выполнено ли оно
    [few] { $n } мероприятия; выполнены ли они
   *[many] { $n } мероприятий; выполнены ли они
}, в данных не сказано.
roadmap-part-done = { $n ->
    [0] не выполнено ни одного
   *[other] выполнено { $n }
}
roadmap-part-overdue = { $n ->
    [0] просроченных нет
   *[other] просрочено { $n }
}
roadmap-part-due-soon = { $n ->
    [one] срок подходит у { $n }
   *[many] срок подходит у { $n }
}
roadmap-part-in-progress = в работе { $n }
roadmap-part-planned = запланировано { $n }
roadmap-part-no-term = без срока { $n }
roadmap-part-unknown = без статуса { $n }
roadmap-part-cancelled = отменено { $n }

targets-summary = { $n ->
    [one] Из { $n } целевого показателя
   *[many] Из { $n } целевых показателей
} { $list }.
targets-part-met = { $n ->
    [0] не достигнуто ни одного
    [one] достигнут { $n }
   *[many] достигнуто { $n }
}
targets-part-not-met = { $n ->
    [one] не достигнут { $n }
   *[many] не достигнуто { $n }
}
targets-part-no-data = по { $n } нет данных

## Roadmap

roadmap = Дорожная карта
roadmaps = Дорожные карты
roadmap-of = Дорожная карта: { $school }
roadmap-whole = Вся дорожная карта
roadmap-school-page = Страница школы
roadmap-task = Задача, мероприятие
roadmap-activities = Мероприятия
roadmap-activity = Мероприятие
roadmap-term = Срок
roadmap-until = до{"\u00A0"}{ $date }
roadmap-indicator = Показатель
roadmap-responsible = Ответственные
roadmap-risk = Риск
roadmap-status = Состояние
roadmap-status-on = Состояние на { $date }
roadmap-said = { $title }: { $text }
roadmap-tasks = { $tasks ->
    [one] { $tasks } задача
    [few] { $tasks } задачи
   *[many] { $tasks } задач
}, { $n ->
    [one] { $n } мероприятие
    [few] { $n } мероприятия
   *[many] { $n } мероприятий
}.
roadmap-base-all = База: все мероприятия дорожной карты школы.
roadmap-base-urgent = База: мероприятия дорожной карты, которые не выполнены и не отменены и срок которых назван датой.
roadmap-urgent = Просроченное и ближайшее
roadmap-fact = мероприятий дорожной карты выполнено
roadmap-fact-base = из { $n }
roadmap-fact-overdue = просрочено { $n }

## All roadmaps

roadmaps-lead = { $n ->
    [one] Дорожная карта есть у { $n } школы
   *[many] Дорожные карты есть у { $n } школ
} из { $all }.
roadmaps-overdue = Просроченное
roadmaps-overdue-lead = { $n ->
    [one] Просрочено { $n } мероприятие
    [few] Просрочено { $n } мероприятия
   *[many] Просрочено { $n } мероприятий
} { $schools ->
    [one] в { $schools } школе
   *[many] в { $schools } школах
}.
roadmaps-overdue-base = База: школы, в дорожных картах которых есть просроченные мероприятия.
roadmaps-overdue-since = Самый ранний срок
roadmaps-next = Ближайший срок
roadmaps-schools = По школам
roadmaps-schools-lead = { $n ->
    [0] Ни у одной школы дорожная карта ещё не выполнена целиком.
    [one] Целиком дорожную карту выполнила { $n } школа.
    [few] Целиком дорожную карту выполнили { $n } школы.
   *[many] Целиком дорожную карту выполнили { $n } школ.
}
roadmaps-municipalities-lead = { $n ->
    [0] Просроченных мероприятий нет ни в одном муниципальном образовании из { $all }.
    [one] Просроченные мероприятия есть в { $n } муниципальном образовании из { $all }.
   *[many] Просроченные мероприятия есть в { $n } муниципальных образованиях из { $all }.
}
roadmaps-schools-base = База: школы, у которых есть дорожная карта.
roadmaps-activities = Мероприятий

## Targets

targets = Целевые показатели
targets-lead = { $n ->
    [one] Целевые показатели названы в программе { $n } школы
   *[many] Целевые показатели названы в программах { $n } школ
} из { $all }.
targets-school-base = База: целевые показатели программы школы.
targets-schools = По школам
targets-municipalities-lead = { $n ->
    [0] Показателей, которые не достигнуты, нет ни в одном муниципальном образовании из { $all }.
    [one] Недостигнутые показатели есть в { $n } муниципальном образовании из { $all }.
   *[many] Недостигнутые показатели есть в { $n } муниципальных образованиях из { $all }.
}
targets-indicators-lead = { $n ->
    [0] Нет ни одного показателя из { $all }, которого какая-либо школа не достигла.
    [one] { $n } показателя из { $all } достигли не все школы.
   *[many] { $n } показателей из { $all } достигли не все школы.
}
targets-schools-lead = { $n ->
    [0] Показателей, которые не достигнуты, ни у одной школы нет.
    [one] Недостигнутые показатели есть у { $n } школы.
   *[many] Недостигнутые показатели есть у { $n } школ.
}
targets-schools-base = База: школы, в программе которых названы целевые показатели.
targets-count = Показателей
targets-fact = целевых показателей достигнуто
target-of-whom = Среди кого
target-wanted = Цель
target-actual = Факт
target-difference = Отклонение
target-outcome = Итог
target-at-least = не менее { $value }
target-at-most = не более { $value }
target-value-of = { $value } ({ $unit })
target-points = { $value }{"\u00A0"}п.{"\u00A0"}п.
target-short = не хватает { $amount }
target-below = меньше на { $amount }
target-above = больше на { $amount }
target-exact = совпадает
target-bar-note = Полоса — достигнутое значение, черта поперёк неё — цель.

## Stages

stages = Этапы программы
stages-now = { $n ->
    [one] На { $date } идёт этап { $list }.
   *[many] На { $date } идут этапы { $list }.
}
stages-none-now = На { $date } не идёт ни один этап.
stages-count = { $n ->
    [one] { $n } этап
    [few] { $n } этапа
   *[many] { $n } этапов
}.
stages-base = База: этапы программы школы.
stage = Этап
stage-content = Содержание
stage-term = с{"\u00A0"}{ $from } по{"\u00A0"}{ $to }
stage-from = с{"\u00A0"}{ $date }

## A municipality

programme-of-schools = Программы школ
programme-schools-base = База: школы муниципального образования, у которых есть дорожная карта или целевые показатели.
programme-overdue = Просроченные мероприятия
programme-school-activity = Школа, мероприятие
programme-overdue-base = База: мероприятия дорожных карт школ муниципального образования, срок которых прошёл до даты отчёта.
programme-against-risk = Что делают школы: мероприятия против риска
programme-against-risk-lead = В дорожных картах { $schools ->
    [one] { $schools } школы
   *[many] { $schools } школ
} — { $n ->
    [one] { $n } мероприятие
    [few] { $n } мероприятия
   *[many] { $n } мероприятий
} против этого риска.
programme-against-risk-base = База: мероприятия дорожных карт, которые называют этот риск.

## The method

made-roadmap-state = Состояние мероприятия дорожной карты на дату отчёта: по сроку и статусу.
made-target-state = Достигнут ли целевой показатель: факт сравнивается с целью.
made-target = Целевой показатель программы школы, по его тексту.
parameter-roadmap-soon-title = Срок мероприятия
parameter-roadmap-soon = Мероприятие дорожной карты просрочено, если срок прошёл до даты отчёта, а оно не выполнено и не отменено. Срок подходит, если дней до него не больше { $value }.
parameter-roadmap-soon-source = месяц (30 дней), за который мероприятие ещё можно провести в срок.
parameter-check-jump-title = Скачок доли
parameter-check-jump = Сомнительным считается результат, доля которого отличается от прежней больше чем на { $value }{"\u00A0"}п.{"\u00A0"}п.: его перепроверяют.
parameter-check-jump-off = Скачки доли от года к году не перепроверяются.
parameter-check-jump-source = общая практика проверки данных.
parameter-check-fall-title = Убыль участников
parameter-check-fall = Перепроверяются результаты, в которых участников стало меньше на { $value }{"\u00A0"}% и больше.
parameter-check-fall-off = Убыль участников не перепроверяется.
parameter-check-fall-source = общая практика проверки данных.
parameter-check-times-title = Участников во много раз больше или меньше
parameter-check-times = Перепроверяются результаты, в которых участников стало больше или меньше во столько раз: { $value }.
parameter-check-times-off = Рост и убыль участников во много раз не перепроверяются.
parameter-check-times-source = обычный след лишней цифры.
parameter-check-rare-title = Процедура у немногих школ
parameter-check-rare = Перепроверяется год, в котором результаты процедуры есть не больше чем у { $value }{"\u00A0"}% тех школ, у которых они бывают.
parameter-check-rare-off = Годы, в которых результаты есть у немногих школ, не перепроверяются.
parameter-check-rare-source = обычный след файла, загруженного не целиком.
parameter-check-years-title = Годы отчёта
parameter-check-years = Перепроверяются данные позже года отчёта или раньше него больше чем на столько лет: { $value }.
parameter-check-years-off = Годы данных не перепроверяются.
parameter-check-years-source = обычный след описки в годе.
