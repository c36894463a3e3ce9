# Tables that texts declare where they stand: what their author has not said.

spot-title = { $what } { $n ->
   *[other] by
} { $by }
spot-count = Schools
spot-total = Total
spot-failing = Share of those who failed
spot-mean = Mean of { $what }
spot-results = Schools and procedures
spot-rows = Rows of the table “{ $table }”
spot-schools = Schools
spot-only = Chosen by: { $conditions }.
spot-base-row = schools of the row
spot-base-column = schools of the column
spot-base-all = all schools of the table
spot-base-participants = participants of the procedures
spot-base-known = schools whose value is known
spot-units-row = all that is counted in the row
spot-units-column = all that is counted in the column
spot-units-all = all that is counted in the table
