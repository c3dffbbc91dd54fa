import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { DocumentLinks } from "../../components/document-links.tsx";
import { Pager } from "../../components/pager.tsx";
import { Text } from "../../components/text.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { DeskPart } from "../desk-part.ts";
import { readOwn } from "../own-duties.ts";
import { WayList } from "../way-list.tsx";
import { decidedLately } from "./decided-lately.tsx";
import { DutyList } from "./duty-list.tsx";

const pageSize = 100;

const headings = ["overdue", "dueSoon", "later"] as const;

/** All that the organizations of a respondent owe, by date: overdue, due soon, later. */
export async function respondentDesk(asked: DeskAsked): Promise<DeskPart> {
  const { say, way, reads, data } = asked;
  const page = pageAsked(asked, pageSize);
  const own = await readOwn(asked);
  const { items, total = items.length } = await own.duties({}, { limit: pageSize, skip: (page - 1) * pageSize });
  const decided = page === 1 ? await decidedLately(asked, own) : null;
  const names = [...(await reads.organizationsById(own.organizations)).values()];
  return {
    last: lastPage(total, pageSize),
    body: (
      <>
        <p class="govuk-body-l">
          {names.map(({ id, name }) => (
            <span class="heed-for" key={id}>
              <Text of={say.text(name)} />
            </span>
          ))}
        </p>
        <p class="govuk-body">{say.message("desk.count", { total })}</p>
        <WayList
          ways={[
            ...(["respond", "update"] as const).map(
              (act) => [way(deskAddresses.several(act)), say.message(`several.${act}.title`)] as const,
            ),
            [way(deskAddresses.workbook()), say.message("workbook.title")],
            [way(deskAddresses.receipts()), say.message("receipts.title")],
          ]}
        />
        {total > 0 &&
          names.map(({ id, name }) => (
            <DocumentLinks
              key={id}
              say={say}
              text="document.reply"
              name={say.text(name).text}
              address={(format) => data("/documents/reply", { organization: id, lang: say.language, format })}
            />
          ))}
        {decided}
        {headings.map((heading) => {
          const here = items.filter((item) => headingOf(item) === heading);
          if (here.length === 0) return null;
          return (
            <section key={heading} aria-labelledby={heading}>
              <h2 class="govuk-heading-m" id={heading}>
                {say.message(`desk.${heading}`)}
              </h2>
              <DutyList asked={asked} items={here} />
            </section>
          );
        })}
        <Pager asked={asked} address={deskAddresses.desk()} kept={{}} page={page} hasNext={page * pageSize < total} />
      </>
    ),
  };
}

function headingOf({ timeliness }: ObligationItem): (typeof headings)[number] {
  if (timeliness === "overdue" || timeliness === "longOverdue") return "overdue";
  return timeliness === "dueSoon" ? "dueSoon" : "later";
}
