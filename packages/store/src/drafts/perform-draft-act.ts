import { randomUUID } from "node:crypto";
import { type Actor, DomainError, dayOf, type Id, type Instant, type Person, type Settings } from "@heed/core";
import { actorsOf, firstAllowed, personAs } from "@heed/core/acting/person";
import { type ActDraft, DraftedAct } from "@heed/core/drafts/act-draft";
import {
  askSecondReading,
  changeDraft,
  type DraftContext,
  deskOf,
  handOverDraft,
  makeDraft,
  sendBackDraft,
} from "@heed/core/drafts/decide-draft";
import type { DraftActName } from "@heed/core/drafts/draft-acts";
import { isForRole, requireOnDraft } from "@heed/core/drafts/require-on-draft";
import { type Performed, performActIn } from "../acts/perform-act.ts";
import { type KeyedRequest, performOnce } from "../acts/perform-once.ts";
import { permitAct } from "../acts/permit-act.ts";
import { lockAuditShared } from "../audit/audit-lock.ts";
import { writeRegisterRecords } from "../audit/register-record.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { loadCase } from "../derived/load-cases.ts";
import { lockFollowUp } from "../entries/append-entries.ts";
import { type ExpectedVersion, versionFault } from "../entries/expected-version.ts";
import { actDraftTable } from "../generated/tables.ts";
import { inList } from "../statements/in-list.ts";
import { Where } from "../statements/where.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { insertInto, updateById } from "../tables/table.ts";
import { actorToday } from "../users/actors-named.ts";
import { colleagueNamed } from "./colleague.ts";
import { draftOf, draftRow } from "./draft-rows.ts";
import { seenDrafts } from "./seen-drafts.ts";

/** Who acts on drafts, when, and as whom the machine knows it. */
export type DraftActing = {
  person: Person;
  /** The account of the operating system, or of the service (R57). */
  systemUser: string;
  at: Instant;
  settings: Settings;
  newId: () => Id;
  /** A repeat of the same request gets the first answer and performs nothing. */
  request?: KeyedRequest;
};

export type DraftActRequest = DraftActing & {
  act: DraftActName;
  /** The draft; the follow-up where one is made. */
  thing: Id;
  /** As it was received; the schema of what is done parses it. */
  input?: unknown;
  expectedVersion?: ExpectedVersion;
};

/** The draft as it is now, or as it was last; and what the act made where the draft became one. */
export type DraftDone = { draft: ActDraft; performed?: Performed };

/**
 * Does something with a draft, with its audit record, in one transaction. Where the draft becomes an act, the act and the
 * removal of the draft are one, too. Errors: notFound where the actor sees no such draft; versionConflict; versionUnnamed;
 * missingPermission; invalidStateTransition; idempotencyKeyReused; and those of the act.
 */
export function performDraftAct(database: Database, request: DraftActRequest): Promise<DraftDone> {
  const { act, thing, person, at } = request;
  return database.transaction(
    async (sql) => {
      await lockAuditShared(sql);
      // Before anything else, so that the same request at the same time waits for the first.
      await (act === "makeDraft" ? lockFollowUp(sql, thing) : lockDrafts(sql, [thing]));
      return performOnce(sql, person.id, request.request, at, () => performDraftActIn(sql, request));
    },
    { together: true },
  );
}

/** Other writers of these drafts wait. */
export async function lockDrafts(sql: Sql, ids: readonly Id[]): Promise<void> {
  if (sql.dialect === "postgresql")
    await sql.all(`SELECT 1 AS locked FROM act_draft WHERE ${inList(sql, "id")} ORDER BY id FOR UPDATE`, [
      JSON.stringify(ids),
    ]);
}

/** The same within a transaction that holds the lock of the draft. */
export async function performDraftActIn(sql: Sql, request: DraftActRequest): Promise<DraftDone> {
  if (request.act === "makeDraft") return makeIn(sql, request);
  const { act, thing, person, at, settings, expectedVersion } = request;
  const draft = await readSeenDraft(sql, person, dayOf(settings, at), thing);
  if (draft === undefined) throw new DomainError("notFound", `there is no draft with the id ${thing}`);
  const actor = await roleFor(act, draft, person);
  const fault = versionFault(`the draft ${thing}`, draft.version, expectedVersion);
  if (fault !== undefined) throw fault;
  return step[act](sql, { ...request, actor }, draft);
}

/**
 * The person in the first role of the draft's desk in which this may be done, those for which the draft is before the others.
 * Errors: those of requireOnDraft().
 */
async function roleFor(act: DraftActName, draft: ActDraft, person: Person): Promise<Actor> {
  const ofDesk = actorsOf(person).filter((actor) => deskOf(actor).side === draft.side);
  const isFor = ({ role }: Actor) => isForRole(draft, role);
  const inOrder = [...ofDesk.filter(isFor), ...ofDesk.filter((actor) => !isFor(actor))];
  return firstAllowed(inOrder, (actor) => {
    requireOnDraft(act, draft, actor);
    return actor;
  });
}

/** A draft that the person sees. */
export async function readSeenDraft(sql: Sql, person: Person, today: string, id: Id): Promise<ActDraft | undefined> {
  const where = seenDrafts(person, today, new Where(sql.dialect).and("d.id = ?", id));
  const [row] = await sql.all<{ body: string }>(`SELECT d.body FROM act_draft d WHERE ${where.text}`, where.values);
  return row && draftOf(row);
}

async function makeIn(sql: Sql, request: DraftActRequest): Promise<DraftDone> {
  const { thing, input, person, settings, newId } = request;
  const at = inUtc(request.at);
  const followUpCase = await loadCase(sql, thing);
  if (followUpCase === undefined) throw new DomainError("notFound", `there is no follow-up with the id ${thing}`);
  const asked = { case: followUpCase, at, today: dayOf(settings, at), settings, newId };
  const drafted = DraftedAct.safeParse((input as { act?: unknown } | undefined)?.act);
  // Without an act it is refused for that, and a draft of another report is never told of.
  const [inRole] = await permitAct(sql, drafted.data ?? "addEvidence", person, asked);
  if (inRole === undefined) throw new Error("an act was permitted in no role");
  const draft = makeDraft({ ...asked, ...inRole }, input);
  await insertInto(sql, actDraftTable, [draftRow(draft)]);
  await writeRecord(sql, { ...request, actor: inRole.actor }, draft);
  return { draft };
}

/** In the role in which it is done. */
type InRole = DraftActRequest & { actor: Actor };

type Step = (sql: Sql, request: InRole, draft: ActDraft) => Promise<DraftDone>;

const step: Record<Exclude<DraftActName, "makeDraft">, Step> = {
  changeDraft: changing(changeDraft),
  handOverDraft: changing(handOverDraft, "to"),
  sendBackDraft: changing(sendBackDraft),
  askSecondReading: changing(askSecondReading, "reader"),
  submitDraft: (sql, request, draft) => become(sql, request, draft, request.actor),
  approveDraft: async (sql, request, draft) =>
    become(sql, request, draft, await askerToday(sql, request, draft), request.actor),
  discardDraft: async (sql, request, draft) => {
    await remove(sql, request, draft);
    return { draft };
  },
};

/** The draft is another afterwards. `names`: the property of the input that names a colleague. */
function changing(decide: (draft: ActDraft, context: DraftContext, input: unknown) => ActDraft, names?: string): Step {
  return async (sql, request, draft) => {
    const { actor, input, at, settings } = request;
    const named = names === undefined ? undefined : (input as Record<string, unknown> | undefined)?.[names];
    const colleague = await colleagueNamed(sql, draft, named, at, dayOf(settings, at));
    const changed = decide(draft, { actor, at: inUtc(at), ...(colleague && { colleague }) }, input);
    await updateById(sql, actDraftTable, draftRow(changed));
    await writeRecord(sql, request, changed);
    return { draft: changed };
  };
}

/** Who asked for the reading, with the rights of today. Errors: missingPermission for somebody who holds that role no more. */
async function askerToday(sql: Sql, { at, settings }: InRole, { handedBy }: ActDraft): Promise<Actor> {
  if (handedBy === undefined) throw new Error("a draft in second reading was asked for by nobody");
  const asker = await actorToday(sql, handedBy, at, dayOf(settings, at));
  if (asker !== undefined) return asker;
  throw new DomainError(
    "missingPermission",
    `${handedBy.name}, who asked for the reading, is ${handedBy.role} no more: send it back, so that somebody else takes it over`,
  );
}

async function become(
  sql: Sql,
  { systemUser, at, settings, newId, ...request }: InRole,
  draft: ActDraft,
  actor: Actor,
  secondReader?: Actor,
): Promise<DraftDone> {
  const { followUp, act, input } = draft;
  const acting = { systemUser, at, settings, newId };
  const performed = await performActIn(sql, {
    ...{ followUp, act, input, person: personAs(actor), ...acting },
    ...(secondReader && { secondReader: { id: secondReader.id, name: secondReader.name } }),
  });
  await remove(sql, { ...request, ...acting }, draft);
  return { draft, performed };
}

async function remove(sql: Sql, request: InRole, draft: ActDraft): Promise<void> {
  await sql.run("DELETE FROM act_draft WHERE id = ?", [draft.id]);
  await writeRecord(sql, request, draft);
}

function writeRecord(sql: Sql, { act, actor, systemUser, at }: InRole, draft: ActDraft): Promise<void> {
  const done = { at: inUtc(at), actor: actor.name, systemUser, action: act, actId: randomUUID() };
  return writeRegisterRecords(sql, done, [{ kind: "actDraft", id: draft.id, body: draft }]);
}
