import { timingSafeEqual } from "node:crypto";
import type { Day, Id, Instant, Person } from "@heed/core";
import { rightsFor } from "@heed/core/access/right";
import { personAs } from "@heed/core/acting/person";
import { tokenId } from "@heed/core/tokens/token-id";
import { presentRights, requireRights } from "@heed/core/users/present-rights";
import { noteUse } from "../access/note-use.ts";
import { digestOf } from "../access/secret.ts";
import type { Database } from "../connection/sql.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { readUser } from "../tables/user-rows.ts";
import { readTokenRows } from "./read-tokens.ts";

/**
 * The person of a token; undefined when the token is unknown, was revoked, or has expired at `at`. Errors: missingPermission
 * for a user who has left, or holds none of the roles that the token is for.
 */
export async function personOfToken(
  database: Database,
  token: string,
  at: Instant,
  dayAt: (at: Instant) => Promise<Day> = async () => at.slice(0, 10),
): Promise<Person | undefined> {
  const prefix = /^heed_([0-9a-f]{12})_[\w-]{43}$/.exec(token)?.[1];
  if (prefix === undefined) return undefined;
  const [row] = await readTokenRows(database, "t.prefix = ?", [prefix]);
  if (row === undefined || row.revokedAt !== null) return undefined;
  if (row.expiresAt !== null && row.expiresAt <= inUtc(at)) return undefined;
  if (!timingSafeEqual(Buffer.from(row.hash, "hex"), Buffer.from(digestOf(token), "hex"))) return undefined;
  const now = inUtc(at);
  noteUse(database, row.lastUsedAt, now, (sql) =>
    sql.run("UPDATE api_token SET last_used_at = ? WHERE prefix = ? AND COALESCE(last_used_at, '') < ?", [
      ...[now, prefix, now],
    ]),
  );
  const organizations: readonly Id[] = JSON.parse(row.organizations);
  const limited = row.acts === null ? {} : { acts: JSON.parse(row.acts) as readonly string[] };
  if (row.role !== "")
    return { ...personAs({ id: tokenId(row.prefix), name: row.name, role: row.role, organizations }), ...limited };
  const user = row.userId === null ? undefined : await readUser(database, row.userId);
  if (user === undefined) return undefined;
  const rights = rightsFor(organizations, presentRights(user, await dayAt(at)));
  const ofSome = organizations.length === 0 ? {} : { organizations };
  return requireRights({ id: user.id, name: user.name, rights, ...limited, ...ofSome });
}
