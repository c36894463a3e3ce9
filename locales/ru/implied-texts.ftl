# Tables that texts declare where they stand: what their author has not said.

spot-title = { $what } { $n ->
    [one] по признаку
   *[other] по признакам
} { $by }
spot-count = Школ
spot-total = Всего
spot-failing = Доля не справившихся
spot-mean = Среднее значение, «{ $what }»,
spot-results = Школы и процедуры
spot-rows = Строки таблицы «{ $table }»
spot-schools = Школы
spot-only = Условие отбора: { $conditions }.
spot-base-row = школы строки
spot-base-column = школы столбца
spot-base-all = все школы таблицы
spot-base-participants = участники процедур
spot-base-known = школы, у которых значение известно
spot-units-row = всё, что сосчитано в строке
spot-units-column = всё, что сосчитано в столбце
spot-units-all = всё, что сосчитано в таблице
