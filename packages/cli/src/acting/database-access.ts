import { randomUUID } from "node:crypto";
import type { Settings } from "@heed/core";
import { type AccessDesk, accessDesk, type Database } from "@heed/store";
import { asAdmin } from "./as-admin.ts";

/** Users and tokens of a database: whoever can open it keeps them. */
export function databaseAccess(database: Database, settings: Settings): AccessDesk {
  const person = asAdmin();
  return accessDesk(database, {
    person,
    at: new Date().toISOString(),
    settings,
    systemUser: person.name,
    newId: randomUUID,
  });
}
