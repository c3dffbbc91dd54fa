import { randomUUID } from "node:crypto";
import { type Day, DomainError, type Id, type Instant } from "@heed/core";
import { lookAlikeName, searchableName } from "@heed/core/organization/organization";
import { changeUser, leave, newUser } from "@heed/core/users/change-user";
import type { User } from "@heed/core/users/user";
import type { Act } from "../audit/audit-chain.ts";
import { writeRegisterRecords } from "../audit/register-record.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { type ExpectedVersion, versionFault } from "../entries/expected-version.ts";
import { requireOrganizations } from "../organizations/require-organizations.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { inUtc } from "../tables/entry-rows.ts";
import { auditedUser, readUser } from "../tables/user-rows.ts";
import { auditedWrite, type Once } from "./audited-write.ts";
import { requireFreeName } from "./free-name.ts";

/** Who keeps the users, and when. */
export type Keeping = {
  at: Instant;
  today: Day;
  newId: () => Id;
  by: Pick<Act, "actor" | "systemUser">;
  /** The version that was read; without it the change applies to any. */
  expectedVersion?: ExpectedVersion | undefined;
  once?: Once | undefined;
};

/** Errors: invalidInput, unknownInput, unknownOrganization; duplicateReference when the name or an identity is taken. */
export function addUser(database: Database, given: unknown, keeping: Keeping): Promise<User> {
  const add = async (sql: Sql, prisma: PrismaTransaction) => {
    const user = newUser({ ...keeping, at: inUtc(keeping.at) }, given);
    await requireFreeName(sql, prisma, user.name, inUtc(keeping.at));
    await requireKnown(sql, user);
    const { id, name, version, recordedAt } = user;
    const keys = { nameKey: searchableName(name), lookAlikeKey: lookAlikeName(name) };
    await prisma.userAccount.create({ data: { id, name, ...keys, ...changing(user), version, recordedAt } });
    await writeParts(prisma, user);
    await record(sql, "addUser", user, keeping);
    return user;
  };
  return auditedWrite(database, add, keeping.once);
}

/** Errors: notFound; versionConflict; invalidInput, unknownInput, unknownOrganization; invalidStateTransition. */
export function reviseUser(database: Database, id: Id, given: unknown, keeping: Keeping): Promise<User> {
  return revise(database, "changeUser", id, keeping, (user) => changeUser(keeping, user, given));
}

/** Who leaves holds no role from that day on. Errors: notFound; versionConflict; invalidStateTransition. */
export function endUser(database: Database, id: Id, leftOn: Day, keeping: Keeping): Promise<User> {
  return revise(database, "leaveUser", id, keeping, (user) => leave(user, leftOn));
}

function revise(
  database: Database,
  action: string,
  id: Id,
  keeping: Keeping,
  decide: (user: User) => User,
): Promise<User> {
  const change = async (sql: Sql, prisma: PrismaTransaction) => {
    const before = await readUser(sql, id);
    if (before === undefined) throw new DomainError("notFound", `there is no user with the id ${id}`);
    const fault = versionFault(`the user ${before.name}`, before.version, keeping.expectedVersion);
    if (fault !== undefined) throw fault;
    const user = decide(before);
    await requireKnown(sql, user);
    await prisma.userAccount.update({ where: { id }, data: { ...changing(user), version: user.version } });
    await prisma.userRole.deleteMany({ where: { userId: id } });
    await prisma.userIdentity.deleteMany({ where: { userId: id } });
    await writeParts(prisma, user);
    await record(sql, action, user, keeping);
    return user;
  };
  return auditedWrite(database, change, keeping.once);
}

function changing({ email, language, leftOn }: User) {
  return { email: email ?? null, language: language ?? null, leftOn: leftOn ?? null };
}

async function writeParts(prisma: PrismaTransaction, { id: userId, roles, identities }: User): Promise<void> {
  await prisma.userRole.createMany({
    data: roles.map(({ role, organization, from, until }, position) => ({
      ...{ userId, position, role, fromOn: from },
      organizationId: organization ?? null,
      untilOn: until ?? null,
    })),
  });
  await prisma.userIdentity.createMany({ data: identities.map((each) => ({ ...each, userId })) });
}

/** The organizations of the roles exist, and nobody else has an identity of the user. */
async function requireKnown(sql: Sql, { id, roles, identities }: User): Promise<void> {
  await requireOrganizations(
    sql,
    roles.map(({ organization }, place) => ({ name: `roles.${place}.organization`, id: organization })),
  );
  for (const { issuer, subject } of identities) {
    const [other] = await sql.all<{ name: string }>(
      `SELECT u.name FROM user_identity i JOIN user_account u ON u.id = i.user_id
       WHERE i.issuer = ? AND i.subject = ? AND i.user_id <> ?`,
      [issuer, subject, id],
    );
    if (other !== undefined)
      throw new DomainError("duplicateReference", `that identity is the one of ${other.name}`, [
        { name: "identities", value: subject, detail: `of the issuer ${issuer}` },
      ]);
  }
}

function record(sql: Sql, action: string, user: User, { at, by }: Keeping): Promise<void> {
  const act = { ...by, at: inUtc(at), action, actId: randomUUID() };
  return writeRegisterRecords(sql, act, [{ kind: "user", id: user.id, body: auditedUser(user) }]);
}
