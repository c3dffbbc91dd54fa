import { DomainError, type Instant } from "@heed/core";
import { lookAlikeName, searchableName } from "@heed/core/organization/organization";
import type { Sql } from "../connection/sql.ts";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";

/**
 * A user, and a token in use that is no user's, have a name that no other has, nor one that looks the same: everything
 * recorded under a name belongs to one. A user who has left keeps the name. Errors: duplicateReference.
 */
export async function requireFreeName(sql: Sql, prisma: PrismaTransaction, name: string, at: Instant): Promise<void> {
  if (sql.dialect === "postgresql") await sql.run("LOCK TABLE api_token, user_account IN SHARE ROW EXCLUSIVE MODE");
  const user = await prisma.userAccount.findFirst({
    where: { OR: [{ nameKey: searchableName(name) }, { lookAlikeKey: lookAlikeName(name) }] },
  });
  if (user !== null)
    throw new DomainError("duplicateReference", `a user has the name ${user.name} already`, [
      {
        name: "name",
        value: name,
        detail: user.leftOn === null ? "take another name" : `that user left on ${user.leftOn}; the name stays taken`,
      },
    ]);
  const living = await prisma.apiToken.findMany({
    where: { userId: null, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] },
    select: { name: true, prefix: true },
  });
  const other = [searchableName, lookAlikeName].flatMap(
    (form) => living.find((each) => form(each.name) === form(name)) ?? [],
  )[0];
  if (other !== undefined)
    throw new DomainError("duplicateReference", `a token in use has the name ${other.name} already`, [
      {
        name: "name",
        value: name,
        detail: `it begins with heed_${other.prefix}; revoke it first, or take another name`,
      },
    ]);
}
