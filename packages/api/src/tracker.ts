import { randomUUID } from "node:crypto";
import { type Database, draftDesk, performAct, performRegisterAct, personOfToken, trackerReads } from "@heed/store";
import type { AppOptions } from "./app.ts";

/** What the service reads and writes with, on an open database. */
export function trackerOf(
  database: Database,
): Pick<AppOptions, "reads" | "identify" | "perform" | "performRegister" | "drafts"> {
  const service = { systemUser: "service", newId: randomUUID };
  return {
    reads: trackerReads(database),
    identify: (token, at) => personOfToken(database, token, at),
    perform: async (acting, act) => performAct(database, { ...act, ...acting, ...service }),
    drafts: (acting) => draftDesk(database, { ...acting, ...service }),
    performRegister: async (acting, act) => performRegisterAct(database, { ...act, ...acting, ...service }),
  };
}
