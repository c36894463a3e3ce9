# Titles of the tables of risk profiles, which the program declares itself.

implied-region = Регион
implied-risk = Риск
implied-risk-year = Год рискового профиля
implied-risk-profile = Рисковый профиль { $year } года
implied-risk-profiles = Школы с профилем
implied-risk-high = высокая
implied-risk-medium = средняя
implied-risk-low = низкая
implied-risk-unstated = не указана
implied-risk-chosen = Выбрали риск
implied-risk-done = Выполнили программу
implied-risk-of-choices = Доля выборов
implied-risk-base = школы, у которых есть рисковый профиль { $year } года
implied-risk-levels = Значимость рисков в профилях школ, { $year } год
implied-risk-work = Риски, с которыми работают школы, { $year } год
implied-risk-choices = Выбранные риски: доли от всех выборов, { $year } год
implied-risk-choices-base = все выборы; школа выбирает несколько рисков
implied-risk-municipalities = «{ $risk }»: школы по муниципалитетам, { $year } год
implied-risk-municipality-base = школы муниципалитета, у которых есть рисковый профиль { $year } года
