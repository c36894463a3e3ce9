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
warning-column-flagged-next = Of the flagged, entered
warning-column-quiet = Not flagged
warning-column-quiet-next = Of those not flagged, entered
warning-column-listed-next = Stayed on the list

made-warning = Whether the warning “{ $warning }” flags the school for the list of { $year }.
made-warning-any = Whether the warning “{ $warning }” flags the school for the list of this year.

## Pages

warning-title = Early warning
warning-rule = Rule
warning-reason = Reason
warning-more = The rule and its test on past lists
warning-link = { $title } — { $n }
warning-index-lead = A warning is no verdict: it says which schools to look at while they are not on the list. The test on past lists shows how far to believe it.
warning-index-now = Flagged, list of { $year }
warning-index-trust = Can it be trusted
warning-index-base = Base: flagged — schools outside the list that can be judged; entered — pairs “school and year of the list” of all past years.
warning-fact-now = flagged by the rule
warning-fact-flagged = of the flagged entered the next list
warning-fact-quiet = of those not flagged entered the next list
warning-of-municipality = Outside the list, but near it
warning-several = { $n ->
    [one] Several rules at once flag { $n } school.
   *[other] Several rules at once flag { $n } schools.
}
warning-schools = Flagged schools
warning-municipalities = By municipality
warning-past = Would the rule have worked before
warning-schools-base = Base: schools outside the list of { $year } that the rule can judge; { $base } in all.
warning-schools-lead = The most frequent reason is { $list }: { $of } flagged { $n ->
    [one] school
   *[other] schools
}.
warning-schools-lead-several = The most frequent reasons are { $list }: each of { $of } flagged { $n ->
    [one] school
   *[other] schools
}.
warning-schools-caption = { $title }: flagged schools, list of { $year }

warning-any = The warnings flag { $n ->
    [one] { $n } school
   *[other] { $n } schools
} of { $base } outside the list of { $year } ({ $percent }).
warning-any-none = The warnings flag none of the { $base } schools outside the list of { $year }.
warning-any-lists = The warnings flag { $n ->
    [one] { $n } school
   *[other] { $n } schools
} of { $base } that can be judged ({ $percent }).
warning-any-lists-none = The warnings flag none of the { $base } schools that can be judged.
warning-now = Outside the list of { $year } the rule flags { $n ->
    [one] { $n } school
   *[other] { $n } schools
} of { $base } ({ $percent }).
warning-now-none = Outside the list of { $year } the rule flags none of { $base } schools.

warning-school-lead = { $n ->
    [one] The school is outside the list, but an early warning flags it: { $list }.
   *[other] The school is outside the list, but early warnings flag it: { $list }.
}
warning-school-lead-lists = { $n ->
    [one] An early warning flags the school: { $list }.
   *[other] Early warnings flag the school: { $list }.
}
warning-school-note = A warning does not change where the school stands: it is not on the list that it speaks of. It shows which results to look at.
warning-method-lead = The rules are applied to schools outside the list. The list of a year is drawn from results of the year before, and a warning looks at the same.

## The rule

warning-rule-near = The rule flags a school outside the list if in the year the list is drawn from the share of failing { $procedures ->
    [one] in at least { $procedures } procedure
   *[other] in at least { $procedures } procedures
} was { $bound } or more.
warning-rule-worsening = The rule flags a school outside the list if the share of failing { $procedures ->
    [one] in at least { $procedures } procedure
   *[other] in at least { $procedures } procedures
} { $rises ->
    [one] rose in the year the list is drawn from
   *[other] rose { $rises } years running, up to the year the list is drawn from
}. Years that cannot be compared break the run.
warning-rule-list = The rule warns of { $list }.
warning-rule-unknown = A school cannot be judged if the list of the year is not known, or if it has no results that the rule looks at.
warning-rule-source = Source of the rule: { $source }.
warning-rule-near-source = the FIOKO analysis of 2023: at least 20% failing in at least two procedures.
warning-rule-worsening-source = general practice: two rises running in at least two procedures; one rise is no direction yet.

## Why a school is flagged

warning-reason-near = In { $year } the share of failing was { $bound } or more: { $list }.
warning-reason-worsening = The share of failing { $rises ->
    [one] rose in a year
   *[other] has risen { $rises } years running
}: { $list }.
warning-share-in = { $share } in { $year }

## Would the rule have worked

warning-trial = Tested on past lists ({ $years }): of the flagged schools { $flagged } entered the next list, of those not flagged { $quiet }.
warning-untested = The rule cannot be tested on past lists: that takes two lists running and results that it looks at.
warning-trial-all = Tested on past lists ({ $years }): the rule flagged all schools, of which { $flagged } entered the next list; there is nothing to compare.
warning-trial-none = Tested on past lists ({ $years }): the rule flagged no school; { $quiet } entered the next list.
warning-trial-listed = Of the schools already on the list { $listed } stayed on the next.
warning-foreseen = Of the schools that entered the next list, the rule had flagged { $foreseen }.

warning-times-more = Flagged schools entered the list { $times } { $times ->
    [one] time
   *[other] times
} as often as the others.
warning-times-less = Schools not flagged entered the list { $times } { $times ->
    [one] time
   *[other] times
} as often as the flagged.
warning-times-same = Flagged schools entered the list as often as the others.
warning-times-neither = Neither flagged schools nor others entered the next list.
warning-times-never = None of the flagged schools entered the next list.
warning-times-only = Only flagged schools entered the next list.

warning-verdict-little = There is little data (flagged: { $flagged }, not flagged: { $quiet }): it is too early to judge the rule.
warning-verdict-more = The difference ({ $points }; with ordinary fluctuation, from { $low } to { $high }) is no chance: the warning can be trusted.
warning-verdict-ordinary = The difference ({ $points }; from { $low } to { $high }) is within ordinary fluctuation: by this data the rule does not tell schools that will enter the list from others.
warning-verdict-less = The difference ({ $points }; with ordinary fluctuation, from { $low } to { $high }) is no chance: this rule does not warn of the list.

warning-trust-more = yes: the flagged enter { $times } { $times ->
    [one] time
   *[other] times
} as often
warning-trust-only = yes: only the flagged enter
warning-trust-ordinary = no: the difference is within ordinary fluctuation
warning-trust-less = no: the flagged enter less often
warning-trust-little = little data
warning-trust-nothing = nothing to test on

## Parameters

parameter-small-title = Small numbers
parameter-small = If the base is below { $value }, sentences give the counts before the percentage and draw no conclusions from them.
parameter-small-off = Conclusions are drawn from any base.
parameter-small-source = general practice of statistics: below twenty.
parameter-confidence-title = Ordinary fluctuation
parameter-confidence = The difference of two shares is more than ordinary fluctuation if Newcombe's interval at { $value }% confidence does not hold zero. It shows how cohorts vary from year to year, not the error of measurement.
parameter-confidence-source = general practice of statistics: 95%.
