import type { Entry } from "@heed/core";
import { pendingRequests } from "@heed/core/acts/pending-request";
import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { publishable } from "@heed/core/follow-up/entries/publishable";
import { saidOr } from "@heed/core/not-public-yet";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { Choice } from "../../asked/choices.ts";
import { entryText } from "../../language/entry-facts.ts";
import type { Say } from "../../language/say.ts";
import type { Field } from "./field.ts";

/** What a follow-up offers for a field; of successors none where any organization may follow. */
export function offeredFor(say: Say, detail: FollowUpDetail, offered: NonNullable<Field["offered"]>): Choice[] {
  return offers[offered](say, detail);
}

const offers: Record<NonNullable<Field["offered"]>, (say: Say, detail: FollowUpDetail) => Choice[]> = {
  requests: (say, detail) =>
    pendingRequests(detail).map(({ id, target, to, reason, requestedBy }) => ({
      value: id,
      text: say.message("field.request.choice", {
        what: say.label("overdueKind", target.kind),
        to: say.day(to.on, to.precision),
        by: requestedBy,
        reason,
      }),
    })),
  promises: (say, { case: { entries } }) =>
    standingEntries(entries).flatMap((entry) =>
      entry.type !== "commitment"
        ? []
        : [
            {
              value: entry.id,
              text: say.message("field.commitment.choice", {
                what: saidOr(entry.description, say.language),
                due: entry.due === undefined ? say.message("owed.none") : say.day(entry.due.on, entry.due.precision),
              }),
            },
          ],
    ),
  claims: (say, { case: { entries } }) =>
    standingEntries(entries).flatMap((entry) =>
      entry.type !== "progressUpdate" || !entry.claim
        ? []
        : [{ value: entry.id, text: say.message("field.claimOf.choice", dayAndText(say, entry, entry.narrative)) }],
    ),
  moves: (say, { case: { entries } }) =>
    standingEntries(entries).flatMap((entry) =>
      entry.type !== "deadlineChange" || entry.decision !== "granted"
        ? []
        : [
            {
              value: entry.id,
              text: say.message("field.move.choice", {
                ...dayAndText(say, entry, entry.reason),
                to: entry.to === undefined ? "" : say.day(entry.to.on, entry.to.precision),
              }),
            },
          ],
    ),
  answers: (say, { case: { entries } }) => {
    const waiting = publishable(entries);
    return entries
      .filter(({ id }) => waiting.has(id))
      .map((entry) => ({
        value: entry.id,
        text: say.message("field.answer.choice", {
          ...dayAndText(say, entry, entryText(entry) ?? ("evidence" in entry ? entry.evidence[0]?.title : undefined)),
          what: say.label("entryType", entry.type),
        }),
      }));
  },
  changes: (say, { openSuccessions = [] }) =>
    openSuccessions
      .filter(({ change }, place, all) => all.findIndex((each) => each.change === change) === place)
      .map(({ change, organization, since }) => ({
        value: change,
        text: say.message("field.change.choice", { name: say.text(organization.name).text, day: say.day(since) }),
      })),
  successors: (say, { openSuccessions = [] }) =>
    openSuccessions
      .flatMap(({ candidates }) => candidates)
      .filter(({ id }, place, all) => all.findIndex((each) => each.id === id) === place)
      .map(({ id, name }) => ({ value: id, text: say.text(name).text })),
};

/** The entries that count: none that was corrected or retracted. */
function standingEntries(entries: readonly Entry[]): Entry[] {
  return withAmendedBy(entries).filter(({ correctedBy, retractedBy }) => correctedBy === undefined && !retractedBy);
}

function dayAndText(say: Say, { givenOn, recordedAt }: Entry, text = "") {
  return { day: say.day(givenOn ?? recordedAt.slice(0, 10)), text };
}
