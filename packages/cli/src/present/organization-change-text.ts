import type { Id, OrganizationChange } from "@heed/core";
import type { Say } from "../messages/say.ts";

type Changed = Pick<OrganizationChange, "on" | "type" | "originals" | "results">;

/** `2014-07-01  split: just into hj (victims), just` */
export function organizationChangeText(
  { on, type, originals, results }: Changed,
  codeOf: (id: Id) => string,
  say: Say,
): string {
  const into = results.map(
    ({ organization, themes }) => codeOf(organization) + (themes.length > 0 ? ` (${themes.join(", ")})` : ""),
  );
  const from = originals.map(codeOf).join(", ");
  const became = from !== "" && into.length > 0 ? say.organization.into(into.join(", ")) : into.join(", ");
  return `${on ?? say.organization.planned}  ${say.label("organizationChangeType", type)}${say.because(`${from}${became}`)}`;
}

/** All organizations that a change names. */
export function thoseInChange({ originals, results }: Changed): Id[] {
  return [...originals, ...results.map(({ organization }) => organization)];
}
