import { type Entry, type ObligationOnDay, withoutConfidential } from "@heed/core";
import type { Foreseen } from "@heed/core/acts/foresee-act";
import { madePublic } from "@heed/core/follow-up/entries/publishable";
import { unpublished } from "@heed/core/follow-up/entries/unpublished";
import { EntryView } from "../../components/entry.tsx";
import { shown } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";

type Props = {
  asked: DeskAsked;
  foreseen: Foreseen;
  /** What stands on the follow-up already: an act may publish of it. */
  recorded?: readonly Entry[];
  /** Of its headings. */
  level?: 2 | 3;
};

/** What would happen if it were submitted now: what is owed no more, what then is, and what everybody reads. */
export function ForeseenView({ asked, foreseen, recorded = [], level = 2 }: Props) {
  const { say } = asked;
  const Heading = `h${level}` as const;
  const look = level === 2 ? "govuk-heading-m" : "govuk-heading-s";
  // What waits for its publication is shown whole to who makes it, and is told apart.
  const waiting = unpublished(foreseen.entries);
  const { visible } = withoutConfidential(foreseen.entries.map((entry) => ({ ...entry, publication: undefined })));
  const confidential = foreseen.entries
    .flatMap((entry) => ("evidence" in entry ? entry.evidence : []))
    .filter((each) => each.confidential);
  return (
    <>
      <Heading class={look}>{say.message("preview.happens")}</Heading>
      <ul class="govuk-list govuk-list--bullet">
        {happenings(asked, foreseen).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <Heading class={look}>{say.message("preview.public")}</Heading>
      <p class="govuk-body">{say.message(waiting.size > 0 ? "preview.public.byAct" : "preview.public.when")}</p>
      {visible.length === 0 ? (
        <p class="govuk-body">{say.message("preview.public.none")}</p>
      ) : (
        <ol class="heed-timeline">
          {[...visible, ...madePublic(recorded, foreseen.entries)].map((entry) => (
            <EntryView key={entry.id} asked={asked} entry={entry} waiting={waiting} />
          ))}
        </ol>
      )}
      {confidential.length > 0 && (
        <p class="govuk-inset-text">
          {say.message("preview.confidential", { titles: say.list(confidential.map(({ title }) => shown(title))) })}
        </p>
      )}
    </>
  );
}

function happenings({ say }: DeskAsked, { before, after }: Foreseen): string[] {
  const owedBefore = before?.owed ?? [];
  const owedAfter = after?.owed ?? [];
  const told = (key: "preview.met" | "preview.owed" | "preview.owedThen", each: ObligationOnDay) =>
    say.message(key, {
      what: say.label("overdueKind", each.kind),
      due: each.due === undefined ? say.message("owed.none") : say.day(each.due, each.duePrecision),
    });
  const met = owedBefore.filter((each) => !owedAfter.some((other) => isSameDuty(each, other)));
  const newly = owedAfter.filter((each) => !owedBefore.some((other) => isSameDuty(each, other)));
  const all = [
    ...met.map((each) => told("preview.met", each)),
    ...newly.map((each) => told(each.owedBy === "issuingBody" ? "preview.owedThen" : "preview.owed", each)),
    ...(before?.lifecycle !== after?.lifecycle && after
      ? [say.message("preview.lifecycle", { lifecycle: say.label("lifecycle", after.lifecycle) })]
      : []),
  ];
  return all.length > 0 ? all : [say.message("preview.recorded")];
}

function isSameDuty(one: ObligationOnDay, other: ObligationOnDay): boolean {
  return (
    one.kind === other.kind &&
    one.commitment === other.commitment &&
    one.missedYears.length === other.missedYears.length
  );
}
