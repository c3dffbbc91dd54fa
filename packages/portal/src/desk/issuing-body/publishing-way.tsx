import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isEditor } from "../own-bodies.ts";
import type { WaitingList } from "./waiting/waiting-lists.ts";

/** Beside the answers that wait: the way to publish several at once, for an editor. */
export function PublishingWay({ asked: { say, way, visitor }, list }: { asked: DeskAsked; list: WaitingList }) {
  if (list !== "unpublished" || !isEditor(visitor.person)) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link govuk-!-font-weight-bold" href={way(deskAddresses.publish())}>
        {say.message("publish.title")}
      </a>
    </p>
  );
}
