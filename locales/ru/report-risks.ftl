# Risk profiles: the pages of all risks and of each, and what schools and municipalities say of them.

report-risks = Риски школ
risk = Риск
risk-numbered = { $number }. { $name }
risk-level = Значимость
risk-high = высокая
risk-medium = средняя
risk-low = низкая
risk-chosen = Выбран школой
risk-programme = Программа выполнена
risk-sign-chosen = риск выбран школой
risk-sign-done = программа выполнена
risk-numbers = Номера рисков

# A school

risk-profile = Рисковый профиль
risk-profile-of = Рисковый профиль { $year } года
risk-school-levels = В профиле { $year } года { $n ->
    [one] { $n } риск
    [few] { $n } риска
    [many] { $n } рисков
   *[other] { $n } риска
}. { $high ->
    [0] Высокой значимости нет ни у одного
   *[other] Высокая значимость — у { $high }: { $list }
}; { $medium ->
    [0] средней нет
   *[other] средняя — у { $medium }
}, { $low ->
    [0] низкой нет
   *[other] низкая — у { $low }
}.
risk-school-chosen = { $n ->
    [0] Школа не выбрала ни одного риска.
    [one] Школа выбрала { $n } риск: { $list }.
    [few] Школа выбрала { $n } риска: { $list }.
    [many] Школа выбрала { $n } рисков: { $list }.
   *[other] Школа выбрала { $n } риска: { $list }.
}
risk-school-done = { $n ->
    [one] Программа выполнена по { $n } риску: { $list }.
   *[other] Программы выполнены по { $n } рискам: { $list }.
}
risk-school-some-done = { $n ->
    [one] Программа выполнена по { $n } из { $all } выбранных рисков.
   *[other] Программы выполнены по { $n } из { $all } выбранных рисков.
}
risk-school-all-done = { $n ->
    [1] Программа по нему выполнена.
   *[other] Программы по всем выбранным рискам выполнены.
}
risk-school-none-done = О выполненных программах сведений нет.

# All risks

risks-profiled = Рисковый профиль { $year } года составлен: { $of }.
risks-most-high = { $n ->
    [1] Чаще других высокую значимость имеет риск { $list } — { $of }.
   *[other] Чаще других высокую значимость имеют риски { $list }; у каждого — { $of }.
}
risks-most-chosen = { $n ->
    [1] Чаще других для работы выбирают риск { $list } — { $of }.
   *[other] Чаще других для работы выбирают риски { $list }; у каждого — { $of }.
}
risks-of-year = { $year } год — { $n ->
    [one] { $n } школа
    [few] { $n } школы
   *[other] { $n } школ
}
risks-by-year = Сколько школ составили профиль: { $list }.
risks-fact-profiles = Школы с рисковым профилем { $year } года
risks-fact-choices = Сделано выборов
risks-fact-choosers = { $n ->
    [one] в { $n } школе
   *[other] в { $n } школах
}

# One risk

risk-fact-high = Высокая значимость
risk-fact-chosen = Выбрали риск
risk-fact-done = Выполнили программу
risk-schools-of = { $n ->
    [one] { $n } школа из { $base }
    [few] { $n } школы из { $base }
    [many] { $n } школ из { $base }
   *[other] { $n } школы из { $base }
}
risk-valid-from = В каталоге рисков — с { $from } года.
risk-valid-to = В каталоге рисков — по { $to } год.
risk-valid = В каталоге рисков — с { $from } по { $to } год.
risk-levels-now = Профили { $year } года: высокая значимость — { $of }, средняя — { $medium }, низкая — { $low }.
risk-chosen-now = Выбрали риск для работы: { $of }.
risk-done-now = Выполнили программу: { $of }.
risk-locality-title = Городские и сельские школы
risk-municipalities-title = По муниципалитетам
risk-years-title = По годам
risk-effect-title = Вышли ли из перечня школы, выполнившие программу
risk-effect-programme = Выполнили программу и вышли из перечня: { $of }.
risk-effect-without = Риск есть, программа не выполнена, а из перечня вышли: { $of }.
risk-effect-alone = Школ с этим риском и без программы нет: сравнить не с чем.
risk-effect-interval = Интервал разности — от { $low } до { $high }.
risk-effect-ordinary = Разница в пределах обычных колебаний: такая бывает и случайно.
risk-effect-few = Школ слишком мало, чтобы судить о действии программы.
risk-effect-equal = Доли равны.
risk-effect-better = Разница больше обычных колебаний. Это довод за программу, но не доказательство: школы сами выбирали риск и начинали из разного положения.
risk-effect-worse = Разница больше обычных колебаний, и не в пользу программы. За неё могли браться школы, которым было труднее.
risk-of-year = { $year } год — { $of }
risk-by-year = { $what }: { $list }.
risk-locality-shares = { $what }: в городе — { $urban }, в селе — { $rural }.
risk-locality-beyond = { $n ->
    [0] Это самое большое различие, и оно, как и остальные, в пределах обычных колебаний.
    [1] Это самое большое различие. Больше обычных колебаний — только здесь: { $list }.
   *[other] Это самое большое различие. Больше обычных колебаний различия по рискам { $list }.
}
risk-locality-equal = Различия нет.
risk-locality-all-equal = В городе и в селе доли одинаковы по всем рискам.
risk-locality-few = Школ слишком мало, чтобы судить о различии.
risk-locality-ordinary = Различие в пределах обычных колебаний.
risk-locality-apart = Различие больше обычных колебаний.
risk-spread = { $n ->
    [0] Высокой значимости риск не имеет ни в одном муниципалитете.
    [one] Высокую значимость риск имеет хотя бы у одной школы в { $n } муниципалитете из { $all }.
   *[other] Высокую значимость риск имеет хотя бы у одной школы в { $n } муниципалитетах из { $all }.
}
risk-schools = Школы, в профиле { $year } года которых есть риск
risk-schools-lead = { $n ->
    [one] { $n } школа, по муниципалитетам.
    [few] { $n } школы, по муниципалитетам.
   *[other] { $n } школ, по муниципалитетам.
}

# A municipality

risk-here = { $n ->
    [one] Рисковый профиль { $year } года есть у { $n } школы.
   *[other] Рисковый профиль { $year } года есть у { $n } школ.
}
risk-of-municipality = Риски школ муниципалитета, { $year } год
risk-of-schools = Профили школ, { $year } год

# The methodology

risk-method-profile = Что берётся из профилей
risk-method-profile-text = Значимость риска, выбор школы и выполнение программы — из таблиц risks и risk_catalogue. Пустая клетка значит «не сказано», а не «нет».
risk-method-base = От чего доли
risk-method-base-text = Доли рисков — от школ, у которых есть профиль года. Доли выборов — от всех выборов: школа выбирает несколько рисков.
risk-method-effect = Что названо действием программы
risk-method-effect-text = Школы, у которых есть профиль { $from } года, прослежены из перечня { $from } года в перечень { $to } года. Выполнившие программу сравниваются с теми, у кого риск высокий или средний, а программа не выполнена.
risk-method-difference = Когда различие больше обычных колебаний
risk-method-difference-text = Когда интервал Ньюкомба для разности долей с доверием { $confidence } % не содержит нуля. Если в одной из групп меньше { $small } школ, вывод не делается.
