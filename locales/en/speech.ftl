# What the calls of the narrative say. The author's words stand before and after them.

speech-part-in = in { $count } of { $base }

# How a figure changed.
speech-rose = { $gender ->
   *[other] rose by { speech-points }
}
speech-fell = { $gender ->
   *[other] fell by { speech-points }
}
speech-same = { $gender ->
   *[other] did not change
}
speech-points = { $n ->
    [one] { $n } percentage point
   *[other] { $n } percentage points
}
speech-from-to = from { $from } to { $to }

speech-and-more = { $list } and { $n } more
speech-nobody = none
