# The life of schools and municipalities, and years of procedures: old addresses, former names,
# moves, mergers, closings, breaks.

## Old addresses

redirect-title = This page has moved
redirect-school = The school that had the id { $id } is now here: { $to }.
redirect-joined = { $name } was a school of its own up to { $year }, then it joined another. Its history is here: { $to }.
redirect-municipality = { $name } is now here: { $to }.

## What happened to a school: words inside sentences

life-opened = the school was opened
life-closed = the school was closed
life-renamed = the school was renamed, it had been { $name }
life-joined = { $name } joined it
life-moved = the school went from one municipality ({ $from }) to another ({ $to })

## Notes at results, charts and lists

life-note-breaks = Results from { $year } on are not compared with those before: { $what }.
life-note-continues = In { $year } { $what }; the series of results goes on.
life-note-moved = In { $year } { $what }; the line of the municipality is that of the present one.
life-apart = { $name }: not compared with the years before, { $why }.
life-chart-breaks = The series of the school is broken from { $year } on.
life-closed-results = Results of the years in which the school worked.
life-not-moved = From { $from } to { $to } no change is told: { $why }.
life-list-breaks = The list of { $year } is not compared with those before: { $what }.
life-table-note = { $n ->
    [one] The series of { $n } school is broken: it
   *[other] The series of { $n } schools are broken: they
} changed so that it cannot be compared with the years before. No comparison is made.
life-not-working = the school did not work
school-standing-apart = List of { $year }: { $cluster }. It is not compared with the list of the year before: { $why }.

## The history of a school

life-school-title = History of the school
life-before = before
life-event-id = It had the id { $id } and was called { $name }.
life-event-breaks = Results from { $year } on are not compared with those before.
life-event-continues = The series of results goes on.
life-joined-results = { $name }: share below the threshold before it joined
life-closed-lead = The school is closed: { $when }. The page shows the years in which it worked.
life-document = Decided by: { $document }
life-formerly = formerly { $names }
life-with = joined by { $names }

## The history of a municipality

life-municipality-title = History of the municipality
life-municipality-id = { $name } (id then: { $id })
life-until = until { $when }
life-since = since { $when }
life-ended = The municipality was abolished.
life-school-came = Came: { $name }
life-school-left = Left: { $name }
life-school-opened = Opened: { $name }
life-school-closed = Closed: { $name }
life-school-joined = Joined another school: { $name }

## Closed schools

life-closed-title = Closed schools
life-closed-when = Closed
life-closed-base = Base: schools that are not among those of today; the results of the years in which they worked count.
life-closed-count = { $n ->
    [one] { $n } school is closed and in no table of the schools of today.
   *[other] { $n } schools are closed and in no table of the schools of today.
}

## The rules

life-method-title = Changes of schools, municipalities and procedures
life-method-today = Tables of schools are of those that work in { $list }. A school that was closed or joined another before is not in them; in tables by year and in shares of past years it counts for the years in which it worked.
life-method-series = A new name and a move to another municipality do not break the series of a school. Rows of data with a former id of a school are its rows. A change takes effect with the results of its year.
life-method-merged = A school that joined another counts on its own up to the year of the merger; its results are not added to those of the other. The series of the school that it joined goes on, unless the data says that it is broken.
life-method-breaks = Where a series is broken there is no change, no move between clusters and no history in the list: “no data”, with the reason on the page of the school. A list stands for the year of the results that it was drawn from.
life-method-places = The share of a municipality in a past year counts the schools that were in it then; tables of the schools of today, those that are in it now.
life-method-years = Where a procedure was not held in a year, “x” stands in place of a number; where nobody took part in a school, “—”. A year that cannot be compared with the one before breaks the line of a chart, and there is no change across it. What is known of the years of each procedure is said on its page.

## Years of procedures

years-title = Which years can be compared
years-base = What is known of the procedure as a whole, by year.
years-held = Held
years-season = When
years-comparable = Compared with the year before
years-why = Note
years-not-held = not held
years-not-comparable = not compared with the year before
years-note = { $year }: { $facts }.
years-note-of = { $years }, { $what }: { $facts }.
years-note-bare-of = { $years }, { $what }.
years-lead-not-held = Not held: { $list }.
years-lead-apart = Not compared with the year before: { $list }.
years-lead-current = It is not compared with the results of { $from }.
years-lead-alike = Each year is compared with the one before.
season-winter = winter
season-spring = spring
season-summer = summer
season-autumn = autumn
