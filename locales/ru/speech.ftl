# What the calls of the narrative say. The author's words stand before and after them.

speech-part-in = в { $count } из { $base }

# How a figure changed. The gender is that of the word before it: «доля выросла», «показатель вырос».
speech-rose = { $gender ->
    [masculine] вырос
    [neuter] выросло
    [plural] выросли
   *[feminine] выросла
} на { speech-points }
speech-fell = { $gender ->
    [masculine] снизился
    [neuter] снизилось
    [plural] снизились
   *[feminine] снизилась
} на { speech-points }
speech-same = { $gender ->
    [masculine] не изменился
    [neuter] не изменилось
    [plural] не изменились
   *[feminine] не изменилась
}
speech-points = { $n ->
    [one] { $n } процентный пункт
    [few] { $n } процентных пункта
    [many] { $n } процентных пунктов
   *[other] { $n } процентного пункта
}
speech-from-to = с { $from } до { $to }

speech-and-more = { $list } и ещё { $n }
speech-nobody = никто
