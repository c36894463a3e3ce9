# The life of schools and municipalities: old addresses, former names, moves, mergers, closings.

## Old addresses

redirect-title = This page has moved
redirect-school = The school that had the id { $id } is now here: { $to }.
redirect-joined = { $name } was a school of its own up to { $year }, then it joined another. Its history is here: { $to }.
redirect-municipality = { $name } is now here: { $to }.
