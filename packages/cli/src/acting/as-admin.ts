import { userInfo } from "node:os";
import type { Person } from "@heed/core";

/** Whoever can open a database keeps it, under the name of the system's user. */
export function asAdmin(): Person {
  const { username } = userInfo();
  return { id: username, name: username, rights: [{ role: "admin", organizations: [] }] };
}
