import { randomUUID } from "node:crypto";
import { type Actor, personAs, defaultSettings as settings } from "@heed/core";
import type { RegisterActName } from "@heed/core/acts/acts";
import type { RegisterResult } from "@heed/core/register/register-result";
import { type Database, type KeyedRequest, performRegisterAct } from "@heed/store";

export const editor: Actor = { id: "e-maes", name: "E. Maes", role: "editor", organizations: [] };

export type Registering = {
  thing?: string;
  part?: string;
  at?: string;
  actor?: Actor;
  expectedVersion?: number;
  request?: KeyedRequest;
};

/** Performs an act on the register as an editor. */
export function registerAct(
  database: Database,
  act: RegisterActName,
  input: unknown = {},
  { at = "2024-06-03T08:00:00Z", actor = editor, ...rest }: Registering = {},
): Promise<RegisterResult> {
  return performRegisterAct(database, {
    act,
    input,
    at,
    person: personAs(actor),
    systemUser: "tester",
    settings,
    newId: randomUUID,
    ...rest,
  });
}
