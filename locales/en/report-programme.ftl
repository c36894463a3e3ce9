# The school's programme: roadmap, target indicators, stages.

## States

roadmap-done = done
roadmap-overdue = overdue
roadmap-due-soon = due soon
roadmap-in-progress = in progress
roadmap-planned = planned
roadmap-no-term = no term
roadmap-unknown = no status stated
roadmap-cancelled = cancelled

target-met = met
target-not-met = not met
target-no-data = no data

stage-past = ended
stage-now = under way
stage-ahead = ahead

## How many of what

roadmap-summary = Of { $n ->
    [one] { $n } activity
   *[other] { $n } activities
}, { $list }.
roadmap-summary-on = On { $date }, of { $n ->
    [one] { $n } activity
   *[other] { $n } activities
}, { $list }.
roadmap-summary-plain = { $n ->
    [one] { $n } activity; the data does not say whether it is done.
   *[other] { $n } activities; the data does not say whether they are done.
}
roadmap-part-done = { $n ->
    [0] none is done
    [one] { $n } is done
   *[other] { $n } are done
}
roadmap-part-overdue = { $n ->
    [0] none is overdue
    [one] { $n } is overdue
   *[other] { $n } are overdue
}
roadmap-part-due-soon = { $n ->
    [one] { $n } is due soon
   *[other] { $n } are due soon
}
roadmap-part-in-progress = { $n } in progress
roadmap-part-planned = { $n } planned
roadmap-part-no-term = { $n } without a term
roadmap-part-unknown = { $n } without a status
roadmap-part-cancelled = { $n } cancelled

targets-summary = Of { $n ->
    [one] { $n } target indicator
   *[other] { $n } target indicators
}, { $list }.
targets-part-met = { $n ->
    [0] none is met
    [one] { $n } is met
   *[other] { $n } are met
}
targets-part-not-met = { $n ->
    [one] { $n } is not met
   *[other] { $n } are not met
}
targets-part-no-data = { $n } without data

## Roadmap

roadmap = Roadmap
roadmaps = Roadmaps
roadmap-of = Roadmap: { $school }
roadmap-whole = The whole roadmap
roadmap-school-page = The school's page
roadmap-task = Task, activity
roadmap-activities = Activities
roadmap-activity = Activity
roadmap-term = Term
roadmap-until = by { $date }
roadmap-indicator = Indicator
roadmap-responsible = Responsible
roadmap-risk = Risk
roadmap-status = State
roadmap-status-on = State on { $date }
roadmap-said = { $title }: { $text }
roadmap-tasks = { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
}, { $n ->
    [one] { $n } activity
   *[other] { $n } activities
}.
roadmap-base-all = Base: all activities of the school's roadmap.
roadmap-base-urgent = Base: activities of the roadmap that are neither done nor cancelled and whose term is a date.
roadmap-urgent = Overdue and next
roadmap-fact = activities of the roadmap done
roadmap-fact-base = of { $n }
roadmap-fact-overdue = { $n } overdue

## All roadmaps

roadmaps-lead = { $n ->
    [one] { $n } school has a roadmap
   *[other] { $n } schools have a roadmap
}, of { $all }.
roadmaps-overdue = Overdue
roadmaps-overdue-lead = { $n ->
    [one] { $n } activity is overdue
   *[other] { $n } activities are overdue
} in { $schools ->
    [one] { $schools } school
   *[other] { $schools } schools
}.
roadmaps-overdue-base = Base: schools whose roadmaps have overdue activities.
roadmaps-overdue-since = Earliest term
roadmaps-next = Next term
roadmaps-schools = By school
roadmaps-schools-lead = { $n ->
    [0] No school has carried out the whole of its roadmap yet.
    [one] { $n } school has carried out the whole of its roadmap.
   *[other] { $n } schools have carried out the whole of their roadmaps.
}
roadmaps-municipalities-lead = { $n ->
    [0] No municipality of { $all } has overdue activities.
    [one] { $n } municipality of { $all } has overdue activities.
   *[other] { $n } municipalities of { $all } have overdue activities.
}
roadmaps-schools-base = Base: schools that have a roadmap.
roadmaps-activities = Activities

## Targets

targets = Target indicators
targets-lead = { $n ->
    [one] The programme of { $n } school names target indicators
   *[other] The programmes of { $n } schools name target indicators
}, of { $all }.
targets-school-base = Base: target indicators of the school's programme.
targets-schools = By school
targets-municipalities-lead = { $n ->
    [0] No municipality of { $all } has indicators that are not met.
    [one] { $n } municipality of { $all } has indicators that are not met.
   *[other] { $n } municipalities of { $all } have indicators that are not met.
}
targets-indicators-lead = { $n ->
    [0] There is no indicator of { $all } that some school has not met.
    [one] { $n } indicator of { $all } is not met by every school.
   *[other] { $n } indicators of { $all } are not met by every school.
}
targets-schools-lead = { $n ->
    [0] No school has an indicator that is not met.
    [one] { $n } school has indicators that are not met.
   *[other] { $n } schools have indicators that are not met.
}
targets-schools-base = Base: schools whose programme names target indicators.
targets-count = Indicators
targets-fact = target indicators met
target-of-whom = Among whom
target-wanted = Target
target-actual = Reached
target-difference = Difference
target-outcome = Outcome
target-at-least = at least { $value }
target-at-most = at most { $value }
target-value-of = { $value } ({ $unit })
target-points = { $value }{"\u00A0"}pp
target-short = { $amount } short
target-below = { $amount } below
target-above = { $amount } above
target-exact = equal
target-bar-note = The bar is the value reached, the line across it the target.

## Stages

stages = Stages of the programme
stages-now = On { $date } { $n ->
    [one] the stage { $list } is under way.
   *[other] the stages { $list } are under way.
}
stages-none-now = On { $date } no stage is under way.
stages-count = { $n ->
    [one] { $n } stage
   *[other] { $n } stages
}.
stages-base = Base: stages of the school's programme.
stage = Stage
stage-content = Content
stage-term = { $from } to { $to }
stage-from = from { $date }

## A municipality

programme-of-schools = Programmes of schools
programme-schools-base = Base: schools of the municipality that have a roadmap or target indicators.
programme-overdue = Overdue activities
programme-school-activity = School, activity
programme-overdue-base = Base: activities in the roadmaps of the municipality's schools whose term passed before the report's date.
programme-against-risk = What schools do: activities against the risk
programme-against-risk-lead = { $n ->
    [one] { $n } activity
   *[other] { $n } activities
} of the roadmaps of { $schools ->
    [one] { $schools } school
   *[other] { $schools } schools
} { $n ->
    [one] is
   *[other] are
} against this risk.
programme-against-risk-base = Base: activities of the roadmaps that name this risk.

## The method

made-roadmap-state = The state of an activity of a roadmap on the report's date: by its term and status.
made-target-state = Whether a target indicator was met: the value reached against the target.
made-target = A target indicator of a school's programme, by its text.
parameter-roadmap-soon-title = Term of an activity
parameter-roadmap-soon = An activity of a roadmap is overdue if its term passed before the report's date and it is neither done nor cancelled. It is due soon if no more than { $value } days are left.
parameter-roadmap-soon-source = a month (30 days), within which an activity can still be held in time.
parameter-check-jump-title = A jump of a share
parameter-check-jump = A result is looked at again if its share differs from the one before by more than { $value }{"\u00A0"}percentage points.
parameter-check-jump-off = Jumps of shares between years are not looked at again.
parameter-check-jump-source = general practice of checking data.
parameter-check-fall-title = Participants gone
parameter-check-fall = Results are looked at again if { $value }% or more of the participants are gone.
parameter-check-fall-off = Falls of participants are not looked at again.
parameter-check-fall-source = general practice of checking data.
parameter-check-times-title = Many times as many participants, or as few
parameter-check-times = Results are looked at again if participants became so many times as many or as few: { $value }.
parameter-check-times-off = Participants many times as many or as few are not looked at again.
parameter-check-times-source = the usual trace of a digit too many.
parameter-check-rare-title = A procedure in few schools
parameter-check-rare = A year is looked at again if no more than { $value }% of the schools that have results of a procedure have them in it.
parameter-check-rare-off = Years with results of few schools are not looked at again.
parameter-check-rare-source = the usual trace of a file that is there in part.
parameter-check-years-title = Years of the report
parameter-check-years = Data is looked at again if it is later than the year of the report, or earlier by more years than { $value }.
parameter-check-years-off = Years of the data are not looked at again.
parameter-check-years-source = the usual trace of a slip in a year.
