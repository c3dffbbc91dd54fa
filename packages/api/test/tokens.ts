import { randomUUID } from "node:crypto";
import { addUser, createToken, createUserToken, type Database, type NewToken } from "@heed/store";

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

/** A token of an admin, who was made by who can open the database. */
export async function adminToken(database: Database): Promise<string> {
  const made = { at: "2015-01-01T00:00:00Z", today: "2015-01-01", newId: randomUUID };
  const by = { actor: "root", systemUser: "root" };
  const { id } = await addUser(database, { name: "S. Systems", roles: [{ role: "admin" }] }, { ...made, by });
  return createUserToken(database, { user: id }, made.at, by);
}
