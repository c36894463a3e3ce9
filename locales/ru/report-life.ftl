# The life of schools and municipalities, and years of procedures: old addresses, former names,
# moves, mergers, closings, breaks.

## Old addresses

redirect-title = Страница переехала
redirect-school = Школа с прежним кодом { $id } теперь здесь: { $to }.
redirect-joined = { $name } до { $year } года включительно была отдельной школой, потом присоединена к другой. Её история здесь: { $to }.
redirect-municipality = { $name } теперь здесь: { $to }.

## What happened to a school: words inside sentences

life-opened = школа открыта
life-closed = школа закрыта
life-renamed = школа переименована, прежнее название — { $name }
life-joined = присоединена школа { $name }
life-moved = школа перешла из одного муниципального образования ({ $from }) в другое ({ $to })

## Notes at results, charts and lists

life-note-breaks = С { $year } года результаты не сравниваются с прежними: { $what }.
life-note-continues = В { $year } году { $what }; ряд результатов продолжается.
life-note-moved = В { $year } году { $what }; линия муниципалитета на диаграммах — нынешнего.
life-apart = { $name }: с прежними годами не сравнивается, { $why }.
life-chart-breaks = С { $year } года ряд школы прерван.
life-closed-results = Результаты тех лет, когда школа работала.
life-not-moved = С { $from } по { $to } год динамика не считается: { $why }.
life-list-breaks = Перечень { $year } года не сравнивается с прежними: { $what }.
life-table-note = { $n ->
    [one] У { $n } школы ряд прерван: она
   *[many] У { $n } школ ряд прерван: они
} изменились так, что сравнивать с прежними годами нельзя. Сравнения для них нет.
life-not-working = школа не работала
school-standing-apart = Перечень { $year } года: { $cluster }. С перечнем предыдущего года не сравнивается: { $why }.

## The history of a school

life-school-title = История школы
life-before = раньше
life-event-id = Прежний код { $id }, название тогда — { $name }.
life-event-breaks = Результаты с { $year } года не сравниваются с прежними.
life-event-continues = Ряд результатов продолжается.
life-joined-results = { $name }: доля не справившихся до присоединения
life-closed-lead = Школа закрыта: { $when }. Страница показывает годы, когда она работала.
life-document = Основание: { $document }
life-formerly = прежде: { $names }
life-with = присоединены: { $names }

## The history of a municipality

life-municipality-title = История муниципального образования
life-municipality-id = { $name } (прежний код { $id })
life-until = до { $when }
life-since = с { $when }
life-ended = Муниципальное образование упразднено.
life-school-came = Вошла школа: { $name }
life-school-left = Вышла школа: { $name }
life-school-opened = Открыта школа: { $name }
life-school-closed = Закрыта школа: { $name }
life-school-joined = Школа присоединена к другой: { $name }

## Closed schools

life-closed-title = Закрытые школы
life-closed-when = Закрыта
life-closed-base = База: школы, которых нет среди работающих; результаты лет, когда они работали, учтены.
life-closed-count = { $n ->
    [one] { $n } школа закрыта; в таблицы нынешних школ она не входит.
    [few] { $n } школы закрыты; в таблицы нынешних школ они не входят.
   *[many] { $n } школ закрыто; в таблицы нынешних школ они не входят.
}

## The rules

life-method-title = Изменения школ, муниципалитетов и процедур
life-method-today = Таблицы о школах — о тех, что работают в { $list } году. Школа, закрытая или присоединённая раньше, в них не входит; в таблицах по годам и в долях прошлых лет она учтена за годы, когда работала.
life-method-series = Переименование и переход в другой муниципалитет ряда школы не прерывают. Строки данных с прежним кодом школы считаются её строками. Изменение действует с результатов своего года.
life-method-merged = Присоединённая школа до года присоединения считается отдельно, её результаты к чужим не прибавляются. Ряд школы, к которой её присоединили, продолжается, если в данных не сказано, что он прерван.
life-method-breaks = Где ряд прерван, динамики, перехода между кластерами и истории в перечне нет: «нет данных», причина названа на странице школы. Перечень считается годом тех результатов, по которым составлен.
life-method-places = В доле муниципалитета за прошлый год учтены школы, которые были в нём тогда; в таблицах о нынешних школах — те, что в нём сейчас.
life-method-years = Если процедура в каком-то году не проводилась, вместо числа стоит «х»; если в школе не было участников — «—». Год, который нельзя сравнивать с предыдущим, прерывает линию диаграммы, и динамики через него нет. Что известно о годах каждой процедуры, сказано на её странице.

## Years of procedures

years-title = Сопоставимость лет
years-base = Сведения о процедуре в целом, по годам.
years-held = Проводилась
years-season = Когда
years-comparable = Сравнивается с предыдущим годом
years-why = Примечание
years-not-held = не проводилась
years-not-comparable = с предыдущим годом не сравнивается
years-note = { $year } год: { $facts }.
years-note-of = { $years } { $n ->
    [1] год
   *[other] годы
}, { $what }: { $facts }.
years-note-bare-of = { $years } { $n ->
    [1] год
   *[other] годы
}, { $what }.
years-lead-not-held = Не проводилась: { $list }.
years-lead-apart = Не сравниваются с предыдущим годом: { $list }.
years-lead-current = С результатами { $from } года не сравнивается.
years-lead-alike = Каждый год сравнивается с предыдущим.
season-winter = зима
season-spring = весна
season-summer = лето
season-autumn = осень
