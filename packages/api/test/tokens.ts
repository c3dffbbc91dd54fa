import { createToken, type Database, type NewToken } from "@heed/store";

/** An editor, an assessor and a respondent. */
export const people = {
  editor: { name: "E. Maes", role: "editor", organizations: [] },
  assessor: { name: "A. Lambert", role: "assessor", organizations: [] },
  justice: { name: "J. Claes", role: "respondent", organizations: ["justice"] },
} as const satisfies Record<string, NewToken>;

/** A token that was made before the days of the tests. */
export function tokenOf(database: Database, person: NewToken): Promise<string> {
  return createToken(database, person, "2015-01-01T00:00:00Z");
}

/** A token of each person. */
export async function tokensOf<Person extends string>(
  database: Database,
  persons: Readonly<Record<Person, NewToken>>,
): Promise<Record<Person, string>> {
  const tokens = {} as Record<Person, string>;
  for (const person of Object.keys(persons) as Person[]) tokens[person] = await tokenOf(database, persons[person]);
  return tokens;
}
