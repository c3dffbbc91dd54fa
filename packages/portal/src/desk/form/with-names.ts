import { organizationNamed } from "../../asked/named.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import type { Values } from "./values.ts";

/** A form with the organization that a name or code in it means; what means none stays as it was typed. */
export async function withNames(asked: DeskAsked, act: FormAct, values: Values): Promise<Values> {
  const typed = values.get("successor")?.trim();
  if (act !== "decideSuccessor" || !typed) return values;
  const id = await organizationNamed(asked, typed);
  const named = new URLSearchParams(values);
  if (id !== undefined) named.set("successor", id);
  return named;
}
