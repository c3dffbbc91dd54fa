import { dayOf, defaultSettings, type Person } from "@heed/core";
import type { Database } from "@heed/store";
import type { AppOptions } from "../../src/app.ts";
import { worldApp } from "../world-app.ts";

/** People who are signed in by the name in a cookie, instead of by an issuer. */
export const signedIn = {
  claes: { id: "u-claes", name: "J. Claes", rights: [{ role: "respondent", organizations: ["justice"] }] },
  wouters: { id: "u-wouters", name: "K. Wouters", rights: [{ role: "respondent", organizations: ["justice"] }] },
  bos: { id: "u-bos", name: "I. Bos", rights: [{ role: "respondent", organizations: ["interior"] }] },
  lambert: { id: "u-lambert", name: "A. Lambert", rights: [{ role: "assessor", organizations: [] }] },
} as const satisfies Record<string, Person>;

export type SignedIn = keyof typeof signedIn;

/** The service on the example world, with its desks. */
export function deskApp(database: Database, options: Partial<AppOptions> = {}) {
  const today = dayOf(defaultSettings, "2015-06-30T08:00:00Z");
  return worldApp(database, {
    visitorOf: async ({ headers }) => {
      const name = /(?:^|; )visitor=(\w+)/.exec(headers.cookie ?? "")?.[1];
      const person = signedIn[name as SignedIn];
      return person && { person, reader: { rights: person.rights, today } };
    },
    ...options,
  });
}
