-- The year of the file, where a row tells none of its report.
ALTER TABLE staged_row ADD COLUMN assumed_year integer;
