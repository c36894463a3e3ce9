# Titles of the tables of schools' programmes, which the program declares itself.

implied-programme-total = Всего
implied-roadmap-state = Состояние мероприятия
implied-roadmap-municipalities = Мероприятия дорожных карт по муниципальным образованиям
implied-roadmap-municipalities-on = Мероприятия дорожных карт по муниципальным образованиям, на { $date }
implied-roadmap-base = мероприятия дорожных карт школ муниципального образования
implied-roadmap-note = Просрочено: срок прошёл, а мероприятие не выполнено и не отменено. Срок подходит: дней до него не больше { $soon }. Срок, указанный словами, не оценивается.
implied-target-state = Выполнение целевого показателя
implied-target-indicator = Целевой показатель
implied-targets-municipalities = Целевые показатели программ школ по муниципальным образованиям
implied-targets-base = целевые показатели программ школ муниципального образования
implied-targets-indicators = Каждый целевой показатель по всем школам
implied-targets-indicators-base = школы, в программе которых есть этот показатель
