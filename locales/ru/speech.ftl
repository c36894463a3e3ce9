# What the calls of the narrative say. The author's words stand before and after them.

speech-part-in = в { $count } из { $base }

# How a figure changed. The gender is that of the word before it: «доля выросла», «показатель вырос».
speech-rose = { $gender ->
    [masculine] вырос
    [neuter] выросло
    [plural] выросли
   *[feminine] выросла
} на { $by }
speech-fell = { $gender ->
    [masculine] снизился
    [neuter] снизилось
    [plural] снизились
   *[feminine] снизилась
} на { $by }
speech-same = { $gender ->
    [masculine] не изменился
    [neuter] не изменилось
    [plural] не изменились
   *[feminine] не изменилась
}
speech-hardly = почти { speech-same }
speech-by-schools = { $n ->
    [one] { $n } школу
    [few] { $n } школы
    [many] { $n } школ
   *[other] { $n } школы
}
# «Со» stands before numbers read with «сто»: «со 107».
speech-from-to = { $with ->
    [so] со
   *[s] с
} { $from } до { $to }

speech-and-more = { $list } и ещё { $n }
speech-nobody = никто

# A word of the author's beside a number, in the form that it asks for.
speech-withheld = (число скрыто)
speech-word = { $n ->
    [one] { $one }
    [few] { $few }
    [many] { $many }
   *[other] { $few }
}
