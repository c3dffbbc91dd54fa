import type { Page } from "../../asked/page.ts";
import { Text } from "../../components/text.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isEditor, readOwnBodies, worksForBody } from "../own-bodies.ts";
import { readOwnCycles } from "./own-cycles.ts";

/** The cycles of who is signed in: the way to each, and to a new one. */
export async function cyclesPage(asked: DeskAsked): Promise<Page | undefined> {
  const { say, way, reads, visitor } = asked;
  if (!worksForBody(visitor)) return undefined;
  const cycles = await readOwnCycles(asked, await readOwnBodies(asked));
  const names = await reads.organizationsById(cycles.map(({ issuingBody }) => issuingBody));
  const title = say.message("cycles.title");
  return {
    title,
    address: deskAddresses.cycles(),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {isEditor(visitor.person) && (
          <p class="govuk-body">
            <a class="govuk-link" href={way(deskAddresses.openCycle())}>
              {say.message("cycle.openCycle")}
            </a>
          </p>
        )}
        <ul class="govuk-list">
          {cycles.map(({ id, year, issuingBody, closedOn }) => {
            const body = names.get(issuingBody);
            return (
              <li key={id}>
                <a class="govuk-link" href={way(deskAddresses.cycle(id))}>
                  {say.message("cycle.one", { year: String(year) })}
                </a>{" "}
                {body && <Text of={say.text(body.name)} />}{" "}
                <span class="heed-meta">
                  {closedOn === undefined
                    ? say.message("cycle.open")
                    : say.message("cycle.closedOn", { day: say.day(closedOn) })}
                </span>
              </li>
            );
          })}
        </ul>
      </>
    ),
  };
}
