import type { ActDraft } from "@heed/core/drafts/act-draft";
import { Facts } from "../../components/facts.tsx";
import type { DeskAsked } from "../desk-asked.ts";
import { AddresseeAccount } from "./addressee-account.tsx";
import { FollowUpContext } from "./follow-up-context.tsx";
import { savedFacts } from "./saved-version.tsx";
import type { FormPlace } from "./sent.ts";

type Props = { asked: DeskAsked; place: FormPlace; draft: ActDraft };

/** A draft while its second reader has it: what it says, with the addressee's account beside it. It is not changed meanwhile. */
export function ReadingView({ asked, place, draft }: Props) {
  const { say } = asked;
  const { detail } = place;
  return (
    <div class="heed-beside">
      <AddresseeAccount asked={asked} detail={detail} />
      <div>
        <p class="govuk-body">{say.message("reading.asked", { name: (draft.handedBy ?? draft.madeBy).name })}</p>
        <Facts facts={savedFacts(asked, place, draft)} />
        <FollowUpContext asked={asked} detail={detail} />
      </div>
    </div>
  );
}
