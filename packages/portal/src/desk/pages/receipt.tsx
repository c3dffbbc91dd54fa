import { createHash } from "node:crypto";
import type { Entry } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { Page } from "../../asked/page.ts";
import { EntryView } from "../../components/entry.tsx";
import { Facts } from "../../components/facts.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { namedEntry } from "../receipt-of.ts";

const most = 100;

/** What was submitted: what, when, by whom, its digest, and since when everybody can read it. To be printed and filed. */
export async function receipt(asked: DeskAsked): Promise<Page | undefined> {
  const { reads, reader, say, today, parameters, way } = asked;
  const { of = [] } = parameters;
  const found = await Promise.all(
    of.slice(0, most).map(async (text) => {
      const { followUp, entry: named } = namedEntry(text);
      const detail = await reads.followUp(reader, followUp, today);
      const entry = detail?.case.entries.find(({ id }) => id === named);
      return detail && entry ? [{ detail, entry }] : [];
    }),
  );
  const entries = found.flat();
  if (entries.length === 0) return undefined;
  const title = say.message("receipt.title", { count: entries.length });
  return {
    title,
    address: deskAddresses.receipt(),
    kept: { of },
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{say.message("receipt.text")}</p>
        {entries.map((each) => (
          <Received key={each.entry.id} asked={asked} {...each} />
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={way(deskAddresses.desk())}>
            {say.message("desk.back")}
          </a>
        </p>
      </>
    ),
  };
}

function Received({ asked, detail, entry }: { asked: DeskAsked; detail: FollowUpDetail; entry: Entry }) {
  const { say } = asked;
  const { recommendation, report, responsible } = detail;
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
          { name: say.message("receipt.public"), value: say.message("receipt.public.now") },
          { name: say.message("receipt.entry"), value: <span class="heed-digest">{entry.id}</span> },
          { name: "SHA-256", value: <span class="heed-digest">{digestOf(entry)}</span> },
        ]}
      />
      <ol class="heed-timeline">
        <EntryView asked={asked} entry={entry} />
      </ol>
    </section>
  );
}

/** Of the entry as canonical JSON: who keeps both can show later that nothing was changed. */
function digestOf(entry: Entry): string {
  return createHash("sha256").update(canonical(entry)).digest("hex");
}

function momentIn({ say }: DeskAsked, { recordedAt }: Entry): string {
  return `${say.day(recordedAt.slice(0, 10))}, ${recordedAt.slice(11, 19)} UTC`;
}
