import type { Id, OrganizationChange } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { Say } from "../../language/say.ts";

/** What a change is, from which organizations to which. */
export function changeText(
  say: Say,
  { type, on, originals, results }: Pick<OrganizationChange, "type" | "on" | "originals" | "results">,
  organizations: ReadonlyMap<Id, Pick<OrganizationRef, "name">>,
): string {
  const named = (ids: readonly Id[]) =>
    say.list(
      ids.map((id) => {
        const organization = organizations.get(id);
        return organization === undefined ? id : say.text(organization.name).text;
      }),
    );
  const [before, after] = [named(originals), named(results.map(({ organization }) => organization))];
  const what = `${say.label("organizationChangeType", type)}${on === undefined ? "" : `, ${say.day(on)}`}`;
  return `${what}${say.colon}${[before, after].filter((each) => each !== "").join(" → ")}`;
}
