import type { Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormPlace } from "./sent.ts";

/** What is the same of each page of an act: the form, what would happen, and what its second reader sees. */
export function aroundForm(
  { say }: DeskAsked,
  { detail, act, draft }: FormPlace,
): Required<Pick<Page, "title" | "address" | "path">> {
  const id = detail.case.followUp.id;
  return {
    title: say.message(`act.${act}`),
    address: draft ? deskAddresses.draft(draft.id) : deskAddresses.act(id, act),
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: detail.recommendation.reference, address: deskAddresses.followUp(id) },
    ],
  };
}
