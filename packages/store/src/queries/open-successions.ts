import type { Day, Id } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import type { OpenSuccession } from "@heed/core/read-models/open-succession";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { organizationRefs } from "./organization-refs.ts";

type Row = Pick<OpenSuccession, "of" | "since" | "change"> & {
  followUp: Id;
  state: OpenSuccession["state"] | "candidate";
  organization: Id;
};

/** Adds what an editor may decide about the follow-ups on a day, of either side: two queries (R41, R42). */
export async function withOpenSuccessions(
  sql: Sql,
  items: readonly RecommendationSummary[],
  asOf: Day,
): Promise<RecommendationSummary[]> {
  const ids = items.flatMap(({ followUps }) => followUps.map(({ id }) => id));
  const rows = await sql.all<Row>(
    `SELECT follow_up_id AS "followUp", side AS "of", state, from_on AS since, change_id AS change, organization_id AS organization
     FROM responsibility WHERE ${inList(sql, "follow_up_id")} AND state <> 'answers' AND from_on <= ? AND until_on > ?
     ORDER BY follow_up_id, side, organization_id`,
    [JSON.stringify(ids), asOf, asOf],
  );
  if (rows.length === 0) return [...items];
  const refs = await organizationRefs(
    sql,
    rows.map(({ organization }) => organization),
  );
  const open = groupedBy(rows, ({ followUp }) => followUp);
  return items.map((item) => ({
    ...item,
    followUps: item.followUps.map((each) => {
      const own = open.get(each.id) ?? [];
      return own.length === 0 ? each : { ...each, openSuccessions: own.flatMap((row) => successionOf(row, own)) };
    }),
  }));

  function successionOf({ of, state, since, change, organization }: Row, all: readonly Row[]): OpenSuccession[] {
    if (state === "candidate") return [];
    const candidates = all.filter((row) => row.state === "candidate" && row.of === of);
    return [
      {
        ...{ of, state, since, change, organization: refs.get(organization) },
        candidates: candidates
          .map((row) => refs.get(row.organization))
          .sort((one, other) => (one.code < other.code ? -1 : 1)),
      },
    ];
  }
}
