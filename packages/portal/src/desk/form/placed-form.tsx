import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { ComponentChildren } from "preact";
import type { DeskAsked } from "../desk-asked.ts";
import { ActForm } from "./act-form.tsx";
import { AddresseeAccount, isOfIssuingBody } from "./addressee-account.tsx";
import { aroundForm } from "./around-form.ts";
import { ClosingNeeds } from "./closing-needs.tsx";
import type { Fault } from "./faults.ts";
import { FollowUpContext } from "./follow-up-context.tsx";
import { SavedVersion } from "./saved-version.tsx";
import type { FormPlace } from "./sent.ts";
import type { Values } from "./values.ts";

type Props = {
  asked: DeskAsked;
  place: FormPlace;
  values: Values;
  faults?: readonly Fault[];
  /** What somebody else saved meanwhile. */
  other?: ActDraft | undefined;
  /** How a draft goes to a colleague with what is typed. */
  hands?: ComponentChildren;
};

/** The form of an act with what it is about; for an act of the issuing body the addressee's account stands beside it. */
export function PlacedForm({ asked, place, values, faults = [], other, hands }: Props) {
  const { detail, act, closings = [] } = place;
  return (
    <div class={isOfIssuingBody(act) ? "heed-beside" : undefined}>
      {isOfIssuingBody(act) && <AddresseeAccount asked={asked} detail={detail} />}
      <div>
        <ActForm {...{ asked, values, faults, hands }} address={aroundForm(asked, place).address} {...place}>
          {other && <SavedVersion asked={asked} place={place} draft={other} />}
          <FollowUpContext asked={asked} detail={detail} />
          {closings.length > 0 && <ClosingNeeds asked={asked} closings={closings} />}
        </ActForm>
      </div>
    </div>
  );
}
