import type { Day, Person } from "@heed/core";
import { rightsOn, type User } from "@heed/core/users/user";

/** A user as who asks, with the rights of that day. */
export function personOfUser(user: User, day: Day): Person {
  return { id: user.id, name: user.name, rights: rightsOn(user, day) };
}
