# What the calls of the narrative say. The author's words stand before and after them.

speech-part-in = in { $count } of { $base }

# How a figure changed.
speech-rose = { $gender ->
   *[other] rose by { $by }
}
speech-fell = { $gender ->
   *[other] fell by { $by }
}
speech-same = { $gender ->
   *[other] did not change
}
speech-hardly = hardly changed
speech-by-schools = { $n ->
    [one] { $n } school
   *[other] { $n } schools
}
speech-from-to = { $with ->
   *[s] from
} { $from } to { $to }

speech-and-more = { $list } and { $n } more
speech-nobody = none

# A word of the author's beside a number, in the form that it asks for.
speech-withheld = (figure withheld)
speech-word = { $n ->
    [one] { $one }
    [few] { $few }
   *[other] { $many }
}
