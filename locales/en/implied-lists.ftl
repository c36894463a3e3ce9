# Tables of lists and of variants of support that nobody has to declare.

rule-both = in the file and by the rule
rule-only-file = in the file only
rule-only-rule = by the rule only
rule-neither = neither in the file nor by the rule

implied-list-all = schools
implied-schools-base = all schools of the region
implied-municipality-base = the schools of the municipality

implied-lists = Schools on the lists by year
implied-list = List
implied-list-on = on the list
implied-list-other = Other list
implied-list-of-year = { $list }, { $year }
implied-list-years = { $list }: its schools by year
implied-list-years-base = “on the list”: of all schools of the region; “entered”, “returned”, “stayed”: of the schools on the list of the year
implied-list-history = { $list }: first time, repeated, running
implied-list-history-base = the schools on the list of the year
implied-list-municipalities = { $list } of { $year } by municipality
implied-list-share = { $list }: share of schools, { $year }
implied-list-came = entered or returned
implied-list-left = left
implied-list-agreement = { $list } and other lists of the same year
implied-list-schools = { $list } of { $year }: schools
implied-list-long = How long on the list
implied-list-moved = Change
implied-list-ruled = File and rule
implied-only-this = on this list only
implied-only-other = on the other only

implied-history-first = first time in { $n ->
    [one] { $n } year
   *[other] { $n } years
}
implied-history-repeated = repeated within { $n ->
    [one] { $n } year
   *[other] { $n } years
}
implied-history-in-a-row = { $n ->
    [one] { $n } year
   *[other] { $n } years
} running or longer

implied-rule = { $list }: file and rule
implied-rule-any = total
implied-rule-base = schools that are in the file of the list or should be by the rule
implied-rule-differs = { $list } of { $year }: schools on which file and rule differ

implied-support = { $support }: schools by variant
implied-support-variant = Variant
implied-support-count = schools
implied-support-municipalities = { $support }: variants by municipality
implied-support-schools = total
implied-support-base = schools that are to have a variant
implied-variant-schools = { $variant }: schools
implied-year = { $year }
