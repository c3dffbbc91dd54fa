import type { Id, OrganizationChange } from "@heed/core";
import { words } from "./words.ts";

type Changed = Pick<OrganizationChange, "on" | "type" | "originals" | "results">;

/** `2014-07-01  split: just into hj (victims), just` */
export function organizationChangeText({ on, type, originals, results }: Changed, codeOf: (id: Id) => string): string {
  const into = results.map(
    ({ organization, themes }) => codeOf(organization) + (themes.length > 0 ? ` (${themes.join(", ")})` : ""),
  );
  const from = originals.map(codeOf).join(", ");
  return `${on ?? "planned"}  ${words(type)}: ${from}${from !== "" && into.length > 0 ? " into " : ""}${into.join(", ")}`;
}

/** All organizations that a change names. */
export function thoseInChange({ originals, results }: Changed): Id[] {
  return [...originals, ...results.map(({ organization }) => organization)];
}
