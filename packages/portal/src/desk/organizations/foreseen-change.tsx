import { type Id, overdueObligations } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { ForeseenChange } from "@heed/core/register/foresee-organization-change";
import type { DeskAsked } from "../desk-asked.ts";
import { followUpRows } from "../register/follow-up-rows.tsx";

type GoingOver = ForeseenChange["followUps"][number];

/** What a change would move: how many follow-ups go from whom to whom, what is owed on them, and the first of them. */
export async function foreseenChangeView(asked: DeskAsked, { on, followUps }: ForeseenChange) {
  const { say, reads, today } = asked;
  if (on === undefined) return <p class="govuk-body">{say.message("org.foreseen.planned")}</p>;
  if (followUps.length === 0) return <p class="govuk-body">{say.message("org.foreseen.none")}</p>;
  const names = await reads.organizationsById([
    ...new Set(followUps.flatMap(({ before, after }) => [before, after].flatMap(namedIn))),
  ]);
  const groups = new Map<string, GoingOver[]>();
  for (const each of followUps) {
    const key = JSON.stringify([each.side, each.before, each.after]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return (
    <>
      <p class="govuk-body">
        {say.message(on > today ? "org.foreseen.from" : "org.foreseen.now", { day: say.day(on) })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {[...groups].map(([key, group]) => (
          <li key={key}>{groupText(asked, group, names)}</li>
        ))}
      </ul>
      {
        await followUpRows(
          asked,
          followUps.map(({ followUp, owed }) => ({ followUp, owed })),
        )
      }
    </>
  );
}

function namedIn({ organization, candidates }: GoingOver["before"]): Id[] {
  return [organization, ...candidates];
}

function groupText({ say }: DeskAsked, group: readonly GoingOver[], names: ReadonlyMap<Id, OrganizationRef>): string {
  const [first] = group;
  if (first === undefined) return "";
  const { side, before, after } = first;
  const nameOf = (id: Id) => {
    const found = names.get(id);
    return found === undefined ? id : say.text(found.name).text;
  };
  const owed = group.flatMap((each) => each.owed);
  const told = {
    count: group.length,
    from: nameOf(before.organization),
    to: say.list(after.state === "undecided" ? after.candidates.map(nameOf) : [nameOf(after.organization)]),
    owed: owed.length,
    overdue: overdueObligations({ owed }).length,
  };
  return `${say.message(`org.foreseen.${side}.${after.state}`, told)} ${say.message("org.foreseen.owed", told)}`;
}
