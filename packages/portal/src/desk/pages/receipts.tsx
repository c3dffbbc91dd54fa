import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { Pager } from "../../components/pager.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { readOwn } from "../own-duties.ts";
import { isRespondent, momentIn } from "./receipt.tsx";

const pageSize = 25;

/** The receipts of what was submitted for the organizations of a respondent, the newest first. */
export async function receiptsPage(asked: DeskAsked): Promise<Page | undefined> {
  if (!isRespondent(asked)) return undefined;
  const { say, way, reads } = asked;
  const page = pageAsked(asked, pageSize);
  const { organizations } = await readOwn(asked);
  const { items, total } = await reads.receipts(organizations, { limit: pageSize, skip: (page - 1) * pageSize });
  const title = say.message("receipts.title");
  const address = deskAddresses.receipts();
  return {
    title,
    address,
    kept: { page: page === 1 ? undefined : page },
    last: lastPage(total, pageSize),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("receipts.count", { total })}</p>
        <ul class="govuk-list heed-drafts">
          {items.map((receipt) => (
            <li key={receipt.entry}>
              <a class="govuk-link" href={way(deskAddresses.receiptOf(receipt.entry))}>
                {momentIn(asked, receipt)}
              </a>{" "}
              <span class="heed-meta">
                {say.message("receipts.row", {
                  reference: shown(receipt.reference),
                  more: receipt.entries - 1,
                  name: shown(receipt.actor),
                })}
              </span>
            </li>
          ))}
        </ul>
        <Pager asked={asked} address={address} kept={{}} page={page} hasNext={page * pageSize < total} />
      </>
    ),
  };
}
