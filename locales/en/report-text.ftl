# Texts: numbers of tables and figures, references to them, attachments, the glossary.

caption-table = Table{"\u00A0"}{ $n }
caption-figure = Figure{"\u00A0"}{ $n }
reference-to-table = table{"\u00A0"}{ $n }
reference-to-figure = figure{"\u00A0"}{ $n }

# Words of a link that get a number after them.
reference-table = table
reference-figure = figure chart

report-attachments = Attachments

report-glossary = Glossary
glossary-lead = { $n ->
    [one] { $n } word or abbreviation
   *[other] { $n } words and abbreviations
} used in this report.
glossary-source = Source
