# Titles of the tables of risk profiles, which the program declares itself.

generated-region = Регион
generated-risk = Риск
generated-risk-year = Год рискового профиля
generated-risk-profile = Рисковый профиль { $year } года
generated-risk-profiles = Школы с профилем
generated-risk-high = высокая
generated-risk-medium = средняя
generated-risk-low = низкая
generated-risk-unstated = не указана
generated-risk-chosen = Выбрали риск
generated-risk-done = Выполнили программу
generated-risk-of-choices = Доля выборов
generated-risk-base = школы, у которых есть рисковый профиль { $year } года
generated-risk-levels = Значимость рисков в профилях школ, { $year } год
generated-risk-work = Риски, с которыми работают школы, { $year } год
generated-risk-choices = Выбранные риски: доли от всех выборов, { $year } год
generated-risk-choices-base = все выборы; школа выбирает несколько рисков
generated-risk-municipalities = «{ $risk }»: школы по муниципалитетам, { $year } год
generated-risk-municipality-base = школы муниципалитета, у которых есть рисковый профиль { $year } года
