# What the commands say. The blanks of the summaries are filled with `unit-…` messages.

cli-done = Done: { $pages }, { $tables }, { $seconds }.
cli-found = Found: { $errors }, { $warnings }. Nothing was written, the earlier site is as it was.
cli-error = error
cli-warning = warning
