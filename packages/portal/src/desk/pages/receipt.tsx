import { createHash } from "node:crypto";
import type { Entry } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { unpublished } from "@heed/core/follow-up/entries/unpublished";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { ReceivedEntry } from "@heed/core/read-models/receipt";
import type { Query } from "../../address/query.ts";
import type { Page } from "../../asked/page.ts";
import { lastPage, pageAsked } from "../../asked/parameters.ts";
import { EntryView } from "../../components/entry.tsx";
import { Facts } from "../../components/facts.tsx";
import { Pager } from "../../components/pager.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { namedEntry } from "../receipt-of.ts";
import { WayList } from "../way-list.tsx";

const pageSize = 50;

/** What was submitted: what, when, by whom, its digest, and since when everybody can read it. To be printed and filed. */
export async function receipt(asked: DeskAsked, [entry = ""]: readonly string[]): Promise<Page | undefined> {
  const { reads, reader, today } = asked;
  const named = await reads.receipt(reader, entry, today);
  return shownReceipt(asked, named, { address: deskAddresses.receiptOf(entry), kept: {} });
}

/** The same at an address that names each entry. */
export async function formerReceipt(asked: DeskAsked): Promise<Page | undefined> {
  const { of = [] } = asked.parameters;
  return shownReceipt(asked, of.map(namedEntry), { address: deskAddresses.receipt(), kept: { of } });
}

async function shownReceipt(
  asked: DeskAsked,
  named: readonly ReceivedEntry[],
  { address, kept }: { address: string; kept: Query },
): Promise<Page | undefined> {
  const { reads, reader, say, today, way } = asked;
  const page = pageAsked(asked, pageSize);
  const found = await Promise.all(
    named.slice((page - 1) * pageSize, page * pageSize).map(async ({ followUp, entry: id }) => {
      const detail = await reads.followUp(reader, followUp, today);
      const entry = detail?.case.entries.find((each) => each.id === id);
      return detail && entry ? [{ detail, entry }] : [];
    }),
  );
  const entries = found.flat();
  const last = lastPage(named.length, pageSize);
  if (entries.length === 0 && page <= last) return undefined;
  const isWhole = last === 1;
  const title = say.message("receipt.title", { count: isWhole ? entries.length : named.length });
  return {
    title,
    address,
    kept: { ...kept, page: page === 1 ? undefined : page },
    last,
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("receipt.text")}</p>
        {entries.map((each) => (
          <Received key={each.entry.id} asked={asked} {...each} />
        ))}
        <Pager {...{ asked, address, kept, page }} hasNext={page < last} />
        <WayList
          ways={[
            ...(isRespondent(asked) ? [[way(deskAddresses.receipts()), say.message("receipts.title")] as const] : []),
            [way(deskAddresses.desk()), say.message("desk.back")],
          ]}
        />
      </>
    ),
  };
}

/** For whom there is a list of receipts. */
export function isRespondent({ visitor }: DeskAsked): boolean {
  return visitor.person.rights.some(({ role }) => role === "respondent");
}

function Received({ asked, detail, entry }: { asked: DeskAsked; detail: FollowUpDetail; entry: Entry }) {
  const { say } = asked;
  const { recommendation, report, responsible } = detail;
  const waiting = unpublished(detail.case.entries);
  return (
    <section class="heed-block">
      <h2 class="govuk-heading-m">
        {shown(recommendation.reference)}
        {say.colon}
        {say.label("entryType", entry.type)}
      </h2>
      <Facts
        facts={[
          { name: say.message("rec.report"), value: shown(report.reference) },
          { name: say.message("receipt.for"), value: say.text(responsible.name).text },
          { name: say.message("receipt.by"), value: shown(entry.actor ?? "") },
          { name: say.message("receipt.at"), value: <time dateTime={entry.recordedAt}>{momentIn(asked, entry)}</time> },
          {
            name: say.message("receipt.public"),
            value: say.message(waiting.has(entry.id) ? "receipt.public.byAct" : "receipt.public.now"),
          },
          { name: say.message("receipt.entry"), value: <span class="heed-digest">{entry.id}</span> },
          { name: "SHA-256", value: <span class="heed-digest">{digestOf(entry)}</span> },
        ]}
      />
      <ol class="heed-timeline">
        <EntryView asked={asked} entry={entry} waiting={waiting} />
      </ol>
    </section>
  );
}

/** Of the entry as canonical JSON: who keeps both can show later that nothing was changed. */
function digestOf(entry: Entry): string {
  return createHash("sha256").update(canonical(entry)).digest("hex");
}

/** The moment at which something was recorded, to the second. */
export function momentIn({ say }: DeskAsked, { recordedAt }: Pick<Entry, "recordedAt">): string {
  return `${say.day(recordedAt.slice(0, 10))}, ${recordedAt.slice(11, 19)} UTC`;
}
