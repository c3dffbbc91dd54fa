import { settingsOn } from "@heed/core/settings/settings";
import { chapterDownloads } from "../../components/chapter-downloads.tsx";
import type { MessageKey } from "../../language/message.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { DeskPart } from "../desk-part.ts";
import { isEditor, keepsShared, readOwnBodies } from "../own-bodies.ts";
import { WayList } from "../way-list.tsx";
import { PublishingWay } from "./publishing-way.tsx";
import { waitingLists, waitingNames } from "./waiting/waiting-lists.ts";
import { WaitingRows } from "./waiting/waiting-rows.tsx";

/** Of each list at first sight; the rest is one link away. */
const firstRows = 5;

/** All that waits for an issuing body: how much of each, and the first rows. */
export async function issuingBodyDesk(asked: DeskAsked): Promise<DeskPart> {
  const { say, way } = asked;
  const own = await readOwnBodies(asked);
  const lists = await Promise.all(
    waitingNames.map(async (name) => ({ name, ...(await waitingLists[name](asked, own, firstRows + 1)) })),
  );
  // Where answers are public at once, none ever waits.
  const settings = settingsOn(await asked.reads.settings(), asked.today);
  const told = lists.filter(
    ({ name, total }) => name !== "unpublished" || total > 0 || settings.publicationOfAnswers === "byAct",
  );
  const year = Number(asked.today.slice(0, 4));
  const chapters = await Promise.all((own.bodies ?? []).map((body) => chapterDownloads(asked, body, year)));
  const all = (name: (typeof lists)[number]["name"]) => way(deskAddresses.waiting(name));
  return {
    body: (
      <>
        <section aria-labelledby="waiting">
          <h2 class="govuk-heading-m" id="waiting">
            {say.message("waiting.title")}
          </h2>
          <ul class="govuk-list">
            {told.map(({ name, total }) => (
              <li key={name}>
                {total === 0 ? (
                  say.message(`waiting.${name}`, { total })
                ) : (
                  <a class="govuk-link" href={`#${name}`}>
                    {say.message(`waiting.${name}`, { total })}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </section>
        <WayList ways={waysFor(asked)} />
        {chapters}
        {lists.map(({ name, total, rows }) =>
          total === 0 ? null : (
            <section key={name} aria-labelledby={name}>
              <h2 class="govuk-heading-m" id={name}>
                {say.message(`waiting.${name}`, { total })}
              </h2>
              <PublishingWay asked={asked} list={name} />
              <WaitingRows asked={asked} rows={rows.slice(0, firstRows)} />
              {rows.length > firstRows && (
                <p class="govuk-body">
                  <a class="govuk-link" href={all(name)}>
                    {say.message("waiting.all", { name: say.message(`waiting.${name}`, { total }) })}
                  </a>
                </p>
              )}
            </section>
          ),
        )}
      </>
    ),
  };
}

/** Where who works for an issuing body keeps what is its own, or what all share. */
function waysFor({ visitor: { person }, say, way }: DeskAsked): (readonly [string, string])[] {
  const ways: readonly (readonly [string, MessageKey])[] = [
    [deskAddresses.cycles(), "cycles.title"],
    ...(isEditor(person)
      ? ([
          [deskAddresses.reports(), "desk.reports.title"],
          [deskAddresses.waiting("unanswered"), "waiting.letter"],
          [deskAddresses.items(), "nav.collectedItems"],
        ] as const)
      : []),
    ...(keepsShared(person)
      ? ([
          [deskAddresses.organizations(), "org.title"],
          [deskAddresses.settings(), "settings.title"],
          [deskAddresses.reminders(), "reminders.title"],
        ] as const)
      : []),
  ];
  return ways.map(([address, text]) => [way(address), say.message(text)]);
}
