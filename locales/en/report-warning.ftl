# Early warning: what its tables, its pages and the method page say. A table's title follows the
# title of the rule and a colon.

warning-state-flagged = flagged
warning-state-quiet = not flagged
warning-state-listed = on the list
warning-state-unknown = cannot be judged

warning-table = schools by municipality
warning-table-base = all schools of the municipality; the share flagged is of the schools outside the list that can be judged
warning-test = would the rule have worked in past years
warning-test-base = pairs “school and year of the list” for which the next list is known too; the share that entered is of the schools of its group
warning-test-corner = Year of the list
warning-test-total = All years
warning-test-chart = What share of schools entered the next year's list
warning-test-note = The year is that of the list the school was outside of. The rule was applied to results of the year before; those that entered are on the list of the year after. A school counts once for each year.
warning-column-flagged = Flagged
warning-column-judged = Outside the list, can be judged
warning-column-listed = On the list
warning-column-unknown = Cannot be judged
warning-column-total = Schools in all
warning-column-flagged-next = of the flagged, entered
warning-column-quiet = Not flagged
warning-column-quiet-next = of those not flagged, entered
warning-column-listed-next = stayed on the list

made-warning = Whether the warning “{ $warning }” flags the school for the list of { $year }.
made-warning-any = Whether the warning “{ $warning }” flags the school for the list of this year.
