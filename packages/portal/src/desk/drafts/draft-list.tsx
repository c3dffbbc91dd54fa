import type { ActDraft } from "@heed/core/drafts/act-draft";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isFormAct } from "../form/act-fields.ts";

/** A draft, and what is known of it besides. */
export type ListedDraft = ActDraft & {
  /** The recommendation that it is about. */
  reference?: string | undefined;
  /** How much still has to be put right; 0 when it can be submitted. */
  missing?: number;
};

type Props = {
  asked: DeskAsked;
  drafts: readonly ListedDraft[];
  /** How many there are, where these are the first of them. */
  total?: number;
  /** The follow-up that all are about. */
  followUp?: string;
};

/** What lies in draft, and at whom; of more than are listed, the way to all. */
export function DraftList({ asked: { say, way }, drafts, total = drafts.length, followUp }: Props) {
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 class="govuk-heading-m" id="drafts">
        {say.message("desk.drafts")}
      </h2>
      <ul class="govuk-list heed-drafts">
        {drafts.map(({ id, act, state, reference, holder, madeBy, changedAt, missing }) => (
          <li key={id}>
            <a class="govuk-link" href={way(deskAddresses.draft(id))}>
              {[...(reference ? [shown(reference)] : []), isFormAct(act) ? say.message(`act.${act}`) : act].join(
                say.colon,
              )}
            </a>{" "}
            <span class="heed-meta">
              {say.message("draft.at", {
                name: shown((holder ?? madeBy).name),
                day: say.day(changedAt.slice(0, 10)),
              })}
            </span>{" "}
            {state === "secondReading" && (
              <span class="heed-tag heed-tag--soon">{say.message("draft.secondReading")}</span>
            )}
            {state === "draft" && missing !== undefined && (
              <span class={`heed-tag heed-tag--${missing === 0 ? "done" : "plain"}`}>
                {say.message("draft.missing", { missing })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {total > drafts.length && (
        <p class="govuk-body">
          {say.message("drafts.first", { shown: drafts.length, total })}{" "}
          <a class="govuk-link" href={way(deskAddresses.drafts(), { followUp })}>
            {say.message("drafts.all")}
          </a>
        </p>
      )}
    </section>
  );
}
