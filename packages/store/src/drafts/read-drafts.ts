import { type Day, dayOf, type Id, type Issue } from "@heed/core";
import { personAs } from "@heed/core/acting/person";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { DraftFilter } from "@heed/core/drafts/draft-filter";
import { missingIn } from "@heed/core/drafts/missing";
import type { Page, Paging } from "@heed/core/read-models/paging";
import { orRefused } from "../acts/or-refused.ts";
import { type Asked, permitAct } from "../acts/permit-act.ts";
import { withNamed } from "../acts/with-named.ts";
import type { Sql } from "../connection/sql.ts";
import { loadCase } from "../derived/load-cases.ts";
import { total } from "../queries/register.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import type { DraftReading } from "./draft-reading.ts";
import { draftOf } from "./draft-rows.ts";
import { readSeenDraft } from "./perform-draft-act.ts";
import { requireKnownHolders } from "./require-known-holders.ts";
import { seenDrafts } from "./seen-drafts.ts";

/** The drafts that an actor sees, the oldest first. Errors: unknownValue for a holder that nobody of the desk is. */
export async function readDrafts(
  sql: Sql,
  reading: DraftReading,
  { followUp, act, state, holder }: DraftFilter,
  paging: Paging,
): Promise<Page<ActDraft>> {
  const { person, at, settings } = reading;
  if (holder !== undefined) await requireKnownHolders(sql, reading, holder, await holdersSeen(sql, reading));
  const where = seenDrafts(person, dayOf(settings, at), new Where(sql.dialect))
    .andInList("d.follow_up_id", followUp)
    .andInList("d.act", act)
    .andInList("d.state", state);
  if (holder !== undefined)
    where.and(
      holder.map(() => `${held(sql, "id")} = ? OR ${held(sql, "name")} = ?`).join(" OR ") || "1 = 0",
      ...holder.flatMap((each) => [each, each]),
    );
  const page = where.copy();
  if (paging.after !== undefined) page.and("(d.created_at, d.id) > (?, ?)", ...placeOf("drafts", paging.after));
  const rows = await sql.all<{ body: string }>(
    `SELECT d.body FROM act_draft d WHERE ${page.text} ORDER BY d.created_at, d.id${limitText(paging)}`,
    page.values,
  );
  return {
    ...pageOf("drafts", rows.map(draftOf), paging, ({ createdAt, id }) => [createdAt, id]),
    ...(await total(sql, paging, "act_draft d", where)),
  };
}

function holdersSeen(sql: Sql, { person, at, settings }: DraftReading) {
  const where = seenDrafts(person, dayOf(settings, at), new Where(sql.dialect));
  return sql.all<{ id: Id | null; name: string | null }>(
    `SELECT DISTINCT ${held(sql, "id")} AS id, ${held(sql, "name")} AS name FROM act_draft d WHERE ${where.text}`,
    where.values,
  );
}

function held({ dialect }: Sql, field: "id" | "name"): string {
  return dialect === "sqlite" ? `(d.body ->> '$.holder.${field}')` : `(d.body::json -> 'holder' ->> '${field}')`;
}

/** A draft, and what would be refused if it became an act now. */
export type DraftDetail = ActDraft & { missing: readonly Issue[] };

/** A draft that an actor sees, with what would be refused if it became an act now. */
export async function readDraft(sql: Sql, reading: DraftReading, id: Id): Promise<DraftDetail | undefined> {
  const { person, at, settings } = reading;
  const today = dayOf(settings, at);
  const draft = await readSeenDraft(sql, person, today, id);
  return draft && { ...draft, missing: await missingNow(sql, { ...reading, today }, draft) };
}

async function missingNow(
  sql: Sql,
  { person, at, settings, today }: DraftReading & { today: Day },
  draft: ActDraft,
): Promise<readonly Issue[]> {
  const { followUp, act, input, state, handedBy } = draft;
  const followUpCase = await loadCase(sql, followUp);
  if (followUpCase === undefined) throw new Error(`the draft ${draft.id} is of a follow-up that does not exist`);
  const isRead = state === "secondReading" && handedBy !== undefined;
  const asked: Asked = {
    ...{ case: followUpCase, at, today, settings, newId: () => "new" },
    ...(isRead && { secondReader: { id: person.id, name: person.name } }),
  };
  const { done, error } = await orRefused(async () => {
    const inRoles = await permitAct(sql, act, isRead ? personAs(handedBy) : person, asked);
    return Promise.all(
      inRoles.map(async (inRole) => missingIn(draft, await withNamed(sql, act, input, { ...asked, ...inRole }))),
    );
  });
  if (error !== undefined) return [{ detail: error.message }];
  return done?.find((each) => each.length === 0) ?? done?.[0] ?? [];
}
