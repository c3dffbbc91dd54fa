import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { ImportRun } from "@heed/store";
import type { Tracker } from "../tracker.ts";

/** What is recorded from the command line comes from no file: its actor, the system's user and the moment. */
export function actRun({ settings }: Tracker, as: string | undefined, what: string): ImportRun {
  const systemUser = userInfo().username;
  return {
    file: `heed ${what}`,
    fileDigest: "",
    mapping: "",
    mappingDigest: "",
    actor: as ?? systemUser,
    systemUser,
    at: new Date().toISOString(),
    settings,
    newId: randomUUID,
    dryRun: false,
    skipInvalid: false,
  };
}
