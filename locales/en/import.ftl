# What svod import says of the files it has read. Faults come from diag.ftl.

import-layout-mark-statistics = VPR, statistics by mark
import-layout-flat = VPR, table by school
import-layout-individual = VPR, individual results
import-layout-journal-marks = VPR, marks compared with those of the journal
import-layout-protocol = protocol of an exam
import-layout-mark-codes = OGE, marks by school code

import-file = { $file }: { $layouts }
import-sheet = { $file }, sheet "{ $sheet }": { $layouts }
import-rows = Rows below headings: { $rows }; entered results of schools: { $taken }.

import-skipped-total = Left out, totals: { $n }.
import-skipped-aggregate = Left out, rows of the sample, the region and municipalities: { $n }.
import-skipped-heading = Left out, repeated headings: { $n }.
import-skipped-note = Left out, titles of schools, notes and empty rows: { $n }.
import-skipped-no-mark = Left out, pupils without a mark or score: { $n }.
import-skipped-no-participants = Left out, schools without participants: { $n }.
import-skipped-unknown = Left out, rows of schools that no table has: { $n }.
import-skipped-repeated = Left out, rows with a result taken already: { $n }.
import-skipped-not-used = Left out, rows that the report has no place for: { $n }.
import-skipped-faulty = Left out, rows with faults: { $n }.

import-written = Written to { $file }. New results: { $added }, the same as before: { $same }, replaced: { $replaced }.
import-printed = Results: { $added }.
import-nothing-new = No new results, nothing written. The same as before: { $same }.
