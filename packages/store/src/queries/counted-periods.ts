import type { ProgressFilter } from "@heed/core/read-models/progress-filter";
import type { Sql } from "../connection/sql.ts";
import { indexed } from "../statements/indexed.ts";
import { Where } from "../statements/where.ts";
import { andRanges } from "./recommendation-places/by-standing.ts";
import { placeRanges } from "./recommendation-places/place-range.ts";
import { besideLasting, fewEnding } from "./responsible/beside-lasting.ts";
import { standingOn } from "./standing-on.ts";

/** Some of the periods of standing `s` that progress counts on a day: `from` names the tables. */
export type CountedPeriods = { from: string; where: Where };

type Filter = Omit<ProgressFilter, "knownAt" | "groupBy">;

/**
 * The periods of standing on the day that progress counts, in parts: those without end, which an index holds with all that is
 * counted, and the few that end after the day. On a day long ago each follow-up is asked how it stood.
 */
export async function countedPeriods(
  sql: Sql,
  filter: Filter & Pick<ProgressFilter, "groupBy">,
): Promise<CountedPeriods[]> {
  const { asOf, addressee, theme, groupBy } = filter;
  const ranges = await placeRanges(sql, filter);
  const andFilter = (where: Where) => {
    andRanges(where.and("s.role <> 'forInformation'").andInList("s.addressee_id", addressee), ranges);
    if (theme === undefined || groupBy === "theme") return where;
    const themes = new Where(sql.dialect).andInList("t.theme", theme);
    return where.and(`s.place IN (SELECT t.place FROM theme_place t WHERE ${themes.text})`, ...themes.values);
  };
  const where = () => new Where(sql.dialect);
  const { ending } = await besideLasting(sql, "standing", { asOf });
  if (ending > fewEnding) {
    const onDay =
      sql.dialect === "sqlite" ? standingOn("f.id") : "s.follow_up_id = f.id AND s.until_on > ? AND s.from_on <= ?";
    const asked = where().and(onDay, asOf, asOf).andInList("f.addressee_id", addressee);
    return [{ from: "follow_up f JOIN standing s ON s.follow_up_id = f.id", where: andFilter(asked) }];
  }
  const index = addressee === undefined ? "standing_now_progress_idx" : "standing_now_addressee_progress_idx";
  const lasting = where().and("s.until_on = '9999-12-31' AND s.from_on <= ?", asOf);
  const parts = [{ from: `standing s ${indexed(sql, index)}`, where: andFilter(lasting) }];
  if (ending > 0)
    parts.push({
      from: `standing s ${indexed(sql, "standing_ended_idx")}`,
      where: andFilter(where().and("s.until_on < '9999-12-31' AND s.until_on > ? AND s.from_on <= ?", asOf, asOf)),
    });
  return parts;
}
