import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { DraftList } from "./draft-list.tsx";
import { draftsAtOnce, readDrafts } from "./read-drafts.ts";

/** All that lies in draft on the desk, or on one follow-up of it, page by page. */
export async function draftsPage(asked: DeskAsked): Promise<Page> {
  const { say, parameters } = asked;
  const { followUp } = parameters;
  const page = pageAsked(asked, draftsAtOnce);
  const { drafts, total } = await readDrafts(asked, followUp && { followUp: [...followUp] }, page);
  const title = say.message("drafts.title");
  const address = deskAddresses.drafts();
  const kept = { followUp };
  return {
    title,
    address,
    kept: { ...kept, page: page === 1 ? undefined : page },
    last: lastPage(total, draftsAtOnce),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("drafts.count", { total })}</p>
        <DraftList asked={asked} drafts={drafts} />
        <Pager asked={asked} address={address} kept={kept} page={page} hasNext={page * draftsAtOnce < total} />
      </>
    ),
  };
}
