import { randomBytes, randomUUID } from "node:crypto";
import { acts, DomainError, type Id, type Instant } from "@heed/core";
import { registerActs } from "@heed/core/acts/acts";
import type { MadeToken } from "@heed/core/users/access-desk";
import type { User } from "@heed/core/users/user";
import { digestOf, newSecret } from "../access/secret.ts";
import type { Act } from "../audit/audit-chain.ts";
import { auditImport } from "../audit/audit-import.ts";
import type { Database, Sql } from "../connection/sql.ts";
import type { ExpectedVersion } from "../entries/expected-version.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { readUser } from "../tables/user-rows.ts";
import { auditedWrite, type Once } from "../users/audited-write.ts";
import type { TokenRow } from "./read-tokens.ts";

/** Who manages the tokens: the user of the machine itself, or an admin by the service. */
export type TokenManager = Pick<Act, "actor" | "systemUser"> & {
  /** The version that was read; without it the change applies to any. */
  expectedVersion?: ExpectedVersion | undefined;
  once?: Once | undefined;
};

export type Limits = { expiresAt?: Instant; acts?: readonly string[] };

/** Errors: notFound; invalidStateTransition for who has left. */
export async function userWhoIsThere(sql: Sql, id: Id): Promise<User> {
  const user = await readUser(sql, id);
  if (user === undefined) throw new DomainError("notFound", `there is no user with the id ${id}`);
  if (user.leftOn !== undefined) throw new DomainError("invalidStateTransition", `${user.name} left on ${user.leftOn}`);
  return user;
}

export type Making = { sql: Sql; prisma: PrismaTransaction; at: Instant; by: TokenManager };

/** Makes a token in one transaction. Only its prefix is kept with a repeatable request. */
export async function making(
  database: Database,
  at: Instant,
  by: TokenManager,
  work: (made: Making) => Promise<{ prefix: string; token: string }>,
): Promise<MadeToken> {
  let text: string | undefined;
  const { prefix } = await auditedWrite(
    database,
    async (sql, prisma) => {
      const { prefix: made, token } = await work({ sql, prisma, at: inUtc(at), by });
      text = token;
      return { prefix: made };
    },
    by.once,
  );
  return { prefix, ...(text !== undefined && { token: text }) };
}

type Whose = { name: string; role: TokenRow["role"]; organizations: readonly Id[]; userId?: Id };

export async function make({ sql, prisma, at, by }: Making, whose: Whose, { expiresAt, acts }: Limits) {
  const expires = expiresAt === undefined ? null : inUtc(expiresAt);
  if (expires !== null && expires <= at)
    throw new DomainError("invalidInput", "the token would have expired already", [
      { name: "expiresAt", value: expires, detail: `it is made at ${at}` },
    ]);
  const unknown = acts?.find((act) => !tokenActs.includes(act));
  if (unknown !== undefined)
    throw new DomainError("invalidInput", "there is no such act", [
      { name: "acts", value: unknown, detail: `one of ${tokenActs.join(", ")}` },
    ]);
  const prefix = randomBytes(6).toString("hex");
  const token = `heed_${prefix}_${newSecret()}`;
  await prisma.apiToken.create({
    data: {
      ...{ prefix, hash: digestOf(token), createdAt: at, expiresAt: expires },
      ...{ ...whose, organizations: JSON.stringify(whose.organizations) },
      acts: acts === undefined ? null : JSON.stringify(acts),
    },
  });
  await auditToken(sql, prefix, { ...by, at, action: "createToken" });
  return { prefix, token };
}

/** What a token can be for: the acts on follow-ups and on the register. */
const tokenActs: readonly string[] = [...Object.keys(acts), ...Object.keys(registerActs)];

/** So that the audit finds a role that was changed by hand. */
export function auditToken(sql: Sql, prefix: string, { actor, systemUser, at, action }: Act): Promise<void> {
  return auditImport(sql, { apiToken: [prefix] }, { actor, systemUser, at, action, actId: randomUUID() });
}
