import type { Page } from "../../asked/page.ts";
import { pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { isEditor, readOwnBodies, worksForBody } from "../own-bodies.ts";
import { PublishingWay } from "./publishing-way.tsx";
import { isWaitingList, waitingLists } from "./waiting/waiting-lists.ts";
import { WaitingRows } from "./waiting/waiting-rows.tsx";

const pageSize = 50;

/** One of the lists of what waits for an issuing body, whole. */
export async function waitingPage(asked: DeskAsked, [name]: readonly string[]): Promise<Page | undefined> {
  const { say, parameters, visitor } = asked;
  if (!isWaitingList(name) || !worksForBody(visitor)) return undefined;
  const page = pageAsked(asked, pageSize);
  const own = await readOwnBodies(asked);
  const { total, rows } = await waitingLists[name](asked, own, page * pageSize + 1);
  const title = say.message(`waiting.${name}`, { total });
  const address = deskAddresses.waiting(name);
  const kept = { responsible: parameters.responsible?.[0] };
  return {
    title,
    address,
    kept: { ...kept, page: page === 1 ? undefined : page },
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {name === "unanswered" && isEditor(visitor.person) && (
          <p class="govuk-body">{say.message("waiting.letter.text")}</p>
        )}
        <PublishingWay asked={asked} list={name} />
        <WaitingRows asked={asked} rows={rows.slice((page - 1) * pageSize, page * pageSize)} />
        <Pager asked={asked} address={address} kept={kept} page={page} hasNext={rows.length > page * pageSize} />
      </>
    ),
  };
}
