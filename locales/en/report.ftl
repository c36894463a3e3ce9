# Sentences of the pages. A share is always given with its base.

## Categories that no file declares

category-yes = yes
category-no = no
category-municipality = Municipality
category-procedure = Procedure
category-year = Year

cluster-off-list = not on the list
cluster-base = mild non-mastery
cluster-moderate = moderate non-mastery
cluster-strong = severe non-mastery

transition-raised = moved to a better cluster
transition-left = left the list
transition-unchanged = stayed in the same cluster
transition-lowered = moved to a worse cluster
transition-entered = entered the list
transition-stayed-out = on neither list

dynamics-positive = Improved
dynamics-zero = 0% in both years
dynamics-negative = Worsened
dynamics-neutral = Unchanged
dynamics-no-participants = No participants

## Missing values: the sign and its meaning

missing-not-held-sign = x
missing-not-held = the procedure was not held
missing-no-participants-sign = n/p
missing-no-participants = nobody took part
missing-not-available-sign = —
missing-not-available = not available
missing-not-comparable-sign = ≠
missing-not-comparable = the years are not comparable
missing-too-few-sign = few
missing-too-few = too few schools for shares to be compared
missing-suppressed-sign = •
missing-suppressed = withheld: the number is small, or a small one could be worked out from it

## Words of all pages

report-overview = Overview
report-region = Region
report-municipality = Municipality
report-municipality-short = Municipality
report-municipalities = Municipalities
report-school = School
report-schools = Schools
report-group = Group of schools
report-groups = Tracks and groups
report-procedure = Assessment procedure
report-procedures = Assessment procedures
report-methodology = Methodology
report-data = Data
report-table = Table
report-year = Year
report-share = Share
report-change = Change
report-total = Total
report-indicator = Indicator
report-participants = Participants
report-failing = Failed
report-kind = Kind
report-students = Pupils
report-school-id = Code in this report
report-where = Where
report-of = { $count }{"\u00A0"}of{"\u00A0"}{ $base }
report-of-percent = { $percent } of { $base }, from a percentage
report-percent-of = { $percent } of { $base }
report-before = { $n } a year earlier ({ $points })
report-before-same = the same a year earlier
report-in-list = on the { $year } list
report-list-of = List of { $year }
report-left = left the list during the year
report-entered = entered the list during the year
report-schools-of-region = schools in the region
report-schools-of-group = schools in the group
report-municipalities-of-region = { $n ->
    [one] { $n } municipality
   *[other] { $n } municipalities
}
report-has-schools = { $n ->
    [one] The municipality has { $n } school.
   *[other] The municipality has { $n } schools.
}
report-listed = The { $year } list holds { $n ->
    [0] no school
    [one] { $n } school
   *[other] { $n } schools
} of { $base } ({ $percent }); a year earlier it held { $before } ({ $before-percent }).
report-listed-first = The { $year } list holds { $n ->
    [0] no school
    [one] { $n } school
   *[other] { $n } schools
} of { $base } ({ $percent }).
report-moves = During the year { $left ->
    [0] no school
    [one] { $left } school
   *[other] { $left } schools
} left the list and { $entered ->
    [0] none
   *[other] { $entered }
} entered it.
report-moves-inside = Within the list, { $raised } moved to a better cluster and { $lowered } to a worse one.
report-in-region = In the region as a whole, { $percent } of schools are on the list.
report-its-schools-base = Base: all schools of the municipality. { $n } in all.
report-municipalities-base = Base: the schools of the municipality; of works, all works of the year.
report-its-schools = Schools
report-change-between = Change, { $from }–{"\u2060"}{ $to }
report-beside-region = Beside the region
report-bases = Base: { $list }.
report-among-all = Among all municipalities
report-among-all-note = Each dot is a municipality. Their places show how figures are spread; they are no ranking.
report-results-over-years = Results over the years
report-failing-by-procedure = Share of participants who failed, by procedure
report-pooled-base = The share is of all participants of the procedure, all schools together.
report-cluster-unknown = on the list, cluster not stated
report-track-number = Track { $number }
report-track = Track { $number }. { $title }

table-base-alone = Base: { $base }.
table-base = Base: { $base }. { $n ->
    [one] { $n } school in all.
   *[other] { $n } schools in all.
}
table-base-units = Base: { $base }. Total: { $n }.

explain-withheld = This edition does not show schools one by one.
explain-members = { $n ->
    [0] No row stands behind this figure.
    [one] { $n } row stands behind this figure:
   *[other] { $n } rows stand behind this figure:
}

report-schools-of-municipality = schools in all
report-beside = { $own }; in the region { $region }
procedure-far-out-fact = number of schools with a share of { $bound } and more
procedure-fell = number of schools where the share fell
procedure-rose = number of schools where the share rose
map-from = from { $from }
map-choice = Indicator of the map
map-listed = Share of schools on the list of { $year }
map-change = Change in the share of listed schools in a year, p. p.
map-change-short = Change in a year
map-works = Share of works below the threshold, all procedures of { $year }
map-works-short = Works below the threshold, { $year }
map-attribute = { $title }: share of schools
map-then = { $now }, a year before { $before }
map-less = less
map-same = the same
map-more = more

## Findings of charts

finding-extremes = Highest: { $highest } ({ $high }); lowest: { $lowest } ({ $low }).
finding-many = { $n } of { $all }
finding-single = { $what }: { $value }.
finding-equal = All values are equal: { $value }.
finding-suppressed = Withheld values are left out.
finding-none = There are no data for this chart.
finding-quoted = “{ $name }”
finding-change = The share of listed schools fell in { $less } municipalities, rose in { $more }, stayed the same in { $same }.
finding-region = In the region as a whole: { $value }.
finding-part = { $part }: { $list }.
finding-part-range = { $part }: from { $lowest } ({ $low }) to { $highest } ({ $high }).
finding-stayed = Stayed where they were: { $list }.
finding-tallest = Highest: { $list }.
finding-difference = They differ most in { $group }: { $first } { $from }, { $second } { $to }.
finding-trend = { $what }: { $from } in { $first }, { $to } in { $last }.
finding-above-region = Higher than in the region: { $list }.
finding-not-above-region = No indicator is higher than in the region.

## School

school-standing-on = On the { $year } list: { $cluster } (a year earlier: { $before }).
school-standing-entered = Entered the { $year } list: { $cluster }; a year earlier the school was not listed.
school-standing-left = Not on the { $year } list: the school has left it; a year earlier: { $before }.
school-standing-out = On neither the { $year } list nor the one before.
school-standing-first = List of { $year }: { $cluster }.
school-why = Share of participants who failed of { $bound } or more, results of { $year }: { $list }.
school-why-none = In the results of { $year }, no procedure has a share of { $bound } or more of participants who failed.
school-through-years = The list over the years
school-strip = The school’s cluster on each year’s list
school-results-base = The share is of the school’s participants in the procedure; their number is in brackets.
school-moved = From { $from } to { $to } the share of participants who failed { $fell ->
    [0] fell in no procedure
    [one] fell in { $fell } procedure
   *[other] fell in { $fell } procedures
} and { $rose ->
    [0] rose in none
    [one] rose in { $rose }
   *[other] rose in { $rose }
}.
school-flat = In { $n ->
    [one] one procedure
   *[other] { $n } procedures
} nobody failed in any year: { $list }.
school-passport = About the school

## Track and group

group-outcome = { $n ->
    [one] Of { $n } school
   *[other] Of { $n } schools
} on the { $from } list, by { $to } { $left } left it, { $raised } moved to a better cluster, { $unchanged } stayed in the same one and { $lowered } moved to a worse one.{ $entered ->
    [0] {""}
   *[other] {" "}Entered the list: { $entered }.
}
group-left-others = of schools in no group, { $percent } ({ $of })
group-beside-title = Did the support work
group-beside-others = Schools on the { $from } list: what became of them by { $to }
group-beside-base = Base: schools that were on the { $from } list.
group-own = Schools of the group
group-others = Schools in no group
group-regression-note = Schools that were selected for a poor year tend to do better in the next one even without support. That is why the other schools of the same list are shown beside them.

## Procedure

procedure-now = In { $year }, { $percent } of participants ({ $count } of { $base }, in { $schools ->
    [one] { $schools } school
   *[other] { $schools } schools
}) { $failing }.
procedure-not-held = The procedure was not held in { $year }.
procedure-now-pooled = In { $year }, { $percent } of participants ({ $count } of { $base }) { $failing }.
procedure-change-pooled = In { $from } it was { $before }; the change is { $points }.
procedure-change = In { $from } it was { $before }; the change is { $points }. The share fell in { $fell ->
    [one] { $fell } school
   *[other] { $fell } schools
} and rose in { $rose }.
procedure-distribution = Distribution of schools
procedure-distribution-title = Schools by share of participants who failed, { $year }
procedure-distribution-base = Base: schools that had participants in the procedure. The upper end of an interval is not in it, but for 100%.
procedure-distribution-held = Without the schools whose result is withheld. How many, by year: { $list }.
procedure-distribution-finding = { $n ->
    [one] { $n } school
   *[other] { $n } schools
} of { $all }: a share of { $bound } or more.
procedure-interval = Share of participants who failed
procedure-schools-axis = schools
procedure-region-by-year = The region by year
procedure-by-municipality = By municipality
procedure-changes = Changes of schools
procedure-changes-base = Base: all schools of the region, those without participants as well. { $n } in all.
procedure-changes-held = Result withheld
procedure-changes-finding = From { $from } to { $to } the share of failing fell in { $fell ->
    [one] { $fell } school
   *[other] { $fell } schools
}, rose in { $rose }, stayed in { $same }; nobody failed in either year in { $zero }.
procedure-without = Schools without participants, { $year }
procedure-without-finding = In { $year } there were no participants in { $n ->
    [one] { $n } school
   *[other] { $n } schools
} of { $all }.
procedure-without-last = Last year with participants
procedure-without-ever = none
procedure-far-out = Schools with a share of { $bound } or more

## Indexes

index-municipalities = { $n ->
    [one] { $n } municipality
   *[other] { $n } municipalities
}, { $schools ->
    [one] { $schools } school
   *[other] { $schools } schools
}, in alphabetical order.
index-schools = { $n ->
    [one] { $n } school
   *[other] { $n } schools
} in alphabetical order.
index-groups = { $tracks ->
    [one] { $tracks } track
   *[other] { $tracks } tracks
}, { $n ->
    [one] { $n } group
   *[other] { $n } groups
} of schools.
index-procedures = { $n ->
    [one] { $n } procedure
   *[other] { $n } procedures
}; shares for the region.

## Data

data-lead = { $n ->
    [one] { $n } table
   *[other] { $n } tables
} of the report: each as an Excel workbook and as CSV files; all together as one workbook.
data-workbooks = Excel workbooks
data-workbooks-lead = The first sheet of each workbook is its contents; a table stands on each of the others: title, base, notes, sources.
data-about = About
data-whole = The whole report
data-xlsx = Excel (XLSX)
data-excel-csv = CSV for Excel
data-csv = CSV for programs
data-other = Other tables
data-sources = Sources
data-columns-title = What the files hold
data-columns = CSV for programs: UTF-8, commas. Columns: row; column; count; base; percent, the share as it is printed.
data-excel-columns = CSV for Excel: the same cells in words, with the separators that Excel of this language expects. Columns: row, column, count, base (“of”), value, unit.
data-numbers = Excel workbook: numbers are numbers, shares are percentages; the signs “—”, “х”, “•” are text with nothing behind them.
workbook-of-report = All tables of the report in one Excel workbook
workbook-of-municipality = The tables of this page in an Excel workbook
data-inputs = Input files
data-inputs-lead = The report was made from these files. A file that changes has another SHA-256 checksum: here are its first { $n } digits, all of them are in manifest.json.
data-file = File
data-size = Size
data-sheets = Sheets
data-checksum = Checksum
data-withheld = What is not shown, and why
data-sheet = { $file }, sheet “{ $sheet }”

## Methodology

method-lead = This page is made from the file of rules by which every figure of the report was computed.
method-years-title = Years
method-years = The report is about the results of { $current }, compared with those of { $baseline }. The list of { $list } was drawn from the results of the year before: the year of a list and the year tested are two different things.
method-subject = Subject
method-grade = Grade
method-failing = Who failed
method-minimum = Least score to pass
method-min-score = test score { $list }
method-min-primary = primary score { $list }
method-share = The share is the number of participants who failed, divided by the number of participants in the procedure. For a municipality or the region it is the sum of those who failed, divided by the sum of participants, not a mean over schools.
method-rules = Rules
method-agreement-title = The given list and the computed one
method-agreement = The given lists and those computed by these rules agree for all schools in all years for which there are results.
method-disagreement = The given list and the one computed by these rules disagree: { $list }.
method-default = The default. Source: { $source }
method-own = Set by this report. For comparison: { $source }
method-clusters = Clusters of non-mastery
method-cluster = Cluster
method-interval = Deciding share
method-from-inclusive = from { $bound } inclusive
method-from-exclusive = more than { $bound }
method-to-inclusive = to { $bound } inclusive
method-to-exclusive = to less than { $bound }
method-dynamics = Types of change
method-type = Type
method-meaning = Meaning
method-dynamics-positive = The share of participants who failed fell.
method-dynamics-zero = Nobody failed in either year.
method-dynamics-negative = The share of participants who failed rose.
method-dynamics-neutral = The share of participants who failed did not change and is not zero.
method-dynamics-no-participants = Nobody took part in one of the two years, or the years are not comparable.
method-attributes = Attributes
method-attribute = Attribute
method-made = Where it comes from
method-categories = Categories
made-field = From the data: { $field }.
made-bins = Intervals of a number in the data: { $field }.
made-quantile-lower = “{ $of }” is below the quantile { $quantile } of all schools of the region; { $ties }.
made-quantile-upper = “{ $of }” is above the quantile 1 − { $quantile } of all schools of the region; { $ties }.
made-ties-included = values equal to the quantile belong
made-ties-excluded = values equal to the quantile do not belong
made-cases = The first case that fits, by the attributes: { $of }.
made-group = The school belongs to at least one of the groups: { $groups }.
made-groups = The groups to which the school belongs.
made-cluster = The cluster of the school on the list of { $year }.
made-transition = The cluster on the list of { $from } against the cluster on the list of { $to }.
made-dynamics = The share of participants who failed in { $from } against { $to }, for each procedure.
made-held = The school had participants in the procedure in that year.
made-any-row = The table { $table } has a row of the school that fits.
made-any-row-until = The table { $table } has a row of the school that fits, of { $year } or earlier.
made-answer = The school’s answer to the question { $question }.
method-number = number
method-many = { $n ->
    [one] { $n } category
   *[other] { $n } categories
}
method-tables = Tables and their bases
method-base = Base

# The rules by example: real schools and results.
method-example = Example
method-example-none = no such school this year
method-example-nobody = No example: no school is such as the rule asks for.
method-example-flagged = Example. { $school }. { $reason }
method-example-variant = Example. { $school }.
method-example-variant-by = Example. { $school }: { $list }.
method-example-profile = Example. { $school }, profile of { $year }. Risks of high significance: { $high }, of medium: { $medium }, of low: { $low }; chosen by the school: { $chosen }; programmes carried out: { $done }.
method-example-shares = Example. { $municipality }, profiles of { $year }, risk { $risk }: of high significance in { $of }. The municipality has { $all } schools in all.
method-example-effect = Example. { $school } carried out a programme for the risk { $risk }. List of { $from }: “{ $before }”; list of { $to }: “{ $after }”.
method-example-difference = Example. Risk { $risk }. { $said }
method-example-few = No example: for no risk do both groups have { $small } schools.
method-example-result = “{ $procedure }”, { $year }: { $share }
method-example-low = Example. { $school }: { $result }. The result is low.
method-example-list = Example. { $school }, { $year }. Low results: { $n } ({ $list }). The school is on the list of { $listed }.
method-example-cluster = Example. { $school }, { $year }. Shares from the highest: { $list }. { $share } decides: cluster “{ $cluster }”.
method-example-rounding = Example. { $school }: { $of } is { $exact }, printed as { $printed }.
method-example-ordinary = Example. { $school }, “{ $procedure }”: { $from } — { $before }, { $to } — { $after }. The interval runs from { $low } to { $high }: zero is inside, the difference is an ordinary one.
method-example-change = { $school }, “{ $procedure }”: { $from } — { $before }, { $to } — { $after }

## Parameters

parameter-list-source-title = Where the list comes from
parameter-list-source-given = The list is taken from the data.
parameter-list-source-computed = The list is computed by the rule.
parameter-list-source-both = The list from the data holds; for years after the first given list that have none, it is computed by the rule. Disagreements are named below.
parameter-list-source-source = practice of the published analyses: an official list outweighs a computed one.
parameter-low-share-title = Low result
parameter-low-share = A result counts as low if { $value }% of participants or more failed.
parameter-low-share-source = the approach of FIOKO; the bound is included.
parameter-min-procedures-title = How many procedures
parameter-min-procedures = A school is listed if its low results of one year number at least { $value }.
parameter-min-procedures-source = the approach of FIOKO: two procedures of one year.
parameter-repeat-years-title = Repetition over years
parameter-repeat-years = A school is also listed if its result in one procedure has been low for this many years running: { $value }.
parameter-repeat-years-off = A low result in one procedure over several years does not of itself put a school on the list.
parameter-repeat-years-source = the rule is not applied everywhere and is off by default.
parameter-min-participants-title = Few participants
parameter-min-participants = Results with fewer than { $value } participants are left out.
parameter-min-participants-off = Results are counted whatever the number of participants.
parameter-min-participants-source = general practice; by default all are counted.
parameter-cluster-statistic-title = What decides the cluster
parameter-cluster-statistic-kth-highest = The cluster of a school is decided by one of its highest shares, counted from the top.
parameter-cluster-statistic-max = The cluster of a school is decided by its highest share.
parameter-cluster-statistic-mean = The cluster of a school is decided by the unweighted mean of its shares.
parameter-cluster-statistic-pooled = The cluster of a school is decided by the share of participants who failed in all procedures together.
parameter-cluster-statistic-source = not stated in the published analyses; it follows from the rule of two procedures.
parameter-cluster-k-title = Which of the highest shares
parameter-cluster-k = The shares of a school are ordered from the highest down; the one in place { $value } decides.
parameter-cluster-k-source = as many as the procedures needed for the list.
parameter-neutral-tolerance-title = Equal results
parameter-neutral-tolerance = Results of two years are equal if the shares differ by no more than { $value }{"\u00A0"}pp.
parameter-neutral-tolerance-off = Results of two years are equal if the shares are exactly the same, before any rounding.
parameter-neutral-tolerance-source = as in the published analyses of regions: exact fractions are compared.
parameter-rounding-title = Rounding
parameter-rounding-half-up = Percentages are rounded once, from the exact fraction; halves go up.
parameter-rounding-half-even = Percentages are rounded once, from the exact fraction; halves go to the even digit.
parameter-rounding-source = as in the tables of the published analyses of regions.
parameter-decimals-title = Decimal places
parameter-decimals = Decimal places, unless a table says otherwise: { $value }.
parameter-decimals-source = the published tables.
parameter-few-title = Small base
parameter-few = If the base is smaller than { $value }, two numbers are printed instead of a percentage, such as “2 of 8”.
parameter-few-off = A percentage is printed whatever the base, with the number beside it.
parameter-few-source = general statistical practice: fewer than ten.

# Small charts by procedure: scale, band of fluctuation, breaks.
chart-scale = All charts share one scale: from 0 to { $top }.
chart-scale-schools = One scale for all procedures and on the pages of all schools: from 0 to { $top }.
chart-scale-municipalities = One scale on the pages of all municipalities: from 0 to { $top }.
chart-bands = The band at a point is ordinary fluctuation: how far chance alone could move the share with so many participants (Wilson interval, { $confidence } %).
chart-breaks = Results before and after a dotted line are not compared; the reasons stand under the table.
chart-signs = { $sign } — the procedure was not held.
chart-range = ordinary fluctuation from { $low } to { $high }
chart-own-schools = These schools
pooled-beside-region = { $n ->
    [0] In { $year } the share of failing marks was above the region's in none of { $all } procedures.
   *[other] In { $year } the share of failing marks was above the region's in { $n } of { $all } procedures.
}

# Distribution of schools.
procedure-outline = The dashed outline is { $year }.

## Editions

edition-school = School { $code }
edition-for = { $title }: { $audience }
withheld-coded = Schools are called by codes: a code says that a school is the same, not which it is.
withheld-omitted = Schools are not shown one by one: only counts by municipality, group and region.
withheld-data = Attributes and tables of the data that are not in this edition: { $n }.
withheld-pages = Some pages are not in this edition.
withheld-small = Numbers below { $n } are held back under the sign “•”: they could point at people. So are others by which they could be worked out.
withheld-small-pupils = Numbers of pupils below { $n } are held back under the sign “•”: they could point at people. So are others by which they could be worked out.
