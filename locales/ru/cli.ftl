# What the commands say. The blanks of the summaries are filled with `unit-…` messages.

cli-done = Готово: { $pages }, { $tables }, { $seconds }.
cli-found = Найдено: { $errors }, { $warnings }. Ничего не записано, прежний сайт не тронут.
cli-error = ошибка
cli-warning = предупреждение
