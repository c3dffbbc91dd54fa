import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { Page } from "../../asked/page.ts";
import { Facts } from "../../components/facts.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { AddresseeAccount } from "./addressee-account.tsx";
import { FollowUpContext } from "./follow-up-context.tsx";
import { savedFacts } from "./saved-version.tsx";
import type { FormPlace } from "./sent.ts";

/** A draft while its second reader has it: what it says, with the addressee's account beside it. It is not changed meanwhile. */
export function readingPage(asked: DeskAsked, place: FormPlace, draft: ActDraft): Page {
  const { say } = asked;
  const { detail, act } = place;
  const title = say.message(`act.${act}`);
  return {
    title,
    address: deskAddresses.draft(draft.id),
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: detail.recommendation.reference, address: deskAddresses.followUp(draft.followUp) },
    ],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <div class="heed-beside">
          <AddresseeAccount asked={asked} detail={detail} />
          <div>
            <p class="govuk-body">{say.message("reading.asked", { name: (draft.handedBy ?? draft.madeBy).name })}</p>
            <Facts facts={savedFacts(asked, place, draft)} />
            <FollowUpContext asked={asked} detail={detail} />
          </div>
        </div>
      </>
    ),
  };
}
