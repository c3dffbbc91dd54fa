import { DomainError } from "@heed/core";
import type { User } from "@heed/core/users/user";
import type { AccessDesk } from "@heed/store";

/** The user of this id or name. Errors: notFound. */
export async function theUser(access: Pick<AccessDesk, "user" | "users">, named: string): Promise<User> {
  const user = (await access.user(named)) ?? (await access.users({ name: [named] }, {})).items[0];
  if (user !== undefined) return user;
  throw new DomainError("notFound", `there is no user ${named}; heed user list names all`);
}
