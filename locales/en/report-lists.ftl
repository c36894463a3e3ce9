# Lists through the years and variants of support.

## Categories that no file declares

change-entered = entered the list for the first time
change-returned = returned to the list
change-stayed = stayed on the list
change-left = left the list
change-out = off the list

history-first = first time
history-repeated = repeated
history-in-a-row = several years running
history-out = off the list

agreement-both = on both lists
agreement-only = only
agreement-neither = on neither

variant-none = meets no variant
variant-several = meets several variants

## How attributes are made

made-of-year = of { $year }
made-of-each-year = of each year
made-list = The school is on the list “{ $list }” { $year }.
made-list-any = The school is on the list “{ $list }” { $year }.
made-list-later = The school is on the list “{ $list }” { $n ->
    [one] { $n } year
   *[other] { $n } years
} after that { $year }.
made-list-earlier = The school is on the list “{ $list }” { $n ->
    [one] { $n } year
   *[other] { $n } years
} before that { $year }.
made-list-change = What became of the school from the list “{ $list }” of { $from } to that of { $to }. It has “entered” if it was on no known list before.
made-list-change-any = What became of the school from the known list “{ $list }” before to that of each year. It has “entered” if it was on no known list before.
made-list-years = How many times the school was on the list “{ $list }” in { $n ->
    [one] { $n } year
   *[other] { $n } years
} up to the list { $year }. There is no number if the list of one of these years is not known.
made-list-years-all = How many times the school was on the list “{ $list }” in all known years up to the list { $year }.
made-list-run = How many years running, up to the list { $year }, the school was on the list “{ $list }”, counting { $n } at most. There is no number if the list of one of these years is not known.
made-list-run-all = How many years running, up to the list { $year }, the school was on the list “{ $list }”.
made-list-history = How long the school has been on the list “{ $list }” { $year }. Running: { $run ->
    [one] { $run } year
   *[other] { $run } years
} without a break or more; repeated: at least once more within { $window ->
    [one] { $window } year
   *[other] { $window } years
}, this one included; first: the other schools of the list. Nothing is said if the list of one of these years is not known.
made-list-agreement = Whether the lists “{ $first }” and “{ $second }” { $year } agree.
made-variant = The variant of support by its criteria: “{ $support }”.

## Conditions in words

condition-none = no condition
condition-or = or
condition-and = and
condition-is = { $what }: { $test }
condition-unmet = { $what }: { $value }, must be { $test }
condition-present = any value
condition-at-least = at least { $bound }
condition-above = more than { $bound }
condition-at-most = at most { $bound }
condition-below = less than { $bound }

## Documents

report-document = Document
document-number = No.{"\u00A0"}{ $n }
document-date = of { $date }

## Pages of lists

report-lists = Lists
lists-lead = { $n ->
    [one] { $n } list
   *[other] { $n } lists
} by year: how many schools are on them and how they are drawn up.
lists-of-year = { $list } of { $year }
list-section-years = Its schools by year
list-section-history = First time, repeated, running
list-section-municipalities = By municipality
list-section-agreement = Together with other lists
list-section-rule = File and rule
list-section-differs = Schools on which file and rule differ
list-section-schools = Schools on the list
list-spread = There are schools on the list of { $year } in { $n ->
    [one] { $n } municipality
   *[other] { $n } municipalities
} of { $all }.
lists-drawn = How the lists are drawn up
lists-drawn-lead = The years are those of the lists; the list of a year is drawn from results of the year before.
list-who = Who draws it up
list-membership = Where it comes from
list-known = Known for
list-given = from the data
list-computed = by rule
list-both = from the data and by rule
list-given-sentence = The list is taken from the data.
list-computed-sentence = The list is computed by rule from results of the year before.
list-both-sentence = In years for which the list is given, it holds; in years after that it is computed by rule.
list-drawn = How the list is drawn up
list-drawn-by = The list is drawn up by: { $source }.
list-rule = By the rule a school is on the list if the share of failing is at least { $share } in { $n ->
    [one] { $n } procedure
   *[other] { $n } procedures
} of the year before.
list-rule-repeat = So is a school where it was so in one procedure { $n ->
    [one] { $n } year
   *[other] { $n } years
} running.
list-rule-few = Results with fewer than { $n ->
    [one] { $n } participant
   *[other] { $n } participants
} do not count.
list-years-file = Given in the data for { $years } ({ $n ->
    [one] { $n } year
   *[other] { $n } years
}).
list-years-rule = Computed by rule for { $years } ({ $n ->
    [one] { $n } year
   *[other] { $n } years
}).
list-lead = On the list of { $year } there { $n ->
    [0] is no school
    [one] is { $n } school
   *[other] are { $n } schools
} of { $base } ({ $percent }).
list-lead-before = On the list of { $year } there { $n ->
    [0] was none
    [one] was { $n }
   *[other] were { $n }
} ({ $percent }).
list-moves = On the list of { $year }, { $entered ->
    [0] no school is
    [one] { $entered } school is
   *[other] { $entered } schools are
} for the first time; { $returned } returned, { $stayed } stayed, { $left } left.
list-history = The schools on the list of { $year }: { $list }.
list-agreement = On both lists: { $list }.
list-differences = In { $year } there { $file ->
    [0] is no school
    [one] is { $file } school
   *[other] are { $file } schools
} in the file only; by the rule only { $rule ->
    [0] none
   *[other] { $rule }
}.
list-differs-lead = The file holds: these schools are shown so that both the file and the data can be checked.
list-members = { $n ->
    [one] { $n } school
   *[other] { $n } schools
} in alphabetical order.

## School

school-support = Support
school-other-list = { $list }: the school by year
school-on-list = on the list
school-off-list = off the list

## Pages of variants

report-variants = Variants of support
variant = Variant
variant-dash = —
variant-not-due = none
variant-outside = no variant is due
variant-criterion = Criterion
variant-conditions = Conditions
variant-conditions-any = Conditions: any of these
variant-supporter = Who supports
variant-provider = Who supports
variant-department = Department
variant-level = Level
variant-level-institute = regional institute
variant-level-department = department
variant-level-municipality = municipality
variant-whom = Which schools
variant-supported = Supported by: { $supporter }.
variant-lead = { $n ->
    [one] { $n } school of { $base } has
   *[other] { $n } schools of { $base } have
} this variant.
variant-its-schools = { $n ->
    [one] { $n } school
   *[other] { $n } schools
} by municipality.
variants-lead = { $support }: a variant is due to { $n ->
    [one] { $n } school
   *[other] { $n } schools
}, { $none ->
    [0] each meets one
    [one] of which { $none } meets none
   *[other] of which { $none } meet none
}{ $several ->
    [0] {""}
   *[other] , { $several } several at once
}.
variants-criteria = { $support }: criteria
variants-among = Due to schools that meet the condition: { $among }.
variants-among-all = Due to every school.
variants-several-report = A school has a variant if it meets exactly one; which of several to choose is for people to decide.
variants-several-first = If a school meets several variants, the first in order holds; such schools are named apart.
variants-unplaced = { $support }: schools without exactly one variant
variants-unplaced-lead = The program guesses no variant: the reason is named for each school.
variants-why = Why
variants-met = Meets: { $list }.
variants-failed = { $variant }: { $list }.
variants-failed-any = { $variant }: none of the conditions is met: { $list }.
variants-municipality = { $support }: { $list }.

## Methodology

method-lists = Lists
method-variants = Variants of support
method-variants-lead = A school has the variant all of whose conditions it meets; the page of variants shows how schools are divided.
method-list-page = The page of the list
method-variant-page = The page of the variant
