# Documents, events, contacts, measures, the frame of support.

## Documents

report-documents = Documents
documents-lead = { $n ->
    [one] { $n } document that the report rests on.
   *[other] { $n } documents that the report rests on.
}
documents-of-kind = { $slug ->
   *[other] { $kind }
}
documents-other = Other documents
document-dated = of{"\u00A0"}{ $date }
document-numbered = No.{"\u00A0"}{ $number }
document-name = { $citation } — { $title }
document-basis-of-list = Basis of the rules of the list
document-file-title = File
document-download = download
document-file = { $text } ({ $said })
file-kind-and-size = { $kind }, { $size }
cited-decision = decision: { $words }
document-cited = Where it is cited


## Events

report-events = Events
events-lead = { $n ->
    [one] { $n } event, with its documents if there are any.
   *[other] { $n } events, each with its documents if there are any.
}
events-of-year = { $year }
events-undated = Without a date
events-count = { $n ->
    [one] { $n } event.
   *[other] { $n } events.
}
event-documents = Materials

## Contacts

report-contacts = Contacts
contacts-lead = { $n ->
    [one] { $n } contact: whom to ask.
   *[other] { $n } contacts: whom to ask.
}
contact-phone = Telephone
contact-email = E-mail
contact-address = Address

## Measures

measures-of-region = What worked and what is next
report-measures = Measures and their effect
measures-title = Measures and their effect
measures-owner = The page with the tables
measure-effect = Good effect
measure-problem = Problem
measure-proposal = Proposal
measure-judgement = How effective
measure-verdict = Decision on the measure
measure-evidence = What it rests on
measure-document = Document
judgement-effective = effective
judgement-insufficient = not effective enough
judgement-weak = hardly effective
verdict-keep = keep
verdict-strengthen = strengthen
verdict-change = change
verdict-drop = drop
measures-count = { $n ->
    [one] { $n } measure; the data names no decision on it.
   *[other] { $n } measures; the data names no decisions on them.
}
measures-summary = { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}: { $list }.
measures-part-keep = keep — { $n }
measures-part-strengthen = strengthen — { $n }
measures-part-change = change — { $n }
measures-part-drop = drop — { $n }
measures-part-open = no decision named — { $n }
finding-listing = { $n ->
    [one] { $n } school is listed.
   *[other] { $n } schools are listed.
}

indicators-title = Indicators of the programme
indicators-note = Note
indicators-base = Values are given as they came: words in place of a number are a value too.
indicators-of = Indicators of the programme: { $owner }
indicators-lead = { $dates }: { $n ->
    [one] { $n } indicator.
   *[other] { $n } indicators.
}
month-of-year = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Frame of support

report-frame = Frame of support
frame-direction = Direction
frame-lead = { $n ->
    [one] { $n } direction of support
   *[other] { $n } directions of support
} for { $clusters ->
    [one] { $clusters } group of schools
   *[other] { $clusters } groups of schools
}: what is offered and who is responsible.
frame-base = Base: schools on the list of { $year }, { $of }. Under the name of a cluster stands how many schools it has; the number leads to the list of them.
frame-schools = Schools of the cluster “{ $cluster }”
frame-schools-lead = On the list of { $year } there { $n ->
    [0] is no school in this cluster.
    [one] is { $n } school in this cluster.
   *[other] are { $n } schools in this cluster.
}
frame-schools-outside = Schools off the list of { $year }
frame-schools-outside-lead = Off the list of { $year } there { $n ->
    [0] is no school.
    [one] is { $n } school.
   *[other] are { $n } schools.
}
frame-responsible = Responsible: { $who }
frame-blank-sign = —
frame-blank = nothing is offered
frame-of-school = What schools of the cluster “{ $cluster }” are offered
frame-of-school-outside = What schools off the list are offered
frame-of-school-lead = { $n ->
    [one] { $n } direction of support by the general frame.
   *[other] { $n } directions of support by the general frame.
}
frame-offered = What is offered

## The management cycle

cycle-purpose = Goal
cycle-indicators = Indicators
cycle-methods = Methods
cycle-monitoring = Monitoring
cycle-analysis = Analysis
cycle-recommendations = Recommendations
cycle-measures = Measures
cycle-decisions = Decisions
cycle-effect = Effect of measures
cycle-plan = Plan

## Decisions and recommendations

report-decisions = Decisions
decision = Decision
decision-addressee = For whom
decision-date = Date
decision-document = Document
decision-term = Term
decisions-lead-plain = { $n ->
    [one] { $n } decision; the data does not say how far it has come.
   *[other] { $n } decisions; the data does not say how far they have come.
}
decisions-lead = { $n ->
    [one] { $n } decision
   *[other] { $n } decisions
}: { $list }.
decisions-lead-on = On { $date } { $n ->
    [one] { $n } decision
   *[other] { $n } decisions
}: { $list }.
decisions-count = { $n ->
    [one] { $n } decision.
   *[other] { $n } decisions.
}
decisions-overdue = Overdue decisions
decisions-open = Open decisions
decisions-done = Decisions carried out
decisions-cancelled = Cancelled decisions

report-recommendations = Recommendations
recommendation = Recommendation
recommendations-lead = { $n ->
    [one] { $n } recommendation drawn from the analysis.
   *[other] { $n } recommendations drawn from the analysis, each to an addressee.
}
recommendations-count = { $n ->
    [one] { $n } recommendation.
   *[other] { $n } recommendations.
}
recommendations-region = To the region
recommendations-municipalities = To municipalities
recommendations-schools = To schools
addressee-region = the region
addressee-municipalities = all municipalities
addressee-schools = all schools
addressee-schools-of = schools: { $municipality }
