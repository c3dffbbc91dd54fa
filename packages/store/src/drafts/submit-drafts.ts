import { DomainError, type Id, type Issue } from "@heed/core";
import { type DoneOrRefused, orRefused } from "../acts/or-refused.ts";
import { performOnce } from "../acts/perform-once.ts";
import { lockAuditShared } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import type { ExpectedVersion } from "../entries/expected-version.ts";
import { inList } from "../statements/in-list.ts";
import {
  type DraftActing,
  type DraftDone,
  lockDrafts,
  performDraftAct,
  performDraftActIn,
} from "./perform-draft-act.ts";

/** The drafts to submit, each once, with the version that was read where it must be that one. */
export type SubmitRequest = DraftActing & { drafts: readonly { id: Id; version?: ExpectedVersion }[] };

/** What became of one draft among several. */
export type Submitted = { id: Id } & DoneOrRefused<DraftDone>;

/** Submits each draft for itself: one that is refused stays a draft, and the others are done. */
export async function submitEach(
  database: Database,
  { drafts, request, ...acting }: SubmitRequest,
): Promise<Submitted[]> {
  requireOnce(drafts);
  const submitted: Submitted[] = [];
  for (const { id, version } of drafts)
    submitted.push({
      id,
      ...(await orRefused(() =>
        performDraftAct(database, {
          ...acting,
          ...submitting(id, version),
          // Of a repeated request, what was done is answered again and what failed is tried again.
          ...(request && { request: { ...request, key: `${request.key} ${id}` } }),
        }),
      )),
    });
  return submitted;
}

/** Submits all drafts in one transaction, or none: the refusal names each that cannot be. Errors: invalidInput. */
export function submitAll(database: Database, { drafts, request, ...acting }: SubmitRequest): Promise<Submitted[]> {
  requireOnce(drafts);
  return database.transaction(
    async (sql) => {
      await lockAuditShared(sql);
      const ids = drafts.map(({ id }) => id);
      await lockDrafts(sql, ids);
      return performOnce(sql, acting.person.id, request, acting.at, async () => {
        const submitted = new Map<Id, Submitted>();
        for (const id of await byFollowUp(sql, ids)) {
          const version = drafts.find((each) => each.id === id)?.version;
          const outcome = await orRefused(() => performDraftActIn(sql, { ...acting, ...submitting(id, version) }));
          submitted.set(id, { id, ...outcome });
        }
        const inOrder = ids.map((id) => submitted.get(id) ?? { id });
        requireAllDone(inOrder);
        return inOrder;
      });
    },
    { together: true },
  );
}

function submitting(thing: Id, version: ExpectedVersion | undefined) {
  return { act: "submitDraft", thing, ...(version !== undefined && { expectedVersion: version }) } as const;
}

/** In one order of follow-ups for everybody, so that two requests never wait for each other. */
async function byFollowUp(sql: Sql, ids: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT id FROM act_draft WHERE ${inList(sql, "id")} ORDER BY follow_up_id, created_at, id`,
    [JSON.stringify(ids)],
  );
  const found = rows.map(({ id }) => id);
  return [...found, ...ids.filter((id) => !found.includes(id))];
}

function requireOnce(drafts: SubmitRequest["drafts"]): void {
  const ids = drafts.map(({ id }) => id);
  const issues = ids.flatMap((id, place) =>
    ids.indexOf(id) === place ? [] : [{ name: `drafts.${place}.id`, value: id, detail: "it is named already" }],
  );
  if (issues.length > 0) throw new DomainError("invalidInput", "a draft is submitted once", issues);
}

function requireAllDone(submitted: readonly Submitted[]): void {
  const issues = submitted.flatMap(({ id, error }, place): Issue[] =>
    error === undefined ? [] : [{ name: `drafts.${place}`, value: id, detail: detailOf(error) }],
  );
  if (issues.length > 0)
    throw new DomainError(
      "invalidInput",
      `nothing was submitted: ${issues.length} of ${submitted.length} drafts cannot be`,
      issues,
    );
}

function detailOf({ message, issues }: DomainError): string {
  return [message, ...issues.map(({ name, detail }) => (name === undefined ? detail : `${name}: ${detail}`))].join(
    "; ",
  );
}
