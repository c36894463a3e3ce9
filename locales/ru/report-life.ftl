# The life of schools and municipalities: old addresses, former names, moves, mergers, closings.

## Old addresses

redirect-title = Страница переехала
redirect-school = Школа с прежним кодом { $id } теперь здесь: { $to }.
redirect-joined = { $name } до { $year } года включительно была отдельной школой, потом присоединена к другой. Её история здесь: { $to }.
redirect-municipality = { $name } теперь здесь: { $to }.
