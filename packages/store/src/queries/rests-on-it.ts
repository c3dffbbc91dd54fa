import type { Day, Id, Link, Reader, Settings } from "@heed/core";
import { citationsIn } from "@heed/core/follow-up/entries/citations";
import { liveEntries } from "@heed/core/follow-up/entries/live-entries";
import { evidenceOf } from "@heed/core/follow-up/entries/shown-evidence";
import type { CitingEntry, GroundOf, RestingRecommendation, RestsOnIt } from "@heed/core/read-models/ground";
import type { Database } from "../connection/sql.ts";
import { readFollowUp } from "./follow-up.ts";
import { saidBy, seenAmong } from "./ground-refs.ts";
import { recommendationsNamed, refOf } from "./recommendations-named.ts";

/** What rests on a collected item or a section that the reader sees. */
export async function readRestsOnIt(
  database: Database,
  reader: Reader,
  ground: GroundOf,
  today: Day,
  settings: Settings,
): Promise<RestsOnIt> {
  const [column, id] = "item" in ground ? ["item_id", ground.item] : ["section_id", ground.section];
  if (!(await seenAmong(database, reader, [id])).has(id)) return { recommendations: [], entries: [] };
  const rows = await database.all<{ body: string }>(
    `SELECT l.body FROM recommendation_link l WHERE l.${column} = ? AND l.withdrawn_at IS NULL ORDER BY l.on_day, l.id`,
    [id],
  );
  const links = rows.map(({ body }) => JSON.parse(body) as Link);
  const named = await recommendationsNamed(
    database,
    reader,
    links.map(({ from }) => from),
  );
  const recommendations = links.flatMap((link): RestingRecommendation[] => {
    const recommendation = named.get(link.from);
    return recommendation === undefined ? [] : [{ recommendation: refOf(recommendation), ...saidBy(link) }];
  });
  return { recommendations, entries: await citingEntries(database, reader, id, today, settings) };
}

/** The entries that stand and cite it, in what each follow-up shows the reader. */
async function citingEntries(
  database: Database,
  reader: Reader,
  id: Id,
  today: Day,
  settings: Settings,
): Promise<CitingEntry[]> {
  const followUps = await database.all<{ id: Id }>(
    `SELECT DISTINCT e.follow_up_id AS id FROM entry_citation c JOIN entry e ON e.id = c.entry_id
     WHERE c.cited_id = ? ORDER BY e.follow_up_id LIMIT 200`,
    [id],
  );
  const citing: CitingEntry[] = [];
  for (const { id: followUp } of followUps) {
    const detail = await readFollowUp(database, reader, followUp, today, settings);
    if (detail === undefined) continue;
    const named = await recommendationsNamed(database, reader, [detail.recommendation.id]);
    const recommendation = named.get(detail.recommendation.id);
    if (recommendation === undefined) continue;
    for (const { entry } of liveEntries(detail.case.entries, settings))
      if (citationsIn(evidenceOf(entry)).includes(id))
        citing.push({ recommendation: refOf(recommendation), followUp, entry: entry.id, type: entry.type });
  }
  return citing;
}
