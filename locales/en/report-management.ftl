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
document-file = { $text } ({ $kind }, { $size })
document-file-bare = { $text } ({ $size })
document-cited = Where it is cited

size-bytes = { $n ->
    [one] { $n }{"\u00A0"}byte
   *[other] { $n }{"\u00A0"}bytes
}
size-kilobytes = { $n }{"\u00A0"}KB
size-megabytes = { $n }{"\u00A0"}MB

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
