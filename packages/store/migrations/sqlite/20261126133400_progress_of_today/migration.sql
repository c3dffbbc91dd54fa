-- Written by hand: all that progress is counted by, of the periods of standing without end, so that counting reads an index alone: in the
-- order of lists, where a report and a year are ranges, and by addressee (docs/decisions/0047).
CREATE INDEX standing_now_progress_idx ON standing (place, addressee_id, responsible_id, reporting_year, published_on, position, reported, assessed, lifecycle, closure_reason, not_competent_upheld, single_reader, response_due, from_on) WHERE until_on = '9999-12-31' AND role <> 'forInformation';
CREATE INDEX standing_now_addressee_progress_idx ON standing (addressee_id, place, responsible_id, reporting_year, published_on, position, reported, assessed, lifecycle, closure_reason, not_competent_upheld, single_reader, response_due, from_on) WHERE until_on = '9999-12-31' AND role <> 'forInformation';
CREATE INDEX theme_place_place_idx ON theme_place (place, theme);
CREATE INDEX progress_count_addressee_idx ON progress_count (addressee_id, period, starts);
CREATE INDEX progress_count_year_idx ON progress_count (reporting_year, period, starts);
