# What the commands say. Counted things come from units.ftl, faults from diag.ftl.

## Closing lines

cli-edition = Edition “{ $title }” ({ $id }).
cli-edition-for = Edition “{ $title }” ({ $id }): { $audience }.
cli-done = Done: { $pages }, { $tables } in { $seconds }. Search index: { $search }.
cli-done-where = Open { $folder }/index.html in a browser
cli-packed = Done: { $file }, { $packed }. The archive holds { $files }, unpacked { $size }; open index.html.
cli-packed-single = Done: { $file }, { $packed }. The file holds { $files }; open it with a double click.
cli-printed = Done: { $file }, { $size }.
cli-created =
    Done: { $folder } holds a small report of an invented region.

    What next:
      svod build --root { $argument }
          make the report; then open { $folder }/public/index.html
      svod check --root { $argument }
          check data and texts, write nothing

    What is in which file is said, in Russian, in { $folder }/README.txt. Put your own files in their
    place one by one.
cli-stopped = Found { $found }. Nothing was written; the previous site is untouched.
cli-not-imported = Found: { $found }. Nothing was written.
cli-checked = Found { $found }.
cli-figures = Figures in the texts: { $n }, of them computed: { $computed } ({ $percent }).
cli-checked-clean = Nothing to complain about.
cli-released-clean = Everything is ready to be published.
cli-released = Not ready to be published: { $found }.
cli-released-editions = Editions checked: { $titles }.
cli-released-some = Editions checked: { $titles }; ready among them: { $ready }.

## The preview

serve-at =
    The report is at { $url }
    Edit and save the files: the page refreshes by itself. Ctrl+C ends this.
serve-reloaded = Read anew in { $seconds }.
serve-no-browser = The browser did not open: open the address yourself.
serve-faults = There are errors. This is the last good version of the page.
serve-missing = The report has no page “{ $path }”.

## Stages

cli-stage-read = Reading the data
cli-stage-check = Checking
cli-stage-compute = Computing tables
cli-stage-export = Making files of tables
cli-stage-render = Making pages
cli-stage-write = Writing the site

## Around a fault

cli-fault-column = column "{ $header }"
cli-fault-column-number = column { $number }
cli-fault-more = { $n } such places in all. Some more: { $places }
cli-fault-first = First here: { $places }
cli-fault-see = Connected with it: { $places }
cli-fault-help = What to do: { $text }
cli-fault-code = Code: { $code }

cli-place-cell = { $file }, sheet “{ $sheet }”, cell { $cell }
cli-place-row = { $file }, sheet “{ $sheet }”, row { $row }
cli-place-sheet = { $file }, sheet “{ $sheet }”

cli-reason-bad-path = the file system allows no such file name
cli-reason-busy = another run of svod is writing this site now
cli-reason-no-right = there is no right to write there
cli-reason-no-space = the disk is full
cli-reason-read-only = the disk is read-only
cli-reason-not-a-folder = it is a file, not a folder
cli-reason-in-use = another program uses the folder or file

## Wrong usage

usage-unknown-command = There is no command "{ $value }".
usage-unknown-argument = "{ $value }" does not belong here.
usage-bad-value = The value "{ $value }" does not suit { $argument }.
usage-no-value = { $argument } needs a value.
usage-missing = Missing: { $argument }.
usage-repeated = { $argument } is given twice.
usage-choices = Allowed: { $value }.
usage-similar = Did you mean "{ $value }"?
usage-help = For help: svod --help

## Help

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options

help-value-dir = DIR
help-value-file = FILE
help-value-id = ID
help-value-url = URL
help-value-page = PAGE
help-value-path = PATH
help-value-shell = SHELL
help-value-command = COMMAND
help-value-lang = LANGUAGE
help-value-n = NUMBER
help-value-format = FORMAT
help-value-procedure = PROCEDURE
help-value-year = YEAR
help-value-table = TABLE
help-value-row = ROW
help-value-column = COLUMN
help-value-port = PORT
help-value-seconds = SECONDS

help-svod = svod turns tables and texts into a finished report: a site that opens without a network, too.
help-svod-usage = svod [OPTIONS] COMMAND
help-svod-examples =
    Examples:
      svod new report-2024            begin a report
      svod check                      check data and texts, write nothing
      svod build                      make the site in the folder public
      svod build --help               all options of a command
      svod --root report-2022 build   make the site of another folder

    A site is made from the folder that holds svod.toml. If the data have errors, svod shows all
    of them at once, and the previous site stays as it was. Exit status: 0 done, 1 errors in the
    input, 2 wrong usage.
help-svod-root = The site folder, which holds svod.toml (default: the current one)
help-svod-lang = Language of messages: ru or en (default: ru)
help-svod-quiet = Tell of errors and warnings only
help-svod-help = Show this help
help-svod-version = Show the version

help-new = Begin a report: a folder with a small example that explains itself
help-new-usage = svod new DIR [OPTIONS]
help-new-dir = The folder to make; if it is there already, it must be empty
help-new-examples =
    Examples:
      svod new report-2024             make the folder
      svod build --root report-2024    make the report in it

    svod asks nothing. The folder holds a report of an invented region with every section; its files
    and README.txt explain themselves, in Russian. Put your own files in their place one by one.

help-build = Make the site
help-build-usage = svod build [OPTIONS]
help-build-edition = The edition, by its id in svod.toml (the first declared one if not said)
help-build-year = The report of an earlier year, such as 2023 (the present one if not said)
help-build-out = Where to write the site (default: public beside svod.toml)
help-build-base_url = Where the site will stand, such as https://example.org/report/: with it there are a sitemap, a feed and a picture for links
help-build-jobs = How many threads to use (default: as many as there are processors)
help-build-timings = Show how long each step took
help-build-format = How to show errors: text to read, json for programs, one a line
help-build-examples =
    Examples:
      svod build                       make the site in the folder public
      svod build --out D:\report       make it right on a USB stick
      svod build --format json         errors as programs like them

    The new site replaces the previous one as a whole and only when it is ready. A folder with
    somebody else's files is left alone.

help-archive = Make the report one file: an archive, or a page to be mailed
help-archive-usage = svod archive [OPTIONS]
help-archive-edition = The edition, by its id in svod.toml (the first declared one if not said)
help-archive-year = The report of an earlier year, such as 2023 (the present one if not said)
help-archive-out = The file to write (default: report.zip beside svod.toml; with --single-file report.html or ID.html)
help-archive-base_url = Where the site will stand, such as https://example.org/report/: with it there are a sitemap, a feed and a picture for links
help-archive-single_file = One HTML file with everything inside: opens with a double click, can be mailed
help-archive-municipality = The municipality the file is about: an id of the table municipalities (default: the whole region)
help-archive-examples =
    Examples:
      svod archive                                           the whole site in report.zip
      svod archive --out E:\report.zip                       straight on to a stick
      svod archive --single-file --municipality uglichsky    pages of a municipality and its schools in one file

    The same data make the same archive, byte by byte. SHA256SUMS inside lists the checksums of the
    files. An older file of that name is replaced once the new one is ready.

help-check = Check data, method and texts, write nothing
help-check-usage = svod check [OPTIONS]
help-check-edition = The edition, by its id in svod.toml (the first declared one if not said)
help-check-year = The report of an earlier year, such as 2023 (the present one if not said)
help-check-strict = Fail on warnings too
help-check-release = Look for what must be true before publication too, in every edition; fail on warnings
help-check-base_url = Where the site will stand, such as https://example.org/report/ (with --release)
help-check-format = How to show errors: text to read, json for programs, one a line
help-check-examples =
    Examples:
      svod check                  all errors and warnings at once
      svod check --strict         let no warning pass either
      svod check --release        before publication: nothing left of the example, no notes to oneself, no measure without a verdict

help-import = Take results from reports of FIS OKO and protocols of exams
help-import-usage = svod import FILE… [OPTIONS]
help-import-files = Files with reports, or folders of them: .xlsx, .xls, .ods, .csv
help-import-out = Folder whose results.csv is added to (default: the data folder of the site)
help-import-stdout = Print the rows taken and write nothing
help-import-procedure = Procedure of tables whose titles do not say it: an id of methodology.toml
help-import-year = Year of tables whose titles do not say it
help-import-replace = Replace results that are there and differ
help-import-skip_unknown = Leave out schools that no table has
help-import-format = How to print messages: text for reading, json for programs, one a line
help-import-examples =
    Examples:
      svod import export.xlsx                   add to data/results.csv
      svod import vpr/                          all files of a folder
      svod import vpr.xlsx --stdout             look first, write nothing
      svod import protocol.xls --procedure ege_rus --year 2022

    A report is recognised by the headings of its columns: statistics by mark, tables by school and
    individual results of the VPR, protocols of the EGE and the OGE. Pupils are added up by school at
    once: svod writes and shows no name, no code and no document number. While there is a single
    error nothing is written; the rows of results.csv stay where they are.

help-table = Show one table
help-table-usage = svod table TABLE [OPTIONS]
help-table-edition = The edition, by its id in svod.toml (the first declared one if not said)
help-table-year = The report of an earlier year, such as 2023 (the present one if not said)
help-table-id = The table's name in methodology.toml
help-table-format = Format: text to read, csv, json, or md for Markdown (default: text)
help-table-examples =
    Examples:
      svod table clusters                          the table on the screen
      svod table clusters --format csv > t.csv     the same into a file

help-explain = Show the schools and rows of data behind one figure
help-explain-usage = svod explain TABLE ROW COLUMN [OPTIONS]
help-explain-edition = The edition, by its id in svod.toml (the first declared one if not said)
help-explain-year = The report of an earlier year, such as 2023 (the present one if not said)
help-explain-table = The table's name in methodology.toml
help-explain-row = The row's name, as in the first column of tables/TABLE.csv
help-explain-column = The column's name, as in the second column of the same file
help-explain-examples =
    Example:
      svod explain clusters rural high     whose schools are behind a figure, and where in the data

help-serve = Show the report in a browser and refresh it while you edit data and texts
help-serve-usage = svod serve [OPTIONS]
help-serve-edition = The edition, by its id in svod.toml (the first declared one if not said)
help-serve-port = Port on this computer (4380 if not given; 0 is any free one)
help-serve-open = Open the browser at once
help-serve-examples =
    Example:
      svod serve --open      edit the files: after each save the page refreshes by itself

help-print = Print pages to a PDF file
help-print-edition = The edition, by its id in svod.toml (the first declared one if not said)
help-print-year = The report of an earlier year, such as 2023 (the present one if not said)
help-print-usage = svod print PAGE… [OPTIONS]
help-print-pages = Pages, as their files are named in the site: municipalities/uglichsky
help-print-out = The file to write (if not said: a file named after the first page beside svod.toml)
help-print-browser = The program of the browser (if not said: Chromium, Chrome or Edge, whichever is found)
help-print-wait = How many seconds to wait for the browser
help-print-examples =
    Examples:
      svod print municipalities/uglichsky                    the page of a municipality
      svod print index analysis/risks --out D:\report.pdf    several pages as one file

    A browser that this machine already has does the printing; svod only asks it, and waits no longer
    than said. The site need not be built before.

help-completions = Print completions for a shell
help-completions-usage = svod completions SHELL
help-completions-shell = The shell: bash, elvish, fish, powershell or zsh
help-completions-examples =
    Examples:
      svod completions bash > ~/.local/share/bash-completion/completions/svod
      svod completions powershell >> $PROFILE

help-man = Print a page of the manual
help-man-usage = svod man [COMMAND]
help-man-command = The command that the page is about (if not said: the program)
help-man-examples =
    Examples:
      svod man > svod.1                  the page of the program
      svod man build > svod-build.1      the page of a command

man-name = NAME
man-synopsis = SYNOPSIS
man-options = OPTIONS
man-commands = COMMANDS
man-examples = DETAILS
