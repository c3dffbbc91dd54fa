import { Movement } from "@heed/core/comparison/movement";
import type { ChangeKind } from "@heed/core/follow-up/changes/change";
import type { ComparisonAnswer } from "@heed/core/read-models/comparison-answer";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import { AnswersTable, type Overdue } from "./answers-table.tsx";

type Props = {
  asked: Pick<Asked, "say" | "way">;
  comparison: Omit<ComparisonAnswer, "items">;
  /** How many things of these kinds changed between the two days. */
  between: Readonly<Partial<Record<ChangeKind, number>>>;
  /** What of the address the lists of those that moved keep. */
  kept: Query;
  overdue?: Overdue | undefined;
  level?: "h2" | "h3";
};

/** What is told of the time between two days beside how follow-ups moved. */
export const toldBetween = ["newlyOverdue", "deadlineMoved"] as const satisfies readonly ChangeKind[];

/** Two days side by side: how many moved in each way, each number with the way to its list, and how many have each answer. */
export function ComparisonView({ asked, comparison, between, kept, overdue, level: Heading = "h2" }: Props) {
  const { say, way } = asked;
  const { from, to, before, after, totalsByMovement } = comparison;
  const { issuingBody, from: _, movement: __, ...others } = kept;
  const days = { from: say.day(from), to: say.day(to) };
  if (after.followUps === 0) return <p class="govuk-body heed-none">{say.message("comparison.none", days)}</p>;
  const numbers = [
    ...Movement.options.map((movement) => ({
      text: say.label("movement", movement),
      count: totalsByMovement[movement],
      href: way(addresses.comparison(), { ...kept, from, movement }),
    })),
    ...toldBetween.map((kind) => ({
      text: say.label("changeKind", kind),
      count: between[kind] ?? 0,
      href: way(addresses.changes(), { ...kept, from, kind }),
    })),
  ];
  return (
    <>
      <Heading class="govuk-heading-s">{say.message("comparison.moved")}</Heading>
      <p class="govuk-body heed-text">
        {say.message("comparison.counts", { before: before.followUps, after: after.followUps, ...days })}{" "}
        {say.message("comparison.moved.lead")}
      </p>
      <dl class="heed-figures">
        {numbers
          .filter(({ count }) => count > 0)
          .map(({ text, count, href }) => (
            <div key={text}>
              <dt>{text}</dt>
              <dd class="heed-figures__count">
                <a class="govuk-link" href={href}>
                  {say.number(count)}
                </a>
              </dd>
            </div>
          ))}
      </dl>
      <AnswersTable {...{ asked, comparison, overdue }} kept={issuingBody === undefined ? others : undefined} />
    </>
  );
}
