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
