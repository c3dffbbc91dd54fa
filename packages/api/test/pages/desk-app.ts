import { dayOf, defaultSettings, type Person } from "@heed/core";
import type { Database } from "@heed/store";
import { type AppOptions, createApp } from "../../src/app.ts";
import { trackerOf } from "../../src/tracker.ts";

/** People who are signed in by the name in a cookie, instead of by an issuer. */
export const signedIn = {
  claes: { id: "u-claes", name: "J. Claes", rights: [{ role: "respondent", organizations: ["justice"] }] },
  wouters: { id: "u-wouters", name: "K. Wouters", rights: [{ role: "respondent", organizations: ["justice"] }] },
  bos: { id: "u-bos", name: "I. Bos", rights: [{ role: "respondent", organizations: ["interior"] }] },
  dubois: {
    ...{ id: "u-dubois", name: "F. Dubois" },
    rights: [
      { role: "editor", organizations: ["myria"] },
      { role: "assessor", organizations: ["myria"] },
    ],
  },
  peeters: { id: "u-peeters", name: "E. Peeters", rights: [{ role: "editor", organizations: [] }] },
  delvaux: { id: "u-delvaux", name: "M. Delvaux", rights: [{ role: "assessor", organizations: [] }] },
  janssens: { id: "u-janssens", name: "T. Janssens", rights: [{ role: "admin", organizations: [] }] },
  lambert: { id: "u-lambert", name: "A. Lambert", rights: [{ role: "assessor", organizations: [] }] },
} as const satisfies Record<string, Person>;

export type SignedIn = keyof typeof signedIn;

/** The service with its desks, on 30 June 2015. */
export function deskApp(database: Database, options: Partial<AppOptions> = {}) {
  const now = () => new Date("2015-06-30T10:00:00+02:00");
  const today = dayOf(defaultSettings, now().toISOString());
  return createApp({
    ...trackerOf(database),
    isUp: async () => true,
    now,
    visitorOf: async ({ headers }) => {
      const name = /(?:^|; )visitor=(\w+)/.exec(headers.cookie ?? "")?.[1];
      const person = signedIn[name as SignedIn];
      return person && { person, reader: { rights: person.rights, today } };
    },
    ...options,
  });
}
