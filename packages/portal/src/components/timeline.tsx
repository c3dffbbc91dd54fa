import type { Day, Entry, Id } from "@heed/core";
import { type AmendedBy, withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { unpublished } from "@heed/core/follow-up/entries/unpublished";
import type { Asked } from "../asked/asked.ts";
import { EntryView } from "./entry.tsx";

type Props = {
  asked: Asked;
  entries: readonly Entry[];
  /** Of its heading. */
  level?: 3 | 4;
};

/** What both sides said, in the order of its days; what came after the day is apart. */
export function Timeline({ asked, entries, level = 4 }: Props) {
  const Heading = `h${level}` as const;
  const { say, asOf } = asked;
  const waiting = unpublished(entries);
  const all = inOrder(withAmendedBy(entries));
  const until = all.filter((entry) => dayOfEntry(entry) <= asOf);
  const later = all.filter((entry) => dayOfEntry(entry) > asOf);
  return (
    <>
      <Heading class="govuk-heading-s">{say.message("timeline.title")}</Heading>
      {until.length === 0 ? (
        <p class="govuk-body heed-none">{say.message("timeline.none", { day: say.day(asOf) })}</p>
      ) : (
        <EntryList asked={asked} entries={until} waiting={waiting} />
      )}
      {later.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{say.message("timeline.later", { day: say.day(asOf) })}</span>
          </summary>
          <EntryList asked={asked} entries={later} waiting={waiting} />
        </details>
      )}
    </>
  );
}

type ListProps = { asked: Asked; entries: readonly (Entry & AmendedBy)[]; waiting: ReadonlySet<Id> };

function EntryList({ asked, entries, waiting }: ListProps) {
  return (
    <ol class="heed-timeline">
      {entries.map((entry) => (
        <EntryView key={entry.id} asked={asked} entry={entry} waiting={waiting} />
      ))}
    </ol>
  );
}

function dayOfEntry({ givenOn, knownBy }: Entry): Day {
  return givenOn ?? knownBy ?? "";
}

function inOrder<Item extends Entry>(entries: readonly Item[]): Item[] {
  const when = (entry: Item) => `${dayOfEntry(entry)} ${entry.recordedAt}`;
  return [...entries].sort((a, b) => (when(a) < when(b) ? -1 : 1));
}
