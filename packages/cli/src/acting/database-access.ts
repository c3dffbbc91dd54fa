import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { Settings } from "@heed/core";
import { type AccessDesk, accessDesk, type Database } from "@heed/store";

/** Users and tokens of a database: whoever can open it keeps them, under the name of the system's user. */
export function databaseAccess(database: Database, settings: Settings): AccessDesk {
  const { username } = userInfo();
  const rights = [{ role: "admin", organizations: [] }] as const;
  return accessDesk(database, {
    person: { id: username, name: username, rights },
    at: new Date().toISOString(),
    settings,
    systemUser: username,
    newId: randomUUID,
  });
}
