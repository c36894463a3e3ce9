# Risk profiles: the pages of all risks and of each, and what schools and municipalities say of them.

report-risks = Risks of schools
risk = Risk
risk-numbered = { $number }. { $name }
risk-level = Significance
risk-high = high
risk-medium = medium
risk-low = low
risk-chosen = Chosen by the school
risk-programme = Programme carried out
risk-sign-chosen = risk chosen by the school
risk-sign-done = programme carried out
risk-numbers = Numbers of risks

# A school

risk-profile = Risk profile
risk-profile-of = Risk profile of { $year }
risk-school-levels = The profile of { $year } holds { $n ->
    [one] { $n } risk
   *[other] { $n } risks
}. { $high ->
    [0] None is of high significance
   *[other] High significance: { $high } ({ $list })
}; medium: { $medium }, low: { $low }.
risk-school-chosen = { $n ->
    [0] The school has chosen no risk.
    [one] The school has chosen { $n } risk: { $list }.
   *[other] The school has chosen { $n } risks: { $list }.
}
risk-school-done = { $n ->
    [one] A programme was carried out for { $n } risk: { $list }.
   *[other] Programmes were carried out for { $n } risks: { $list }.
}
risk-school-some-done = { $n ->
    [one] A programme was carried out for { $n } of the { $all } chosen risks.
   *[other] Programmes were carried out for { $n } of the { $all } chosen risks.
}
risk-school-all-done = { $n ->
    [1] The programme for it was carried out.
   *[other] The programmes for all chosen risks were carried out.
}
risk-school-none-done = Nothing is known of programmes carried out.

# All risks

risks-profiled = A risk profile of { $year }: { $of }.
risks-most-high = { $n ->
    [1] The risk most often of high significance is { $list }: { $of }.
   *[other] The risks most often of high significance are { $list }; each in { $of }.
}
risks-most-chosen = { $n ->
    [1] The risk most often chosen is { $list }: { $of }.
   *[other] The risks most often chosen are { $list }; each by { $of }.
}
risks-of-year = { $n ->
    [one] { $n } school
   *[other] { $n } schools
} in { $year }
risks-by-year = Profiles were drawn up by { $list }.
risks-fact-profiles = Schools with a risk profile of { $year }
risks-fact-choices = Choices made
risks-fact-choosers = { $n ->
    [one] in { $n } school
   *[other] in { $n } schools
}

# One risk

risk-fact-high = High significance
risk-fact-chosen = Chose the risk
risk-fact-done = Carried out a programme
risk-schools-of = { $n ->
    [one] { $n } school of { $base }
   *[other] { $n } schools of { $base }
}
risk-valid-from = In the catalogue of risks from { $from }.
risk-valid-to = In the catalogue of risks up to { $to }.
risk-valid = In the catalogue of risks from { $from } to { $to }.
risk-levels-now = Profiles of { $year }: high significance in { $of }, medium in { $medium }, low in { $low }.
risk-chosen-now = Chose to work on the risk: { $of }.
risk-done-now = Carried out a programme: { $of }.
risk-locality-title = Urban and rural schools
risk-municipalities-title = By municipality
risk-years-title = By year
risk-effect-title = Did schools that carried out a programme leave the list
risk-effect-programme = Carried out a programme and left the list: { $of }.
risk-effect-without = Had the risk, carried out no programme and left the list: { $of }.
risk-effect-alone = No school has the risk and no programme: there is nothing to compare with.
risk-effect-interval = The interval of the difference is from { $low } to { $high }.
risk-effect-ordinary = The difference is within ordinary fluctuation: chance alone makes such differences.
risk-effect-few = The schools are too few to judge the programme by.
risk-effect-equal = The shares are equal.
risk-effect-better = The difference is larger than ordinary fluctuation. That speaks for the programme but does not prove it: the schools chose the risk themselves and set out from different places.
risk-effect-worse = The difference is larger than ordinary fluctuation, and not in favour of the programme. Schools that had it harder may have taken it up.
risk-of-year = { $of } in { $year }
risk-by-year = { $what }: { $list }.
risk-locality-shares = { $what }: in towns { $urban }, in villages { $rural }.
risk-locality-beyond = { $n ->
    [0] This is the largest difference, and like the others it is within ordinary fluctuation.
    [1] This is the largest difference. It is larger than ordinary fluctuation here alone: { $list }.
   *[other] This is the largest difference. Differences are larger than ordinary fluctuation for { $list }.
}
risk-locality-equal = There is no difference.
risk-locality-all-equal = In towns and villages the shares are equal for all risks.
risk-locality-few = The schools are too few to judge the difference by.
risk-locality-ordinary = The difference is within ordinary fluctuation.
risk-locality-apart = The difference is larger than ordinary fluctuation.
risk-spread = { $n ->
    [0] The risk is of high significance in no municipality.
   *[other] The risk is of high significance in at least one school in { $n } of { $all } municipalities.
}
risk-schools = Schools whose profile of { $year } holds the risk
risk-schools-lead = { $n ->
    [one] { $n } school, by municipality.
   *[other] { $n } schools, by municipality.
}

# A municipality

risk-here = { $n ->
    [one] { $n } school has a risk profile of { $year }.
   *[other] { $n } schools have a risk profile of { $year }.
}
risk-of-municipality = Risks of the schools of the municipality, { $year }
risk-of-schools = Profiles of the schools, { $year }

# The methodology

risk-method-profile = What is taken from the profiles
risk-method-profile-text = The significance of a risk, the school’s choice and the programme carried out are those of the tables risks and risk_catalogue. An empty cell says nothing; it is no “no”.
risk-method-base = What shares are of
risk-method-base-text = Shares of risks are of the schools that have a profile of the year. Shares of choices are of all choices: a school chooses several risks.
risk-method-effect = What is called the effect of a programme
risk-method-effect-text = Schools that have a profile of { $from } are followed from the list of { $from } to the list of { $to }. Those that carried out a programme are compared with those whose risk is high or medium and that carried out none.
risk-method-difference = When a difference is larger than ordinary fluctuation
risk-method-difference-text = When Newcombe’s interval of the difference of shares, at { $confidence }%, does not hold zero. If one of the groups has fewer than { $small } schools, nothing is concluded.
