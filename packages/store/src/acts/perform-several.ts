import { DomainError, type Id, type Issue } from "@heed/core";
import { lockAuditShared } from "../audit/audit-lock.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { lockFollowUp } from "../entries/append-entries.ts";
import { type DoneOrRefused, orRefused } from "./or-refused.ts";
import { type ActRequest, type Performed, performAct, performActIn } from "./perform-act.ts";
import { performOnce } from "./perform-once.ts";

/** One act among several: on which follow-up, and what it says. */
export type OneOfSeveral = Pick<ActRequest, "followUp" | "act" | "input" | "expectedVersion">;

type Several = Omit<ActRequest, keyof OneOfSeveral> & { acts: readonly OneOfSeveral[] };

/** What became of one act among several. */
export type ActOutcome = DoneOrRefused<Performed>;

/** Performs each act for itself, in order: one that is refused changes nothing, and the others are done. */
export async function performEach(
  database: Database,
  { acts, request, ...performing }: Several,
): Promise<ActOutcome[]> {
  const answers: ActOutcome[] = [];
  for (const [place, one] of acts.entries()) {
    // Of a repeated request, what was done is answered again, and what was refused is tried again.
    const keyed = request && { request: { ...request, key: `${request.key} ${place}` } };
    answers.push(await orRefused(() => performAct(database, { ...performing, ...one, ...keyed })));
  }
  return answers;
}

/** Performs all acts in one transaction, or none: the refusal names each that cannot be done. Errors: invalidInput. */
export function performAll(database: Database, { acts, request, ...performing }: Several): Promise<ActOutcome[]> {
  const { person, at } = performing;
  return database.transaction(
    async (sql) => {
      await lockAuditShared(sql);
      await lockInOrder(
        sql,
        acts.map(({ followUp }) => followUp),
      );
      return performOnce(sql, person.id, request, at, async () => {
        const answers: ActOutcome[] = [];
        for (const one of acts) answers.push(await orRefused(() => performActIn(sql, { ...performing, ...one })));
        requireAllDone(acts, answers);
        return answers;
      });
    },
    { together: true },
  );
}

/** In one order for everybody, so that two requests never wait for each other. */
async function lockInOrder(sql: Sql, followUps: readonly Id[]): Promise<void> {
  for (const id of [...new Set(followUps)].sort()) await lockFollowUp(sql, id);
}

function requireAllDone(acts: readonly OneOfSeveral[], answers: readonly ActOutcome[]): void {
  const refused = answers.filter(({ error }) => error !== undefined).length;
  if (refused === 0) return;
  throw new DomainError(
    "invalidInput",
    `nothing was done: ${refused} of ${acts.length} acts ${refused === 1 ? "is" : "are"} refused`,
    answers.flatMap(({ error }, place) =>
      error === undefined ? [] : issuesOf(error, `acts.${place}`, acts[place]?.followUp ?? ""),
    ),
  );
}

/** Each with its place in what the act says, or the follow-up where it has none. */
function issuesOf({ message, issues }: DomainError, act: string, followUp: Id): Issue[] {
  if (issues.length === 0) return [{ name: act, value: followUp, detail: message }];
  return issues.map(({ name, value, detail }) => ({
    name: name === undefined ? act : `${act}.input.${name}`,
    ...(value !== undefined && { value }),
    detail: message.includes(detail) ? message : `${message}: ${detail}`,
  }));
}
