# What svod import says of the files it has read. Faults come from diag.ftl.

import-layout-mark-statistics = ВПР, статистика по отметкам
import-layout-flat = ВПР, таблица по школам
import-layout-individual = ВПР, индивидуальные результаты
import-layout-journal-marks = ВПР, сравнение отметок с отметками по журналу
import-layout-protocol = протокол экзамена
import-layout-mark-codes = ОГЭ, отметки по кодам школ

import-file = { $file }: { $layouts }
import-sheet = { $file }, лист «{ $sheet }»: { $layouts }
import-rows = Строк под заголовками: { $rows }; вошло в результаты школ: { $taken }.

import-skipped-total = Пропущено итогов: { $n }.
import-skipped-aggregate = Пропущено строк выборки, региона и муниципалитетов: { $n }.
import-skipped-heading = Пропущено повторных заголовков: { $n }.
import-skipped-note = Пропущено заголовков школ, примечаний и пустых строк: { $n }.
import-skipped-no-mark = Пропущено участников без отметки или балла: { $n }.
import-skipped-no-participants = Пропущено школ без участников: { $n }.
import-skipped-unknown = Пропущено строк школ, которых нет в таблицах: { $n }.
import-skipped-repeated = Пропущено строк с уже взятым результатом: { $n }.
import-skipped-not-used = Пропущено строк, которым нет места в отчёте: { $n }.
import-skipped-faulty = Пропущено строк с ошибками: { $n }.

import-written = Записано в { $file }. Новых результатов: { $added }, таких же было: { $same }, заменено: { $replaced }.
import-printed = Результатов: { $added }.
import-nothing-new = Новых результатов нет, ничего не записано. Таких же было: { $same }.
