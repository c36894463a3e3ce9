# Titles of the tables of risk profiles, which the program declares itself.

implied-region = Region
implied-risk = Risk
implied-risk-year = Year of the risk profile
implied-risk-profile = Risk profile of { $year }
implied-risk-profiles = Schools with a profile
implied-risk-high = high
implied-risk-medium = medium
implied-risk-low = low
implied-risk-unstated = not stated
implied-risk-chosen = Chose the risk
implied-risk-done = Carried out a programme
implied-risk-of-choices = Share of choices
implied-risk-base = schools that have a risk profile of { $year }
implied-risk-levels = Significance of risks in the profiles of schools, { $year }
implied-risk-work = Risks that schools work on, { $year }
implied-risk-choices = Chosen risks: shares of all choices, { $year }
implied-risk-choices-base = all choices; a school chooses several risks
implied-risk-municipalities = “{ $risk }”: schools by municipality, { $year }
implied-risk-municipality-base = schools of the municipality that have a risk profile of { $year }
