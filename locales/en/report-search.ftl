# The search: what is found, and under which names.

search-title = Search
search-lead = The search field finds schools, municipalities, tables and parts of texts by a part of a word, in any order of words. It needs scripts; without them everything is in the lists below.
search-indexes = Lists
search-tables = Tables and data files

search-kind-municipality = Municipality
search-kind-school = School
search-kind-procedure = Procedure
search-kind-group = Group
search-kind-list = List
search-kind-variant = Variant of support
search-kind-risk = Risk
search-kind-warning = Warning
search-kind-text = Text
search-kind-page = Section
search-kind-table = Table
search-kind-heading = Part of a text

# Words that find every school, whatever it is called.
search-words-school = school СОШ ООШ НОШ МОУ МБОУ МКОУ МАОУ

# What is not there.

missing-title = There is no such page
missing-lead = The address is old or was mistyped. Nothing of the report is lost.
