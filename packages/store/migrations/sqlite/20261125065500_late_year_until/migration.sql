-- Written by hand: in the running year most of what was late has ended before today; what ended after a day is few (docs/decisions/0005).
CREATE INDEX "late_year_until_idx" ON "late_year" ("against", "year", "late_until");
