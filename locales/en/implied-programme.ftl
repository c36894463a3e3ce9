# Titles of the tables of schools' programmes, which the program declares itself.

implied-programme-total = Total
implied-roadmap-state = State of the activity
implied-roadmap-municipalities = Activities of roadmaps by municipality
implied-roadmap-municipalities-on = Activities of roadmaps by municipality, on { $date }
implied-roadmap-base = activities in the roadmaps of the municipality's schools
implied-roadmap-note = Overdue: the term has passed, and the activity is neither done nor cancelled. Due soon: no more than { $soon } days are left. A term in words is not judged.
implied-target-state = Outcome of the target indicator
implied-target-indicator = Target indicator
implied-targets-municipalities = Target indicators of schools' programmes by municipality
implied-targets-base = target indicators in the programmes of the municipality's schools
implied-targets-indicators = Each target indicator across schools
implied-targets-indicators-base = schools whose programme has this indicator
