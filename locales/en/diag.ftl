# What svod says about faults. The head of ../ru/diag.ftl lists the words that each code fills in.

diag-nearest = { $nearest ->
    [none] {""}
   *[other] {" "}There is a similar name: “{ $nearest }”.
}
diag-known = { $known ->
    [none] {""}
   *[other] {" "}This is what there is: { $known }.
}
diag-allowed = { $known ->
    [none] {""}
   *[other] {" "}Allowed: { $known }.
}

## Files

diag-missing-file = There is no file “{ $file }”.
diag-missing-file-help = Put the file there or check how its name is spelt.{ diag-nearest }

diag-unread-file = The file “{ $file }” lies among the data but is not in the report: svod does not know what it is.
diag-unread-file-help = If it is a table, describe it in svod.toml under [[source]], or call the file as the table is called: results.xlsx. Notes on the data are let be if they are called README.txt. If it is neither data nor notes, take it out of the folder.

diag-unreadable-file = The file “{ $file }” cannot be read: { $reason }.
diag-unreadable-file-help = Check that the file is whole and accessible: open it in the program it was made with and save it again.

diag-outside-file = The file “{ $file }” lies outside the site folder.
diag-outside-file-help = Copy it into the site folder: svod reads nothing beyond it.

diag-large-file = The file “{ $file }” is too large: more than 256 megabytes.
diag-large-file-help = Delete what is not needed: often these are empty but formatted rows below the table.

diag-bad-borders = The borders in the file “{ $file }” were not read: { $kind ->
    [format] it is no GeoJSON
    [empty] it holds no feature (FeatureCollection)
    [globe] there is a point that is not on the globe
   *[area] there is a feature that is neither Polygon nor MultiPolygon
}.
diag-bad-borders-help = Save the borders as GeoJSON: a FeatureCollection of Polygon and MultiPolygon, longitude and latitude in degrees (WGS 84).

diag-large-borders = The file of borders “{ $file }” is larger than { $value } megabytes.
diag-large-borders-help = Simplify the borders where they come from: the map of a page needs a hundredth of that.

diag-unknown-border = The file of borders “{ $file }” has the feature “{ $value }”, and there is no such municipality.
diag-unknown-border-help = Name the feature as in the table municipalities: by id or name in any property. Take out what is not needed.{ diag-nearest }{ diag-known }

diag-no-border = There is no feature for the municipality “{ $value }” in the file of borders “{ $file }”.
diag-no-border-help = Add one, or name it as in the table municipalities. Until then it is missing on the map, but stands in the table.

diag-not-utf8 = The file “{ $file }” is not in UTF-8.
diag-not-utf8-help = Save a table in Excel with “File”, “Save as”, type “CSV UTF-8”; any other file in Notepad with “Save as”, encoding UTF-8.

diag-bad-encoding = The file “{ $file }” is not written in { $value }.
diag-bad-encoding-help = Mend or remove the setting encoding under [[source]] in svod.toml: without it the encoding is found out.

diag-guessed-encoding = The encoding of the file “{ $file }” was told from its letters: { $value }.
diag-guessed-encoding-help = If the Russian letters on the pages are right, all is well. To leave nothing to guess, save the table as “CSV UTF-8” or state the encoding in svod.toml: [[source]], setting encoding.

diag-guessed-separator = In the file “{ $file }” { $kind ->
    [semicolon] a semicolon
    [tab] a tab
   *[comma] a comma
} was taken to separate columns, though another sign would do.
diag-guessed-separator-help = If the columns are read right, all is well. To leave nothing to guess, state the separator in svod.toml: [[source]], setting separator.

diag-not-a-table = The file “{ $file }” is no table: it is neither text nor a workbook.
diag-not-a-table-help = Open it where it was made and save it as an Excel workbook (.xlsx) or “CSV UTF-8”. If it is no data, take it out of the folder.

diag-not-a-workbook = The file “{ $file }” is called a workbook but is neither an Excel nor an OpenDocument one.
diag-not-a-workbook-help = Some programs write a web page or a text under the name .xls. Open the file in Excel and save it as “Excel Workbook (.xlsx)”.

diag-locked-workbook = The workbook “{ $file }” is protected by a password.
diag-locked-workbook-help = Take the password off: in Excel, File, Info, Protect Workbook, Encrypt with Password, clear it and save.

diag-large-single-file = One file would be larger than { $value }: mail would not carry it, and it would open badly.
diag-large-single-file-help = Make the file of one municipality: --municipality NAME; or the archive of the whole report, without --single-file.
diag-large-workbook = The workbook “{ $file }” is too large once expanded.
diag-large-workbook-help = Copy the columns you need to a clean sheet of a new workbook and save it: empty rows and columns with formats often take the room.

diag-first-sheet = Of the workbook “{ $file }” the first sheet was read, “{ $value }”; it has others: { $other }.
diag-first-sheet-help = If another sheet is meant, name it in svod.toml: [[source]], setting sheet.

diag-duplicate-table = The table “{ $table }” is in two files: “{ $file }” and “{ $other }”.
diag-duplicate-table-help = Keep one, take the other out of the data folder.

diag-ragged-row = The row has { $value } cells, the table has { $other } columns.
diag-ragged-row-help = Look for a superfluous or missing separator or an unclosed quote in the row. It is easiest to open the table in Excel, correct the row, and save it as “CSV UTF-8”.

## Tables

diag-empty-table = The table “{ $table }” has no row of data.
diag-empty-table-help = Fill it in. If there is no data and the table is optional, remove the file: the report will simply go without that section.

diag-missing-column = The table “{ $table }” has no column “{ $column }”.
diag-missing-column-help = Add the column or correct its heading.{ diag-nearest }{ diag-known }

diag-unknown-column = The column “{ $column }” of the table “{ $table }” is unknown and stays out of the report.
diag-unknown-column-help = If it is a slip, correct the heading. If the column is needed, describe it in methodology.toml.{ diag-nearest }{ diag-known }

diag-repeated-column = The column “{ $column }” occurs twice.
diag-repeated-column-help = Keep one, delete or rename the other.

diag-large-table = The table “{ $table }” is too large.
diag-large-table-help = Delete what is not needed: often these are empty but formatted rows below the table.

diag-wide-table = The row has { $value } columns; at most { $other } are read.
diag-wide-table-help = See whether the columns of the file “{ $file }” are separated by the right sign.

diag-long-cell = This row has a cell tens of thousands of characters long.
diag-long-cell-help = Most often a quotation mark is opened and never closed. Open the table in Excel, mend this row and save.

## Values

diag-formula-error = A formula in the column “{ $column }” gives an error: { $value }.
diag-formula-error-help = Mend the formula in Excel or write a value in its place. If there is no data, leave the cell empty.

diag-missing-value = The column “{ $column }” is empty here, but a value is required.
diag-missing-value-help = Fill in the value or delete the whole row.

diag-bad-id = “{ $value }” cannot be an identifier.
diag-bad-id-help = Use Latin letters, digits, hyphen and underscore, 64 characters at most. See that no Cyrillic letter slipped in that looks Latin: а, е, о, р, с, х. The names index, con, prn, aux, nul, com1, lpt1 and the like are taken.

diag-bad-number = “{ $value }” in the column “{ $column }” is not a number.
diag-bad-number-help = Write the number in digits, for example 12 or 12.5, without words. If there is no data, leave the cell empty.

diag-bad-count = “{ $value }” in the column “{ $column }” is not a count.
diag-bad-count-help = Write a whole number, zero or more. If there is no data, write «н/д».

diag-negative-count = “{ $value }” in the column “{ $column }” is a negative count.
diag-negative-count-help = A count is never below zero. If the minus means that there is no data, write «н/д».

diag-fractional-count = “{ $value }” in the column “{ $column }” is a fractional count.
diag-fractional-count-help = A whole number is needed. Percentages belong in the column below_percent; svod computes shares itself.

diag-absurd-count = “{ $value }” in the column “{ $column }” is too many for one school.
diag-absurd-count-help = Look for a digit too many, a code in the wrong column, or a total of a district.

diag-date-for-number = The column “{ $column }” has the date “{ $value }” in place of a number.
diag-date-for-number-help = Excel takes 3.15 or 2/8 for a date. Give the cell the general format again (“Format cells”, “General”) and type the number anew.

diag-number-as-text = The number “{ $value }” in the column “{ $column }” is stored in the workbook as text; it was read as a number.
diag-number-as-text-help = There is nothing to do, but formulas of Excel do not add such cells up: select the column and choose “Convert to number”.

diag-mixed-letters = “{ $value }” has Cyrillic letters that look like Latin ones: { $letters }.
diag-mixed-letters-help = Switch the keyboard and type it anew in Latin letters: { $other }.

diag-bad-year = “{ $value }” in the column “{ $column }” is not a year.
diag-bad-year-help = Write the year in four digits, for example 2022.

diag-repeated-report-year = The report of { $value } is named twice.
diag-repeated-report-year-help = Leave one section [[year]] with this year in svod.toml.

diag-unknown-report-year = There is no report of { $value } among the earlier ones.
diag-unknown-report-year-help = Leave out --year for the present report, or name a year of a section [[year]] in svod.toml.{ diag-known }

diag-other-report-year = The report is named as that of { $value }, but in { $file } the current year is { $other }.
diag-other-report-year-help = Correct year in the section [[year]] of svod.toml, or name the folder of that year.

diag-report-year-not-earlier = The report of { $value } is named among earlier ones, but this report is of { $other }.
diag-report-year-not-earlier-help = Sections [[year]] are for earlier years only. The year of this report is years.current in methodology.toml.

diag-bad-date = “{ $value }” is not a date.
diag-bad-date-help = Write the date like this: 15.03.2023 or 2023-03-15. Check that the month has such a day.

diag-bad-yes-no = “{ $value }” in the column “{ $column }” is neither “yes” nor “no”.
diag-bad-yes-no-help = These will do: yes, no, 1, 0, +, -. If there is no answer, leave the cell empty.

diag-bad-choice = “{ $value }” is not what the column “{ $column }” may hold.
diag-bad-choice-help = Correct the value.{ diag-nearest }{ diag-allowed }

diag-unknown-school = There is no school “{ $value }” in the table schools.
diag-unknown-school-help = Check the code of the school or add the school to the table schools.{ diag-nearest }

diag-unknown-municipality = There is no municipality “{ $value }” in the table municipalities.
diag-unknown-municipality-help = An id from the table municipalities is needed here. Correct it or add a row to that table.{ diag-nearest }{ diag-known }

diag-unknown-procedure = The procedure “{ $value }” is not described.
diag-unknown-procedure-help = Correct the name or describe the procedure in methodology.toml. Names of foreign files are translated under [source.values.procedure] in svod.toml.{ diag-nearest }{ diag-known }

diag-unknown-risk = There is no risk “{ $value }” in the table risk_catalogue.
diag-unknown-risk-help = Mend the name or add the risk to the table risk_catalogue.{ diag-nearest }{ diag-known }

diag-unknown-group = The group “{ $value }” is not described.
diag-unknown-group-help = Correct the name or describe the group in methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-list = The list “{ $value }” is not described.
diag-unknown-list-help = Correct the name or describe the list in methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-warning = The warning “{ $value }” is not declared.
diag-unknown-warning-help = Correct the name, or declare the warning in methodology.toml, in a section [[warning]].{ diag-nearest }{ diag-known }

diag-unknown-cluster = The cluster “{ $value }” is not described.
diag-unknown-cluster-help = Correct the name, describe the cluster in methodology.toml, or leave the cell empty: the cluster is then computed.{ diag-nearest }{ diag-known }

diag-repeated-key = The table “{ $table }” already has a row “{ $value }”.
diag-repeated-key-help = Keep one of the two rows: the program may not decide which is right.

diag-below-exceeds-participants = { $value } fell below the threshold, but only { $other } took part.
diag-below-exceeds-participants-help = Check both numbers for a slip, and the columns for being swapped.

diag-programme-not-chosen = The programme for the risk “{ $value }” is marked as carried out, yet the school has not chosen the risk.
diag-programme-not-chosen-help = Check the columns chosen and programme_done: a programme is drawn up for a chosen risk. In the tables the school will stand among those that carried out a programme and among those that did not choose the risk.

diag-risk-not-of-year = The catalogue of { $other } does not hold the risk “{ $value }”.
diag-risk-not-of-year-help = Check the year of the profile and the columns valid_from and valid_to of the table risk_catalogue.

diag-ends-before-starts = The stage ends on { $value }, before it begins: { $other }.
diag-ends-before-starts-help = Correct one of the two dates. If the stage lasts one day, they are the same.

diag-no-report-date = Roadmaps have terms, but the report has no date: nothing is called overdue.
diag-no-report-date-help = Add a date to “svod.toml”, for example: date = "2023-04-28".

diag-tile-taken = The map tile { $value } is already taken: “{ $other }” is there.
diag-tile-taken-help = Give one of the two another tile: columns map_col and map_row.

diag-no-results = The report is about { $value }, but the table results has no results of that year.
diag-no-results-help = Add the results or name another year: the setting current in the section [years].{ diag-known }

## The life of schools and municipalities

diag-bad-when = “{ $value }” in column “{ $column }” is neither a year nor a date.
diag-bad-when-help = Write a year of four digits or a date: 2021, 31.08.2021, 2021-08-31. If the date is not known, leave the cell empty.

diag-shared-alias = The name “{ $value }” leads not only here: row “{ $other }” has it too.
diag-shared-alias-help = One name cannot lead to two rows. Leave it to one of them; if both are the same school or municipality, name the successor of the older row in column successor.

diag-ambiguous-school = Several schools have the code “{ $value }”.
diag-ambiguous-school-help = The program may not choose between them: write the id of the school here.{ diag-known }

diag-successor-cycle = Successors go in a circle, or there are too many of them: { $value }.
diag-successor-cycle-help = The last row has no successor: clear its cell successor. Shorten a long row of them: name the present one at once.

diag-other-successor = “{ $value }” joins one school here, but table schools names another as its successor: “{ $other }”.
diag-other-successor-help = Correct column successor or this row: there is one successor.

diag-parallel-successor = “{ $value }” and its successor ({ $other }) have results of one procedure in one year: they are counted as two schools, the first until it joined the second.
diag-parallel-successor-help = If the school was merged, say so in table school_changes: the successor, the year, merged, the old id, continues or breaks. If it is one school under two ids, remove what stands twice in results.

diag-period-backwards = The period ends before it begins: until { $value }, from { $other }.
diag-period-backwards-help = Check columns valid_from and valid_to.

diag-municipality-ended = “{ $value }” exists until { $other }, but schools still work in it.
diag-municipality-ended-help = Name its successor in column successor or move the schools to another municipality. Until then it is shown as existing.

diag-closed-twice = The school was closed in { $value } and once more in { $other }.
diag-closed-twice-help = Leave the right year: in column closed of table schools, or in table school_changes.

diag-empty-change = “{ $value }”: the change changes nothing: what was before is what came after.
diag-empty-change-help = Column from holds what there was before the change: the former name or the former municipality. What came after is taken from table schools.

diag-late-change = The change of { $value } is later than the year of the report ({ $other }): it does not count yet.
diag-late-change-help = If the year is right, there is nothing to do: the school is shown as it was. Else correct the year.

diag-results-of-not-held = “{ $value }”: the procedure is said not to have been held, but there are results.
diag-results-of-not-held-help = Check column held and the rows of table results: only one of the two is right.

diag-outside-life = School “{ $value }” did not work in { $other }, but has results of that year.
diag-outside-life-help = Check the year in which it was closed or opened. The results count for now.

## Possible and yet doubted

diag-answer = If the data is right, write it into the table checked: the code of this message (check), what it is about (school, procedure, year) and why it is so (reason).

diag-more-than-pupils = { $value }: { $other } took part, and the school has { $column } pupils.
diag-more-than-pupils-help = Check the number of participants and the column students of the table schools. { diag-answer }

diag-municipality-without-schools = The municipality “{ $value }” has no school.
diag-municipality-without-schools-help = Check the column municipality of the table schools. If the municipality is no more, state its last day in the column valid_to. { diag-answer }

diag-participants-halved = { $value }: half of the participants or more are gone ({ $other }).
diag-participants-halved-help = Check that every class of the school is in the data. { diag-answer }

diag-rare-procedure = { $value }: only a few of the schools have results, { $other } of { $column }.
diag-rare-procedure-help = Check that the whole file of this year is there, and that the procedure has the right name. { diag-answer }

diag-school-without-results = The school “{ $value }” has no results of any year.
diag-school-without-results-help = Check that the table results calls it by the same code. If the school is closed, state the year in the column closed. { diag-answer }

diag-share-jump = { $value }: the share of those who failed changed unusually much ({ $other }).
diag-share-jump-help = Check both numbers: columns may have shifted, schools may have been mixed up. If the year cannot be compared with the one before, say so in the table procedure_years. { diag-answer }

diag-similar-names = “{ $value }” is what “{ $other }” is called too: they differ in nothing, or in spaces, quotes, the letter ё.
diag-similar-names-help = If the two are one, keep one row and put the other id into its column aliases. { diag-answer }

diag-tenfold-jump = { $value }: participants became ten times as many or as few ({ $other }).
diag-tenfold-jump-help = Look for a digit too many or one that is missing. { diag-answer }

diag-year-outside-report = The year { $value } is none of those that the report is about ({ $other }).
diag-year-outside-report-help = Mend the year. The years of the report stand in methodology.toml under [years]. { diag-answer }

diag-unused-answer = This row of the table checked is about nothing: there is no { $value } of this kind.
diag-unused-answer-help = The data has changed since, or there is a slip in the row. Mend the row or delete it.

## Settings and method

diag-bad-toml = The settings file has a mistake: { $reason }.
diag-bad-toml-help = Check this place: quotes straight and closed, brackets closed, “=” between name and value, a point in decimals.

diag-unclosed-quote = A quote is opened and not closed.
diag-unclosed-quote-help = Put the closing quote, straight like the opening one. Curly quotes are good inside the text.

diag-unquoted-text = A value is needed here: a number, true, false, or text in straight quotes.
diag-unquoted-text-help = Put the text in straight quotes: "text". Curly quotes will not do.

diag-unclosed-bracket = A bracket is not closed, or a comma is missing between values.
diag-unclosed-bracket-help = Check that each bracket or brace opened is closed, and that commas stand between values. The name of a section closes with as many brackets as it opens.

diag-missing-equals = A “=” and a value are expected here.
diag-missing-equals-help = Write the setting like this: name = value.

diag-stray-text = Something superfluous follows the value in this line.
diag-stray-text-help = Decimals have a point: 30.5. Several values go in square brackets: ["one", "two"]. A remark begins with #.

diag-bad-key = No setting can have such a name.
diag-bad-key-help = Names of settings and sections are in Latin letters. See that no Cyrillic letter slipped in that looks Latin: а, е, о, р, с, х.

diag-repeated-setting = This setting or section already stands above.
diag-repeated-setting-help = Keep one of the two.

diag-unknown-key = There is no setting “{ $value }” here.
diag-unknown-key-help = Correct the name or delete the line.{ diag-nearest }{ diag-known }

diag-missing-key = The setting “{ $value }” is missing.
diag-missing-key-help = Add it: it is needed.

diag-repeated-id = The name “{ $value }” is taken twice.
diag-repeated-id-help = Give one of the two another name.

diag-reserved-id = The name “{ $value }” is taken.
diag-reserved-id-help = Choose another: this one already means something else.

diag-cluster-overlap = The clusters “{ $value }” and “{ $other }” overlap.
diag-cluster-overlap-help = Move the bounds so that each share falls into exactly one cluster. A shared bound may belong to one only: from_inclusive, to_inclusive.

diag-cluster-gap = There is a gap between the clusters “{ $value }” and “{ $other }”.
diag-cluster-gap-help = Move the bounds so that each share falls into exactly one cluster. A shared bound must belong to one of the two: from_inclusive, to_inclusive.

diag-cluster-empty = No share can fall into the cluster “{ $value }”.
diag-cluster-empty-help = Check the bounds: the lower must be less than the upper.

diag-wrong-type = The value of the setting “{ $column }” is of the wrong kind.
diag-wrong-type-help = { $kind ->
    [text] Write text in straight quotes, for example "text".
    [whole] Write a whole number, zero or more, without quotes.
    [number] Write a number, for example 30 or 0.25.
    [yes-no] Write true or false, without quotes.
    [list] Write a list in square brackets, for example ["one", "two"].
   *[section] Write a section, or pairs “name = value” in braces.
}

diag-either-or = Exactly one is needed: “{ $value }” or “{ $other }”.
diag-either-or-help = Keep one of the two, or add one if there is neither.

diag-needs-setting = The setting “{ $column }” works only together with { $other }.
diag-needs-setting-help = Add to the same table: { $other }. Or remove “{ $column }”.

diag-bad-parameter = “{ $value }” will not do for the setting “{ $column }”.
diag-bad-parameter-help = Correct the value.{ diag-nearest }{ diag-allowed }

diag-bad-base-url = “{ $value }” is no address of a site.
diag-bad-base-url-help = Write the whole address: https://, the name of the server and the path, without “?” and “#”. For example: https://example.org/report/.

diag-no-such-page = There is no page “{ $value }” in the report.
diag-no-such-page-help = Name the page as its file is named in the built site: municipalities/uglichsky.{ diag-nearest }

diag-no-browser = There is no browser to print pages: neither Chromium nor Chrome nor Edge was found.
diag-no-browser-help = Install one of them or name its program: --browser PATH. It can be done without: open the page in any browser and print it to a PDF file.

diag-broken-browser = The browser { $file } did not print the pages: { $reason }.
diag-broken-browser-help = See whether it opens by itself, or name another: --browser PATH. It must be Chromium, Chrome or Edge.

diag-slow-browser = The browser { $file } did not finish printing in { $value } seconds and was stopped.
diag-slow-browser-help = Give it more time: --wait SECONDS, print fewer pages at a time or name another browser: --browser PATH.

diag-k-too-large = The cluster is decided by the share that ranks { $value } from the top, but only { $other } procedures are described.
diag-k-too-large-help = Lower k.

diag-unknown-attribute = The attribute “{ $value }” is not described.
diag-unknown-attribute-help = Correct the name or describe the attribute in methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-category = The attribute “{ $other }” has no category “{ $value }”.
diag-unknown-category-help = Correct the name of the category.{ diag-nearest }{ diag-known }

diag-unknown-table = The table “{ $value }” is not described.
diag-unknown-table-help = Correct the name or describe the table in methodology.toml: [[table]] or [[listing]].{ diag-nearest }{ diag-known }

diag-unknown-line = The table “{ $table }” has no row or column “{ $value }”.
diag-unknown-line-help = Correct the name. A sum adds only what is described above it.{ diag-nearest }{ diag-known }

diag-unknown-data = There is no table “{ $value }” in the data folder.
diag-unknown-data-help = Correct the name or put a file with such a table there.{ diag-nearest }{ diag-known }

diag-unknown-field = The table “{ $table }” has no column “{ $value }”.
diag-unknown-field-help = Correct the name or add the column to the data.{ diag-nearest }{ diag-known }

diag-unknown-row = The table “{ $table }” has no row “{ $value }”.
diag-unknown-row-help = Correct the name or add the row to the data.{ diag-nearest }{ diag-known }

diag-unknown-track = There is no track, group or variant of support “{ $value }” in methodology.toml.
diag-unknown-track-help = Write the number or the id of a track, or the id of a group or a variant of support.{ diag-nearest }{ diag-known }

diag-decision-too-early = The decision is dated { $value }, and its document { $other }, which is later.
diag-decision-too-early-help = Check both dates: a decision stands in its document and cannot be older.

diag-addressee-mismatch = The column “{ $column }” names somebody else than the addressee.
diag-addressee-mismatch-help = A recommendation to the region names neither a municipality nor a school, one to a municipality names no school, and a school must be of the municipality that is named. Correct the addressee or empty the column.

diag-several-dates = One number stands with several dates: { $value }, { $other }.
diag-several-dates-help = If this is one document, keep the right date. If they are several documents, write it into the table checked: the code of this message (check) and why it is so (reason).

diag-missing-attachment = There is no file “{ $value }” in the folder { $other }.
diag-missing-attachment-help = Put the file into this folder or correct the name; the path begins there and has slashes “/”.{ diag-nearest }{ diag-known }

diag-unused-attachment = Neither a document nor a text leads to the file “{ $file }”, so it is not published.
diag-unused-attachment-help = Name it in the column file of the table documents, link to it from a text, or put it beside a text: plan.pdf and all in the folder plan belong to plan.md. Take out what is not needed.

diag-not-by-school = The table “{ $table }” has no column school, so its rows are not known to be about any school.
diag-not-by-school-help = Add a column school with the codes of schools, or take another table.

diag-attribute-cycle = Attributes are defined through each other: { $value }.
diag-attribute-cycle-help = Break the circle: one of them must come straight from the data.

diag-attribute-not-here = The attribute “{ $value }” does not suit the table “{ $table }”: it belongs to something else than the table counts.
diag-attribute-not-here-help = See what the table counts (the setting over, in a call of): schools, results of schools by procedure or year, or rows of data. Take an attribute of the same kind or change the setting.

diag-not-of-schools = The attribute “{ $value }” is not about the school as such and cannot be a condition of “{ $other }”.
diag-not-of-schools-help = Take an attribute of the school itself: without procedures, with a year (year = …), from a table with one row for each school.

diag-conditions-apart = The attribute “{ $value }” cannot be combined with the others in the case “{ $other }”: they are about different things.
diag-conditions-apart-help = Attributes of schools and of their results by procedure and year can be combined; one of rows of a table only with those of schools and of the same table.

diag-not-categories = The attribute “{ $value }” has no categories, so it cannot make rows or columns.
diag-not-categories-help = Divide the attribute into intervals in methodology.toml or take another.

diag-not-number = The attribute “{ $value }” is not a number, so there is nothing to compute from it.
diag-not-number-help = Take a numeric attribute, or count schools instead of a mean.

diag-ambiguous-field = A school has several rows that fit: it is unclear from which to take “{ $value }”.
diag-ambiguous-field-help = Say with the setting at which row is needed, so that each school has one left.{ diag-known }

diag-unknown-support = The system of support “{ $value }” is not declared.
diag-unknown-support-help = Correct the name, or declare it in methodology.toml: [[support]].{ diag-nearest }{ diag-known }

diag-no-variant = “{ $column }”: schools that meet no variant: { $value }: { $other }.
diag-no-variant-help = The page of the variants names the reasons of each school. Correct the data or the criteria; if all is right, write it into the table checked: the code of this message (check) and why it is so (reason). These schools are shown apart.

diag-several-variants = “{ $column }”: schools that meet several variants: { $value }: { $other }.
diag-several-variants-help = Make the criteria exclude each other, or write several = "first": then the first in order holds. These schools are shown apart.

diag-overlapping-sum = The summary row “{ $value }” adds parts that overlap: { $other }.
diag-overlapping-sum-help = The same school is in both and would be counted twice. Keep only what does not overlap.

## Editions

diag-unknown-edition = There is no edition “{ $value }” in svod.toml.
diag-unknown-edition-help = Correct the id after --edition or declare such an edition in svod.toml.{ diag-nearest }{ diag-known }

diag-unknown-withheld = There is nothing to withhold as “{ $value }”: no attribute and no table of the data has this name.
diag-unknown-withheld-help = Correct the name in the list withhold. The tables municipalities, schools and results cannot be withheld: schools are hidden by the key schools.{ diag-nearest }{ diag-known }

diag-code-key = Codes of schools need a secret: a key code_key of at least { $value } characters.
diag-code-key-help = Write code_key = "…" into the edition, a random string that only you know. Codes are made from it and the ids of schools; as long as it stays the same, so do the codes.

diag-bad-smallest = The smallest count to be shown cannot be { $value }.
diag-bad-smallest-help = Write a whole number from 1 to { $other }, for example smallest = 5.

diag-withheld-figure = The call “{ $value }” asks for a figure of the table “{ $table }” that this edition withholds.
diag-withheld-figure-help = It can be printed as “withheld”, but not compared with, nor can the schools behind it be named. Ask has("{ $table }", …) first, or write the condition in another way.

diag-withheld-school = The text names a school that this edition does not show: “{ $value }”.
diag-withheld-school-help = Take the name of the school, its id and links to it out of the text, or build an edition in which schools are named (schools = "named").

## Foreign layouts

diag-source-column-twice = The column “{ $column }” is described twice.
diag-source-column-twice-help = A column of a table comes from one place: a column of the file, the name of the file or sheet, or the section constants. Keep one.

diag-source-gaps-differ = The headings “{ $value }” and “{ $other }” have different names in braces, so their columns cannot meet in one row.
diag-source-gaps-differ-help = Put the same names in braces into both headings, or describe the columns in two sections [[source]].

diag-source-table = svod knows no table “{ $value }”.
diag-source-table-help = Mend the name, or describe the columns of the table in methodology.toml under [data.name].{ diag-nearest }{ diag-known }

diag-source-without = Nothing says where the column “{ $column }” of the table “{ $table }” comes from.
diag-source-without-help = Name its heading under [source.columns] or, if it is the same in each row, its value under [source.constants].{ diag-nearest }

diag-source-file = There is no file “{ $value }” in the data folder.
diag-source-file-help = Mend the setting file or put the file into the folder. The sign * in a name stands for anything.{ diag-nearest }

diag-source-sheet = The workbook “{ $file }” has no sheet “{ $value }”.
diag-source-sheet-help = Mend the setting sheet. Without it the first sheet is read.{ diag-nearest }{ diag-known }

diag-source-heading = The file has no heading “{ $value }”.
diag-source-heading-help = Write the heading in svod.toml as it stands in the file; case, spaces and line breaks do not matter. Join a heading of several rows with “ / ”: “2022 / Participants”. If svod found the wrong heading, name its row with the setting header.{ diag-nearest }{ diag-known }

diag-skipped-rows = Rows that are no data were left out: { $value }. They begin with: { $other }.
diag-skipped-rows-help = See that there is no school among them. Totals were compared with the sum of the rows above.

diag-total-mismatch = The total of the column “{ $column }” is { $value }, but the rows above it add up to { $other }.
diag-total-mismatch-help = See whether all rows are in the file and whether the total is right. The total itself is not in the report.

diag-unknown-name = The name “{ $value }” is not in the table { $table }.
diag-unknown-name-help = Mend the name: it must be that of the column name; case and spaces do not matter. If it is a total or a note, put the beginning of the row into the setting skip under [[source]].{ diag-nearest }{ diag-known }

diag-ambiguous-name = The name “{ $value }” belongs to several in the table { $table }: { $known }.
diag-ambiguous-name-help = Describe the column municipality under [source.columns] if the file has one, or write the id in place of the name.

diag-share-or-percent = In the column “{ $column }” no number is greater than one: they may be fractions or percentages.
diag-share-or-percent-help = Say it in svod.toml: unit = "fraction" at the column for fractions from 0 to 1, unit = "percent" for percentages. In a canonical table put the sign % to the numbers.

diag-bad-percent = “{ $value }” in the column “{ $column }” is no share of participants.
diag-bad-percent-help = A number from 0 to 100 is needed, for example 35.7 or 35.7 %. If there is no data, write “н/д”.

diag-percent-over-100 = The column “{ $column }” has more than a hundred percent: “{ $value }”.
diag-percent-over-100-help = No share is above 100%. Look for a digit too many, or a count in the wrong column.

## Narrative, templates, theme

diag-bad-front-matter = The head of the page is missing or not closed.
diag-bad-front-matter-help = Begin the file so: a line +++, under it title = "Title", under it another line +++, then the text.

diag-open-tag = A tag is opened but not closed.
diag-open-tag-help = A figure is closed by two braces, a condition by a percent sign and a brace. Add them.

diag-long-tag = More tags, or more signs in a tag, than there may be: { $value }.
diag-long-tag-help = Divide the tag, or the text into several pages.

diag-long-settings = The settings file “{ $file }” is too large: more than { $value } bytes.
diag-long-settings-help = Settings are no place for data: move it to tables of the folder data.

diag-long-text = With its figures and names the text is longer than it may be: { $value } bytes.
diag-long-text-help = Name fewer schools (limit) or divide the text into several pages.

diag-statement-in-text = A text has no command “{ $value }”.
diag-statement-in-text-help = Texts have conditions alone: if, elif, else, endif.{ diag-nearest }

diag-filter-in-text = The sign “|” does nothing in a text.
diag-filter-in-text-help = Take it away with the word after it: the call itself decides how a figure looks.

diag-unknown-call = There is no call “{ $value }”.
diag-unknown-call-help = Correct the name.{ diag-nearest }{ diag-known }

diag-unknown-argument = The call “{ $other }” takes no “{ $value }”.
diag-unknown-argument-help = Correct the name before the equals sign or take it away.{ diag-nearest }{ diag-known }

diag-missing-argument = The call “{ $other }” lacks “{ $value }”.
diag-missing-argument-help = Add it after a comma: { $value }="…".{ diag-known }

diag-bad-argument = “{ $value }” of the call “{ $other }” is not given as it should be.
diag-bad-argument-help = Names, ids and years stand in quotes, whole numbers without.

diag-no-form = Nothing says how “{ $value }” is written in this case.
diag-no-form-help = svod does not decline names. Add a column { $column } to the table { $table } and write the form, or let the name stand in the nominative.

diag-bad-condition = The condition “{ $value }” could not be read.
diag-bad-condition-help = Write attribute = category; several categories are joined by or, numbers are compared by <, <=, > and >=, and several conditions are joined by and: where="locality = rural and isbsh < 40".

diag-many-tables = The texts declare more than { $value } tables.
diag-many-tables-help = Keep those that are needed; describe in methodology.toml what many pages share.

diag-table-too-large = The table “{ $table }” has more than { $value } cells.
diag-table-too-large-help = Take an attribute with fewer categories for its rows or columns, or describe the table in methodology.toml.

diag-bad-word = “{ $value }” is none of the words for “{ $column }”.
diag-bad-word-help = Correct the word in quotes.{ diag-nearest }{ diag-allowed }

diag-unknown-fact = Of what this page is about, “{ $value }” is not known.
diag-unknown-fact-help = After this and a dot stands one of the known names.{ diag-nearest }{ diag-known }

diag-bad-call = The tag cannot be read: { $reason }.
diag-bad-call-help = Compare quotes, commas and brackets with the example: percent("list_share", row="2023").

diag-no-such-line = The table “{ $table }” has no row or column “{ $value }”.
diag-no-such-line-help = Name the row or column by its id or by its heading in the table.{ diag-nearest }{ diag-known }

diag-empty-cell = The call “{ $value }” has nothing to say: this cell of the table “{ $table }” has no such figure.
diag-empty-cell-help = Choose another cell. A mean is said by percent; it has no count and no share.

diag-not-schools = The call “{ $value }” speaks of schools, but the table “{ $table }” does not count schools.
diag-not-schools-help = Take count, percent or part, and say in words what is counted.

diag-no-figure = The table “{ $value }” has no chart.
diag-no-figure-help = Declare one in methodology.toml (chart) or put the table: table("{ $value }").{ diag-known }

diag-unknown-folder = The text _default.md stands in the folder “{ $value }”, which has no pages that could share it.
diag-unknown-folder-help = Correct the name of the folder.{ diag-nearest }{ diag-allowed }

diag-unknown-page = The text “{ $value }” lies in a folder of generated pages, but there is no such page.
diag-unknown-page-help = Name the file by the id of what it is about, or _default.md for all, or move it to another folder.{ diag-nearest }

diag-insert-in-line = The call “{ $value }” must be a paragraph of its own.
diag-insert-in-line-help = Leave it alone on its line, with empty lines before and after.

diag-contradicted-number = The number “{ $value }” differs from the data. Computed: { $other }.
diag-contradicted-number-help = Put a call in its place: it takes the figure from the table. If these are the words of a source, mark them: quoted("…", reason="…").

diag-wrong-share = The share “{ $value }” does not follow from the numbers before it.
diag-wrong-share-help = Put the call schools_percent or percent in its place. If these are the words of a source, mark them: quoted("…", reason="…").

diag-unsupported-number = The number “{ $value }” is typed by hand, and nothing on this page supports it.
diag-unsupported-number-help = Put a call in its place, or a table that holds it on the page. If these are the words of a source, mark them: quoted("…", reason="…").

diag-raw-html = HTML has no effect in a text: “{ $value }” is left out.
diag-raw-html-help = Write the same in Markdown. If HTML is needed, allow it in svod.toml: section [content], raw_html = true; what is harmful is still taken out.

diag-unknown-callout = “{ $value }” makes no call-out.
diag-unknown-callout-help = The first line of a call-out holds nothing after > but the word in brackets, for example [!Вывод]; its text begins on the next line.{ diag-nearest }{ diag-known }

diag-spaced-link = This is no link: the address “{ $value }” has spaces.
diag-spaced-link-help = Put the address between angle brackets: (<{ $value }>).

diag-missing-alt = The picture “{ $value }” has no description.
diag-missing-alt-help = Say in the square brackets what it shows: those who do not see it will hear it.

diag-broken-link = The link “{ $value }” leads nowhere.
diag-broken-link-help = Correct the address or remove the link.{ diag-nearest }

diag-unknown-anchor = The page “{ $other }” has no place “#{ $value }”.
diag-unknown-anchor-help = Correct the word after #. To name a place yourself, end the heading or the caption with # and a word, together in curly brackets.{ diag-nearest }{ diag-known }

diag-link-scheme = The link “{ $value }” is not allowed.
diag-link-scheme-help = A link may lead to a file beside the text, a page, a place of a page (#…), a school, municipality, procedure, group, table or document by its id (school:…), an address with https:// or of mail.{ diag-nearest }{ diag-allowed }

diag-link-outside = The link “{ $value }” leads out of the folder content.
diag-link-outside-help = Put the file beside the text and link to it there.

diag-no-such-file = There is no file “{ $file }”, to which the link leads.
diag-no-such-file-help = Put the file there, or correct the address: it is written from the folder that the text lies in.{ diag-nearest }

diag-linked-file = “{ $file }” is no file but a symbolic link.
diag-linked-file-help = Put the file itself there: svod follows no links.

diag-attachment-kind = The file “{ $file }” cannot be attached: a browser could run it.
diag-attachment-kind-help = Save it as PDF, as a document or as a PNG image.{ diag-allowed }

diag-bare-link = The link “{ $value }” has no words, and its place has no name.
diag-bare-link-help = Write words in the square brackets. Without words a link may lead to a table, a figure, a page, a school, a municipality, a procedure, a group, a document or a file.

diag-number-elsewhere = The table or figure “{ $value }” stands on another page, which has numbers of its own.
diag-number-elsewhere-help = Name the page in words. Numbers run through the site with svod.toml: section [content], numbering = "site".

diag-bad-template = A mistake in the template “{ $file }”: { $reason }.
diag-bad-template-help = Correct the template. If you take it out of the site folder, the template of the theme will serve.

diag-unknown-theme = There is no theme “{ $value }”.
diag-unknown-theme-help = Correct the name of the theme in svod.toml or put it into the folder themes.{ diag-nearest }{ diag-known }

diag-bad-import = The style sheet “{ $value }” cannot be imported here.
diag-bad-import-help = A part of the styles is imported by the line @import url("name.css"); such a file must lie in the same folder of the theme and not import this one.{ diag-nearest }{ diag-known }

diag-path-taken = The address “{ $value }” is also claimed by “{ $other }”.
diag-path-taken-help = Rename one of the two files.

## Before publication

diag-not-stated = { $column ->
    [date] The file svod.toml has no date of the report
   *[other] The file svod.toml does not say who publishes the report
}.
diag-not-stated-help = { $column ->
    [date] Add the day that the report speaks of: date = "2024-02-01". By it one sees what is overdue and which edition is newer.
   *[other] Add the name of the organisation: publisher = "Institute of Education". It stands at the bottom of each page.
}

diag-no-contact = A reader has nobody to write to: no row of the table contacts has a telephone, an address of mail or a postal one.
diag-no-contact-help = Add data/contacts.csv: organisation, role, phone, email, address. The page on accessibility, which each report has, leads there. If the edition lists its pages, name contacts among them.

diag-open-to-all = The report names schools and their results, will stand on the web and is open to search engines, and nobody has said for whom it is.
diag-open-to-all-help = Declare an edition in svod.toml: [[edition]] with id, title and audience. An edition for everybody can leave schools out (schools = "omitted") and hold small numbers back (smallest = 10); robots = "noindex" keeps search engines away.

diag-report-before-year = The date of the report, { $value }, is earlier than the year it is about: { $other }.
diag-report-before-year-help = The file svod.toml seems to be last year's. Correct the date, or years.current in methodology.toml.

diag-title-of-other-year = The title of the report names { $value }, and the procedures it is about are of { $other }.
diag-title-of-other-year-help = The title seems to be last year's. Correct it, or years.current in methodology.toml.

diag-example-left = Left of the example: { $value }.
diag-example-left-help = The command svod new put it here to begin from; its region and schools are invented. Put your own in its place or delete it.

diag-placeholder = A note to oneself is left: “{ $value }”.
diag-placeholder-help = Write what should stand here, or take the note out: readers will see it as it is.

diag-empty-text = The page “{ $value }” has a title, but neither words nor tables.
diag-empty-text-help = Write the text or delete the file: the page then leaves the menu by itself.

diag-unjudged-measure = Nobody has said whether the measure worked and what is to become of it: “{ $value }”.
diag-unjudged-measure-help = Write the decision into the column verdict (keep, strengthen, change, drop) or a judgement into judgement (effective, insufficient, weak). Without it the report does not close the management cycle.

diag-passed-term = The term { $other } has passed, and nobody has said whether it was done: “{ $value }”.
diag-passed-term-help = Write into the column status: done, in_progress, cancelled. The report will call what was not done in time overdue.

diag-later-than-report = A document or decision is dated { $value }, and the report is older: { $other }.
diag-later-than-report-help = Check both dates. If the report was added to after that document, change the date in svod.toml.

## Writing

diag-taken-port = Port { $value } of this computer cannot be opened: { $reason }.
diag-taken-port-help = svod serve may be running in another window. Close it or give another port: svod serve --port 0.

diag-cannot-write = “{ $file }” could not be written: { $reason }.
diag-cannot-write-help = Check the room on the disk, the right to write, and that the file is not open in another program.

diag-not-a-site = The folder “{ $file }” has no svod.toml: it is not a site folder.
diag-not-a-site-help = Go to the site folder or name it: --root DIR. A new site is made by svod new DIR.

diag-foreign-output = The folder “{ $file }” holds what svod did not make, so nothing in it will be touched.
diag-foreign-output-help = Name another folder: --out DIR. Or clear this one.

diag-folder-not-empty = The folder “{ $file }” is not empty, so svod will put nothing into it.
diag-folder-not-empty-help = Name another folder: svod will make it.

## Imported reports of other systems

diag-broken-export = The file "{ $file }" is damaged: its parts contradict each other.
diag-broken-export-help = Open the file in Excel or LibreOffice, save it anew as .xlsx and try again. If it does not open, export the report once more.

diag-unknown-layout = The file "{ $file }" has no table that svod import recognises by its headings.
diag-unknown-layout-help = Which reports it recognises, and by which headings, stands in the guide. A table in another layout is described in svod.toml, in a section [[source]].

diag-incomplete-layout = The file "{ $file }" looks like the report "{ $kind ->
    [mark-statistics] VPR, statistics by mark
    [flat] VPR, table by school
    [individual] VPR, individual results
    [journal-marks] VPR, marks compared with those of the journal
    [protocol] protocol of an exam
   *[mark-codes] OGE, marks by school code
}", but has no column "{ $column }".
diag-incomplete-layout-help = Export the whole report. If the column is there under another name, call it "{ $column }".

diag-unread-sheet = This sheet of the file "{ $file }" was not recognised and not read.
diag-unread-sheet-help = If there are results on it, compare its headings with the guide; if not, nothing need be done.

diag-repeated-file = The file "{ $file }" is an exact copy of one named before; it was not read twice.
diag-repeated-file-help = Leave the copy out.

diag-journal-marks = The report that compares marks with those of the journal is recognised, but nothing was taken from it.
diag-journal-marks-help = No table of svod has a place for the shares of lowered, confirmed and raised marks: no list and no cluster is computed from them. The file "{ $file }" can be left out.

diag-no-procedure-said = It is not clear which procedure this table is of: the titles above it name none of the methodology.
diag-no-procedure-said-help = Name it: svod import --procedure ID. To have it recognised, write into methodology.toml how this report calls the subject: import.names = ["Математика профильная"] or import.codes = ["02"].{ diag-known }

diag-several-procedures = By the titles above the table several procedures fit: { $known }.
diag-several-procedures-help = Name the right one: svod import --procedure ID. To tell them apart, write into methodology.toml how reports call the subject of each: import.names = ["Математика профильная"].

diag-no-year-said = It is not clear which year this table is of: the titles above it have no year.
diag-no-year-said-help = Name it: svod import --year 2025.

diag-no-minimum = The methodology does not say from which score on "{ $value }" is passed in { $other }.
diag-no-minimum-help = Write the least score of those who passed into the procedure's section of methodology.toml: import.{ $column } = …, or, if it has changed, import.{ $column }.{ $other } = …. There is no default: svod may not guess a minimum.

diag-marks-not-whole = The shares or counts of those with each mark (score) add up to { $value }: neither 100 % nor the number of participants ({ $other }).
diag-marks-not-whole-help = Check the row: is a column lost, is there a slip? In a complete report the sum is right save for rounding.

diag-imported-name = The table { $table } has no name "{ $value }".
diag-imported-name-help = If it is a school or municipality of the region, write this name into the column aliases of { $table }, and the login or code of a school into exam_code. If it does not belong into the report, try again with --skip-unknown.{ diag-nearest }

diag-same-name = Several in the table { $table } bear the name "{ $value }": { $known }.
diag-same-name-help = Without municipality or login they cannot be told apart. Export a report that has a column «Муниципалитет» or «Логин», or write the id in place of the name.

diag-unknown-pupil-school = The school named here is not in the table schools; participants: { $value }.
diag-unknown-pupil-school-help = Write its code or login into the column exam_code of schools. svod does not show the value itself: it stands beside data of persons. If the school does not belong into the report, try again with --skip-unknown.{ diag-nearest }

diag-left-out-school = A row of a school or municipality that no table has was left out (rows: { $value }).
diag-left-out-school-help = So --skip-unknown wants it. To have the results in the report, write the name into aliases or the code into exam_code and try again without it.

diag-bad-pupil-cell = In the column "{ $column }" there is { $kind ->
    [mark] no mark from 1 to 5
    [score] no score
   *[number] not a number that can be there
}.
diag-bad-pupil-cell-help = Mend this cell in the file: it must hold a whole number or nothing. svod does not show the value itself: it stands beside data of persons. If the whole column is wrong, see whether columns have shifted.

diag-block-mismatch = The title of the school says { $value } participants, but { $other } rows below it have a mark.
diag-block-mismatch-help = See whether the whole report was exported. The table will have the number of rows with a mark.

diag-schools-mismatch = The municipality has { $value } participants, its schools in this table have { $other } together.
diag-schools-mismatch-help = See whether all its schools are in the report. Only rows of schools enter the table.

diag-other-result = "{ $column }" has another result already: { $other } in the table, { $value } in this file (failed / participants).
diag-other-result-help = Find out which is right. To take the one of the file, try again with --replace.

diag-results-elsewhere = The results of this site stand in the file "{ $file }": svod import cannot add to it.
diag-results-elsewhere-help = Write the table into another folder, svod import --out DIR, and carry the rows over yourself. Or turn the data into results.csv and take this file away.
