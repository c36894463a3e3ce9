# Titles of the tables of risk profiles, which the program declares itself.

generated-region = Region
generated-risk = Risk
generated-risk-year = Year of the risk profile
generated-risk-profile = Risk profile of { $year }
generated-risk-profiles = Schools with a profile
generated-risk-high = high
generated-risk-medium = medium
generated-risk-low = low
generated-risk-unstated = not stated
generated-risk-chosen = Chose the risk
generated-risk-done = Carried out a programme
generated-risk-of-choices = Share of choices
generated-risk-base = schools that have a risk profile of { $year }
generated-risk-levels = Significance of risks in the profiles of schools, { $year }
generated-risk-work = Risks that schools work on, { $year }
generated-risk-choices = Chosen risks: shares of all choices, { $year }
generated-risk-choices-base = all choices; a school chooses several risks
generated-risk-municipalities = “{ $risk }”: schools by municipality, { $year }
generated-risk-municipality-base = schools of the municipality that have a risk profile of { $year }
