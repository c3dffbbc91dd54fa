import { unpublished } from "@heed/core/follow-up/entries/unpublished";
import type { Page } from "../../asked/page.ts";
import { EntryView } from "../../components/entry.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { amendableEntries } from "./amendable.ts";

/** The entries of a follow-up that who is signed in may correct or retract, the newest first. */
export async function entriesPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const { reads, reader, today, say, way } = asked;
  const detail = await reads.followUp(reader, id, today);
  if (detail === undefined) return undefined;
  const entries = (await amendableEntries(asked, detail)).toReversed();
  const waiting = unpublished(detail.case.entries);
  const title = say.message("amend.title");
  return {
    ...{ title, address: deskAddresses.amend(id) },
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: detail.recommendation.reference, address: deskAddresses.followUp(id) },
    ],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message(entries.length === 0 ? "amend.none" : "amend.text")}</p>
        {entries.map((entry) => (
          <section key={entry.id} class="heed-block">
            <ol class="heed-timeline">
              <EntryView asked={asked} entry={entry} waiting={waiting} />
            </ol>
            <p class="govuk-body">
              <a class="govuk-link" href={way(deskAddresses.entry(id, entry.id))}>
                {say.message("amend.title")}
                <span class="govuk-visually-hidden">
                  {say.colon}
                  {say.label("entryType", entry.type)}
                </span>
              </a>
            </p>
          </section>
        ))}
      </>
    ),
  };
}
