import { DomainError } from "@heed/core";
import { searchableName } from "@heed/core/organization/organization";
import type { User } from "@heed/core/users/user";
import { type Database, readUsers } from "@heed/store";

/** The user of this id or name. Errors: notFound. */
export async function theUser(database: Database, named: string): Promise<User> {
  const [user] = await readUsers(database, "u.id = ? OR u.name_key = ?", [named, searchableName(named)]);
  if (user !== undefined) return user;
  throw new DomainError("notFound", `there is no user ${named}; heed user list names all`);
}
