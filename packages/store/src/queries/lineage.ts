import type { Id, Link, LinkType, Reader } from "@heed/core";
import { askedOf } from "@heed/core/follow-up/case/lineage";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { repeatingLinks } from "@heed/core/recommendation/link";
import type { Database } from "../connection/sql.ts";
import { recommendationsNamed, refOf } from "./recommendations-named.ts";

type Lineage = Pick<RecommendationDetail, "asked" | "line" | "links">;

/** The links of a recommendation, and the line of all recommendations that ask the same, the first one first (R15). */
export async function readLineage(database: Database, reader: Reader, id: Id): Promise<Lineage> {
  const types = `(${repeatingLinks.map((type: LinkType) => `'${type}'`).join(", ")})`;
  const links = await database.all<{ body: string }>(
    `WITH RECURSIVE line(id) AS (
       SELECT CAST(? AS TEXT)${database.dialect === "sqlite" ? "" : ' COLLATE "C"'}
       UNION SELECT CASE WHEN l.from_id = line.id THEN l.to_id ELSE l.from_id END FROM line
         JOIN recommendation_link l ON (l.from_id = line.id OR l.to_id = line.id) AND l.type IN ${types} AND l.withdrawn_at IS NULL
     )
     SELECT l.body FROM recommendation_link l
     WHERE l.withdrawn_at IS NULL AND l.type <> 'restsOn' AND (l.from_id = ? OR l.to_id = ? OR (l.type IN ${types} AND l.from_id IN (SELECT id FROM line)))
     ORDER BY l.on_day, l.id`,
    [id, id, id],
  );
  const all = links.map(({ body }) => JSON.parse(body) as Link);
  const ids = [...new Set([id, ...all.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))])];
  const named = await recommendationsNamed(database, reader, ids);
  const seen = all.filter(({ from, to }) => named.has(from) && (to === undefined || named.has(to)));
  const inLine = lineThrough(id, seen);
  return {
    asked: askedOf(id, seen, (each) => {
      const { report, due } = named.get(each) ?? {};
      const { publishedOn: on, publishedOnPrecision: precision = "day" } = report ?? {};
      return { published: on === undefined ? undefined : { on, precision }, implementationDue: due };
    }),
    line: [...inLine]
      .flatMap((each) => named.get(each) ?? [])
      .sort((a, b) => compare(a.report.publishedOn ?? "", b.report.publishedOn ?? "") || compare(a.id, b.id))
      .map(refOf),
    links: seen
      .filter(({ from, to }) => from === id || to === id)
      .flatMap(({ from, to, recordedAt: _, source: __, ...link }) => {
        const [newer, older] = [named.get(from), to === undefined ? undefined : named.get(to)];
        return newer === undefined ? [] : [{ ...link, from: refOf(newer), ...(older && { to: refOf(older) }) }];
      }),
  };
}

/**
 * All recommendations that ask the same, along the links that the reader may see: a line that is connected only through
 * a draft is two lines.
 */
function lineThrough(id: Id, seen: readonly Link[]): ReadonlySet<Id> {
  const line = new Set<Id>();
  const repeats = seen.filter(({ type }) => repeatingLinks.includes(type));
  const ends = new Set([id]);
  for (const end of ends)
    for (const { from, to } of repeats) {
      if (to === undefined || (from !== end && to !== end)) continue;
      for (const side of [from, to]) {
        line.add(side);
        ends.add(side);
      }
    }
  return line;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
