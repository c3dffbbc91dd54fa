/** The places of one report, and of one reporting year, in the order of lists (docs/decisions/0045). */
export const placesOfReport = 131_072;
export const placesOfYear = 4_194_304 * placesOfReport;

/** SQL for the first place of a reporting year: the newest year comes first. */
export function startOfYear(year: string): string {
  return `((9999 - ${year}) * CAST(${placesOfYear} AS BIGINT))`;
}

/** SQL for the number of the report (report_number) that a place lies in. */
export function reportNumberOf(place: string): string {
  return `(${place} / ${placesOfReport}) % ${placesOfYear / placesOfReport}`;
}
