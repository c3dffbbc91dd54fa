import type { Id, ObligationOnDay } from "@heed/core";
import { Text } from "../../components/text.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** So many are listed; all are counted. */
const mostRows = 50;

type Row = { followUp: Id; owed: readonly ObligationOnDay[] };

/** The follow-ups that a change would move, each with what is owed on it, and the way to it. */
export async function followUpRows(asked: DeskAsked, of: readonly Row[]) {
  const { say, way, reads, reader, today } = asked;
  const rows = await Promise.all(
    of.slice(0, mostRows).map(async (row) => ({ ...row, detail: await reads.followUp(reader, row.followUp, today) })),
  );
  return (
    <>
      <h2 class="govuk-heading-m">{say.message("moved.rows", { shown: rows.length, total: of.length })}</h2>
      <ol class="govuk-list govuk-list--number">
        {rows.map(({ followUp, owed, detail }) => (
          <li key={followUp}>
            <a class="govuk-link" href={way(deskAddresses.followUp(followUp))}>
              <bdi>{detail ? `${detail.report.reference}, ${detail.recommendation.reference}` : followUp}</bdi>
            </a>{" "}
            {detail && <Text of={say.text(detail.addressee.name)} />}
            {owed.length > 0 && `${say.colon}${say.list(owed.map((each) => owedText(asked, each)))}`}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is owed, by when, and whether it is late. */
export function owedText({ say }: DeskAsked, { kind, due, duePrecision, timeliness }: ObligationOnDay): string {
  const by = due === undefined ? say.message("owed.none") : say.day(due, duePrecision);
  return `${say.label("overdueKind", kind)} (${by}, ${say.label("timeliness", timeliness)})`;
}
