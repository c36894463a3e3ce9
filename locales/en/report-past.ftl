### Reports of earlier years

archive-title = Archive of reports
archive-lead = The site has { $years ->
    [one] { $years } report
   *[other] { $years } reports
}. No figure of earlier reports has been corrected since.
archive-lead-corrected = The site has { $years ->
    [one] { $years } report
   *[other] { $years } reports
}. In earlier reports { $n ->
    [one] { $n } figure has
   *[other] { $n } figures have
} been corrected since.
archive-reports = Reports by year
archive-table = Reports on this site
archive-year = Year
archive-report = Report
archive-date = Date
archive-corrected = Figures corrected
archive-current = this report
archive-corrected-in = Corrected in the report of { $year }
archive-nothing = By present data all figures of the report of { $year } are as they were published.
archive-changed = By present data { $n ->
    [one] { $n } figure
   *[other] { $n } figures
} of the report of { $year } would differ. { $results ->
    [0] The results of schools are the same.
    [one] Behind them is { $results } corrected result of a school.
   *[other] Behind them are { $results } corrected results of schools.
}
archive-figures = Corrected figures of the report of { $year }
archive-in-table = Table
archive-row = Row
archive-column = Column
archive-then = Published
archive-now = Corrected
archive-results = Corrected results of schools, report of { $year }
archive-school = School
archive-procedure = Procedure
archive-tested = Year tested
archive-none = none

past-section = In earlier reports
past-facts = Figures of this page by year of the report
past-fact = Figure
past-spanner = Report of
past-report-of = Report of { $year }
past-page-then = This page in that report
past-newer = This is the report of { $year }. There is a report of { $now }.
past-newer-link = The page in the present report
past-newer-corrected = { $n ->
    [one] { $n } figure corrected
   *[other] { $n } figures corrected
}
redirect-permanent = The permanent address of the page in the report of { $year }. While that report is the latest, the page is here: { $to }.
