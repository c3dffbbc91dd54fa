import type { Organization, ReportingCycle } from "@heed/core";
import type { CycleComparison } from "@heed/core/cycle-comparison/cycle-comparison";
import type { ChangeAnswer } from "@heed/core/read-models/change-answer";
import type { ComparisonAnswer } from "@heed/core/read-models/comparison-answer";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { ComparisonView, toldBetween } from "./comparison-view.tsx";

/** A cycle with the one before it, and what was read about the days on which they ended. */
export type Against = Pick<CycleComparison, "before"> & {
  comparison: ComparisonAnswer;
  between: ChangeAnswer["totalsByKind"];
};

/** Reads what a cycle is compared by. */
export async function readAgainst(
  { reads, reader }: Pick<Asked, "reads" | "reader">,
  { before, ...filter }: CycleComparison,
): Promise<Against> {
  const [comparison, { totalsByKind: between }] = await Promise.all([
    reads.comparison(reader, filter, { limit: 0 }),
    reads.changes(reader, { ...filter, kind: toldBetween }, { limit: 0, withTotal: true }),
  ]);
  return { ...(before && { before }), comparison, between };
}

type Props = { asked: Pick<Asked, "say" | "way">; cycle: ReportingCycle; body: Organization; against: Against };

/** A cycle against the one before it, or the year before, and the way to all that changed in it. */
export function CycleAgainst({ asked, cycle, body, against: { before, comparison, between } }: Props) {
  const { say, way } = asked;
  const kept = { asOf: comparison.to, issuingBody: body.code };
  // Nothing stands beside it: no day lies between, or nothing was followed up a year before.
  const isEmpty = comparison.from === comparison.to || (before === undefined && comparison.before.followUps === 0);
  return (
    <section class="heed-block">
      <h2 class="govuk-heading-m">
        {before === undefined
          ? say.message("cycle.against.year")
          : say.message("cycle.against", { year: String(before.year) })}
      </h2>
      {before === undefined && <p class="govuk-body">{say.message("cycle.against.none")}</p>}
      {isEmpty ? (
        before && <p class="govuk-body">{say.message("cycle.against.running", { year: String(before.year) })}</p>
      ) : (
        <ComparisonView asked={asked} comparison={comparison} between={between ?? {}} kept={kept} level="h3" />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={way(addresses.changes(), { ...kept, from: cycle.opensOn })}>
          {say.message("cycle.changed", { from: say.day(cycle.opensOn), to: say.day(comparison.to) })}
        </a>
      </p>
    </section>
  );
}
