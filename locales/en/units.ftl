# Counted things. `n` is a count or a decimal; the number is printed with its word.
# `-of` follows “of” and `-in` follows “in”; Russian needs other cases there.

unit-schools = { $n ->
    [one] { $n } school
   *[other] { $n } schools
}
unit-schools-of = { unit-schools }
unit-schools-in = { unit-schools }
unit-municipalities = { $n ->
    [one] { $n } municipality
   *[other] { $n } municipalities
}
unit-municipalities-of = { unit-municipalities }
unit-municipalities-in = { unit-municipalities }
unit-procedures = { $n ->
    [one] { $n } procedure
   *[other] { $n } procedures
}
unit-procedures-of = { unit-procedures }
unit-procedures-in = { unit-procedures }
unit-participants = { $n ->
    [one] { $n } participant
   *[other] { $n } participants
}
unit-participants-of = { unit-participants }
unit-groups = { $n ->
    [one] { $n } group
   *[other] { $n } groups
}
unit-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
unit-points = { $n ->
    [one] { $n } percentage point
   *[other] { $n } percentage points
}
unit-pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
}
unit-tables = { $n ->
    [one] { $n } table
   *[other] { $n } tables
}
unit-files = { $n ->
    [one] { $n } file
   *[other] { $n } files
}
unit-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
unit-errors = { $n ->
    [one] { $n } error
   *[other] { $n } errors
}
unit-warnings = { $n ->
    [one] { $n } warning
   *[other] { $n } warnings
}
unit-seconds = { $n } s

# What follows a number, with its no-break spaces.
suffix-percent = %
suffix-points = {"\u00A0"}pp

# A day in digits, two for the day and the month.
day-in-digits = { $year }-{ $month }-{ $day }
unit-kilobytes = { $n } KB
unit-megabytes = { $n } MB
