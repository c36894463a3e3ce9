# Early warning: what its tables, its pages and the method page say. A table's title follows the
# title of the rule and a colon.

warning-state-flagged = отмечена правилом
warning-state-quiet = не отмечена
warning-state-listed = в перечне
warning-state-unknown = оценить нельзя

warning-table = школы по муниципалитетам
warning-table-base = все школы муниципалитета; доля отмеченных — от школ вне перечня, которые можно оценить
warning-test = сработало ли бы правило в прошлые годы
warning-test-base = пары «школа и год перечня», за которые известен и следующий перечень; доля вошедших — от школ своей группы
warning-test-corner = Год перечня
warning-test-total = Все годы
warning-test-chart = Какая доля школ вошла в перечень следующего года
warning-test-note = Год — год перечня, вне которого была школа. Правило применено к результатам предыдущего года, вошедшие взяты из перечня следующего. Школа считается за каждый год.
warning-column-flagged = Отмечены правилом
warning-column-judged = Вне перечня, можно оценить
warning-column-listed = В перечне
warning-column-unknown = Оценить нельзя
warning-column-total = Всего школ
warning-column-flagged-next = из отмеченных вошли
warning-column-quiet = Не отмечены
warning-column-quiet-next = из неотмеченных вошли
warning-column-listed-next = остались в перечне

made-warning = Отмечена ли школа правилом «{ $warning }» к перечню { $year } года.
made-warning-any = Отмечена ли школа правилом «{ $warning }» к перечню этого года.
