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
diag-missing-file-help = Put the file there or correct its name in the settings.{ diag-nearest }

diag-unreadable-file = The file “{ $file }” cannot be read: { $reason }.
diag-unreadable-file-help = Check that the file is whole and open to you: open it in the program it was made in and save it again.

diag-not-utf8 = The file “{ $file }” is not in UTF-8.
diag-not-utf8-help = In Excel choose File, Save as, type “CSV UTF-8”. In Notepad choose Save as, encoding UTF-8.

diag-duplicate-table = The table “{ $table }” stands in two places: “{ $file }” and “{ $other }”.
diag-duplicate-table-help = Keep one and take the other out of the data folder.

## Tables

diag-bad-csv = Cells in the row: { $value }, but columns in the heading: { $known }.
diag-bad-csv-help = Look for a separator too many or too few, or an unclosed quote. The easiest way is to open the table in Excel, mend the row and save as “CSV UTF-8”.

diag-empty-table = The table “{ $table }” has no row of data.
diag-empty-table-help = Fill it in. If there is no data and the table is optional, remove the file: the report will simply go without that section.

diag-missing-column = The table “{ $table }” has no column “{ $column }”.
diag-missing-column-help = Add the column or correct its heading.{ diag-nearest }{ diag-known }

diag-unknown-column = The column “{ $column }” of the table “{ $table }” is unknown and stays out of the report.
diag-unknown-column-help = If it is a slip, correct the heading. If the column is needed, describe it in methodology.toml.{ diag-nearest }{ diag-known }

diag-repeated-column = The column “{ $column }” occurs twice.
diag-repeated-column-help = Keep one, delete or rename the other.

diag-too-many-rows = The table “{ $table }” has too many rows, the limit is { $known }.
diag-too-many-rows-help = Delete what is not needed: often these are empty but formatted rows below the table.

## Values

diag-missing-value = The column “{ $column }” is empty here, but a value is required.
diag-missing-value-help = Fill in the value or delete the whole row.

diag-bad-id = “{ $value }” cannot be an identifier.
diag-bad-id-help = Use Latin letters, digits, hyphen and underscore, 64 characters at most. See that no Cyrillic letter slipped in that looks Latin: а, е, о, р, с, х. The names index, con, prn, aux, nul, com1, lpt1 and the like are taken.

diag-bad-number = “{ $value }” in the column “{ $column }” does not look like a number.
diag-bad-number-help = Write the number in digits, for example 12 or 12.5. If there is no data, leave the cell empty.

diag-bad-count = “{ $value }” in the column “{ $column }” does not look like a count.
diag-bad-count-help = A count is a whole number, zero or more. If there is no data, leave the cell empty.

diag-bad-year = “{ $value }” in the column “{ $column }” does not look like a year.
diag-bad-year-help = Write the year in four digits, for example 2022.

diag-bad-date = “{ $value }” in the column “{ $column }” does not look like a date.
diag-bad-date-help = Write the date like this: 15.03.2023 or 2023-03-15.

diag-bad-yes-no = “{ $value }” in the column “{ $column }” looks neither like “yes” nor like “no”.
diag-bad-yes-no-help = Correct the value.{ diag-allowed }

diag-bad-choice = The value “{ $value }” in the column “{ $column }” is not one of the list.
diag-bad-choice-help = Correct the value.{ diag-nearest }{ diag-allowed }

diag-unknown-school = There is no school “{ $value }” in the table schools.
diag-unknown-school-help = Check the code of the school or add the school to the table schools.{ diag-nearest }

diag-unknown-municipality = There is no municipality “{ $value }” in the table municipalities.
diag-unknown-municipality-help = Check the name or add a row to the table municipalities.{ diag-nearest }

diag-unknown-procedure = The procedure “{ $value }” is not described.
diag-unknown-procedure-help = Check the name or describe the procedure in methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-group = The group “{ $value }” is not described.
diag-unknown-group-help = Check the name or describe the group.{ diag-nearest }{ diag-known }

diag-unknown-list = The list “{ $value }” is not described.
diag-unknown-list-help = Check the name or describe the list in methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-reference = “{ $value }” of the column “{ $column }” is not in the table “{ $table }”.
diag-unknown-reference-help = Correct the value or add a row to the table “{ $table }”.{ diag-nearest }

diag-repeated-key = The table “{ $table }” already has a row “{ $value }”.
diag-repeated-key-help = Keep one of the two rows: the program may not decide which is right.

diag-below-exceeds-participants = { $value } fell below the threshold, but only { $other } took part.
diag-below-exceeds-participants-help = Check both numbers for a slip, and the columns for being swapped.

diag-tile-taken = The map tile { $value } is already taken: “{ $other }”.
diag-tile-taken-help = Give one of the two another tile: columns map_col and map_row.

diag-no-results = The table results has no row for { $value }.
diag-no-results-help = Add the results or name another year in svod.toml.{ diag-known }

## Settings and method

diag-bad-toml = The settings file has a mistake: { $reason }.
diag-bad-toml-help = Most often it is an unclosed quote or bracket, a missing “=”, or curly quotes instead of straight ones.

diag-unknown-key = There is no setting “{ $value }” here.
diag-unknown-key-help = Correct the name or delete the line.{ diag-nearest }{ diag-known }

diag-repeated-id = The name “{ $value }” is taken twice.
diag-repeated-id-help = Give one of the two another name.

diag-cluster-overlap = The clusters “{ $value }” and “{ $other }” overlap.
diag-cluster-overlap-help = Move the bounds so that each share falls into exactly one cluster. Check which bounds are included.

diag-cluster-gap = There is a gap between the clusters “{ $value }” and “{ $other }”.
diag-cluster-gap-help = Move the bounds so that each share falls into exactly one cluster. Check which bounds are included.

diag-cluster-empty = No share can fall into the cluster “{ $value }”.
diag-cluster-empty-help = Check the bounds: the lower must be less than the upper.

diag-bad-parameter = “{ $value }” will not do for the setting “{ $column }”.
diag-bad-parameter-help = Correct the value.{ diag-allowed }

diag-k-too-large = The cluster is decided by the share that ranks { $value } from the top, but a school may not have so many shares.
diag-k-too-large-help = Lower k. The most it can be: { $known }.

diag-unknown-attribute = The attribute “{ $value }” is not described.
diag-unknown-attribute-help = Correct the name or describe the attribute in methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-category = The attribute “{ $other }” has no category “{ $value }”.
diag-unknown-category-help = Correct the name of the category.{ diag-nearest }{ diag-known }

diag-unknown-table = The table “{ $value }” is not described.
diag-unknown-table-help = Correct the name or describe the table in methodology.toml.{ diag-nearest }{ diag-known }

diag-unknown-field = The data has no field “{ $value }”.
diag-unknown-field-help = Correct the name or add the column to the data.{ diag-nearest }{ diag-known }

diag-attribute-cycle = Attributes are defined through each other: { $value }.
diag-attribute-cycle-help = Break the circle: one of them must come straight from the data.

diag-attribute-not-here = The attribute “{ $value }” does not suit the table “{ $table }”: it belongs to something else than the table counts.
diag-attribute-not-here-help = See what the table counts: schools, or results of schools by procedure. Take an attribute of the same kind.

diag-not-categories = The attribute “{ $value }” has no categories, so it cannot make rows or columns.
diag-not-categories-help = Divide the attribute into intervals in methodology.toml or take another.

diag-not-number = The attribute “{ $value }” is not a number, so there is nothing to compute from it.
diag-not-number-help = Take a numeric attribute, or count schools instead of a mean.

diag-ambiguous-field = The name “{ $value }” can mean several things.
diag-ambiguous-field-help = Write the full name.{ diag-known }

diag-overlapping-sum = The summary row “{ $value }” counts the category “{ $other }” twice.
diag-overlapping-sum-help = Name each category in it once.

## Narrative, templates, theme

diag-bad-front-matter = The head of the page has a mistake: { $reason }.
diag-bad-front-matter-help = Compare the head with that of another page: the same names, the same straight quotes.

diag-broken-link = The link “{ $value }” leads nowhere.
diag-broken-link-help = Correct the address or remove the link.{ diag-nearest }

diag-bad-template = A mistake in the template “{ $file }”: { $reason }.
diag-bad-template-help = Correct the template. If you take it out of the site folder, the template of the theme will serve.

diag-unknown-theme = There is no theme “{ $value }”.
diag-unknown-theme-help = Correct the name of the theme in svod.toml or put it into the folder themes.{ diag-nearest }{ diag-known }

diag-path-taken = The address “{ $value }” is also claimed by “{ $other }”.
diag-path-taken-help = Rename one of the two files.

## Writing

diag-cannot-write = “{ $file }” could not be written: { $reason }.
diag-cannot-write-help = Check the room on the disk, the right to write, and that the file is not open in another program.

diag-not-a-site = The folder “{ $file }” has no svod.toml: it is not a site folder.
diag-not-a-site-help = Go to the site folder or name it: --root DIR. A new site is made by svod new DIR.

diag-foreign-output = The folder “{ $file }” holds what svod did not make, so nothing in it will be touched.
diag-foreign-output-help = Name another folder: --out DIR. Or clear this one.
