import { createHash, randomUUID } from "node:crypto";
import type { Actor } from "@heed/core";
import { actorOfToken, type Database, performAct, performRegisterAct, trackerReads } from "@heed/store";
import type { AppOptions } from "./app.ts";
import type { Perform } from "./operation.ts";

/** What the service reads and writes with, over an open database. */
export function trackerOf(database: Database): Pick<AppOptions, "reads" | "identify" | "perform" | "performRegister"> {
  return {
    reads: trackerReads(database),
    identify: (token, at) => actorOfToken(database, token, at),
    perform: async (acting, { idempotencyKey, ...act }) => {
      const first = idempotencyKey === undefined ? randomUUID() : idOf(acting.actor, act.followUp, idempotencyKey);
      const done = idempotencyKey === undefined ? undefined : await madeBefore(database, act.followUp, first);
      if (done) return done;
      const ids = [first];
      return performAct(database, {
        ...act,
        ...acting,
        systemUser: "service",
        newId: () => ids.pop() ?? randomUUID(),
        submitted: true,
      });
    },
    performRegister: async (acting, { idempotencyKey, ...act }) =>
      performRegisterAct(database, {
        ...act,
        ...acting,
        systemUser: "service",
        newId: randomUUID,
        actId:
          idempotencyKey === undefined
            ? randomUUID()
            : idOf(acting.actor, JSON.stringify([act.act, act.thing, act.part]), idempotencyKey),
      }),
  };
}

/** The id of what a key makes: the same key of the same actor on the same thing makes the same, so it is made once. */
function idOf(actor: Actor, what: string, key: string): string {
  return createHash("sha256")
    .update(JSON.stringify([actor.name, what, key]))
    .digest("hex")
    .slice(0, 32);
}

async function madeBefore(
  database: Database,
  followUp: string,
  id: string,
): Promise<Awaited<ReturnType<Perform>> | undefined> {
  const [row] = await database.all<{ body: string; version: number }>(
    `SELECT e.body, f.version FROM entry e JOIN follow_up f ON f.id = e.follow_up_id
     WHERE e.id = ? AND e.follow_up_id = ?`,
    [id, followUp],
  );
  return row && { version: row.version, entries: [JSON.parse(row.body)] };
}
