import type { Id, OrganizationChange } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { Fragment } from "preact";
import type { Asked } from "../asked/asked.ts";
import { OrganizationLink } from "./organization-link.tsx";

type Props = {
  asked: Asked;
  changes: readonly OrganizationChange[];
  organizations: ReadonlyMap<Id, OrganizationRef>;
};

/** What an organization came from and what became of it, change by change. */
export function OrganizationChanges({ asked, changes, organizations }: Props) {
  const { say } = asked;
  if (changes.length === 0) return null;
  const named = (ids: readonly Id[]) =>
    ids.map((id, index) => {
      const organization = organizations.get(id);
      return (
        <Fragment key={id}>
          {index > 0 && ", "}
          {organization && <OrganizationLink asked={asked} organization={organization} />}
        </Fragment>
      );
    });
  return (
    <section>
      <h2 class="govuk-heading-m">{say.message("organization.changes")}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map(({ id, type, on, originals, results }) => (
          <li key={id}>
            {say.label("organizationChangeType", type)}
            {on && `, ${say.day(on)}`}
            {say.colon}
            {named(originals)}
            {originals.length > 0 && results.length > 0 && " → "}
            {named(results.map(({ organization }) => organization))}
          </li>
        ))}
      </ul>
    </section>
  );
}
