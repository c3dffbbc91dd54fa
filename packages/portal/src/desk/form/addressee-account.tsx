import { withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { kindOf } from "@heed/core/follow-up/entries/entry";
import { unpublished } from "@heed/core/follow-up/entries/unpublished";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { EntryView } from "../../components/entry.tsx";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import { issuingBodyFields } from "./issuing-body-fields.ts";

/** Whether an act is the issuing body's own, so that it is done with the addressee's account beside it. */
export function isOfIssuingBody(act: FormAct): boolean {
  return Object.hasOwn(issuingBodyFields, act);
}

/** What the addressee says itself: what it claims and reports, with its evidence, the newest first. */
export function AddresseeAccount({ asked, detail }: { asked: DeskAsked; detail: FollowUpDetail }) {
  const { say } = asked;
  const waiting = unpublished(detail.case.entries);
  const entries = withAmendedBy(detail.case.entries)
    .filter((entry) => (entry.author?.side ?? kindOf(entry).side) === "addressee")
    .sort((one, other) => (dayIn(one) < dayIn(other) ? 1 : -1));
  return (
    <aside class="heed-account" aria-labelledby="account">
      <h2 class="govuk-heading-m" id="account">
        {say.message("account.title", { name: say.text(detail.addressee.name).text })}
      </h2>
      {entries.length === 0 ? (
        <p class="govuk-body">{say.message("account.none")}</p>
      ) : (
        <ol class="heed-timeline">
          {entries.map((entry) => (
            <EntryView key={entry.id} asked={asked} entry={entry} waiting={waiting} />
          ))}
        </ol>
      )}
    </aside>
  );
}

function dayIn({ givenOn, knownBy, recordedAt }: FollowUpDetail["case"]["entries"][number]): string {
  return `${givenOn ?? knownBy ?? ""} ${recordedAt}`;
}
