import type { Day } from "@heed/core";
import type { AnswerCounts } from "@heed/core/comparison/comparison";
import type { ComparisonAnswer } from "@heed/core/read-models/comparison-answer";
import type { RefDataList } from "@heed/core/ref-data/labels";
import { addresses } from "../address/addresses.ts";
import type { Query } from "../address/query.ts";
import type { Asked } from "../asked/asked.ts";
import type { MessageKey } from "../language/message.ts";
import { Scrolling } from "./scrolling.tsx";

type Counts = "byPosition" | "byReported" | "byAssessed" | "byLifecycle";

type Filter = "position" | "reported" | "assessed" | "lifecycle";

const questions: readonly { counts: Counts; filter: Filter; list: RefDataList; question: MessageKey }[] = [
  { counts: "byPosition", filter: "position", list: "position", question: "answer.position" },
  { counts: "byReported", filter: "reported", list: "reportedLevel", question: "voice.addressee" },
  { counts: "byAssessed", filter: "assessed", list: "assessedLevel", question: "voice.issuingBody" },
  { counts: "byLifecycle", filter: "lifecycle", list: "lifecycle", question: "answer.lifecycle" },
];

type Props = {
  asked: Pick<Asked, "say" | "way">;
  comparison: Omit<ComparisonAnswer, "items">;
  /** What the recommendations behind a count are asked; without it a count is no link. */
  kept?: Query | undefined;
  /** How much was overdue on the two days; absent where the lists of what is overdue cannot be asked the same. */
  overdue?: Overdue | undefined;
};

export type Overdue = Readonly<Record<"before" | "after", number>>;

/** How many follow-ups have each answer on two days, each count the way to their recommendations on that day; answers that nobody gave are left out. */
export function AnswersTable({ asked: { say, way }, comparison, kept, overdue }: Props) {
  const { from, to, before, after } = comparison;
  const shown = (count: number, asOf: Day, answer: Query, address = addresses.recommendations()) =>
    count === 0 || kept === undefined ? (
      say.number(count)
    ) : (
      <a class="govuk-link" href={way(address, { ...kept, ...answer, asOf })}>
        {say.number(count)}
      </a>
    );
  const difference = (was: number, is: number) =>
    is === was ? "" : `${is > was ? "+" : "−"}${say.number(Math.abs(is - was))}`;
  const title = say.message("comparison.answers");
  return (
    <Scrolling label={title}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--m">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say.message("comparison.answer")}</th>
            <th scope="col" class="heed-number">
              {say.day(from)}
            </th>
            <th scope="col" class="heed-number">
              {say.day(to)}
            </th>
            <th scope="col" class="heed-number">
              {say.message("comparison.difference")}
            </th>
          </tr>
        </thead>
        {questions.map(({ counts, filter, list, question }) => (
          <tbody key={counts}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {say.message(question)}
              </th>
            </tr>
            {rowsOf(before[counts], after[counts]).map(({ code, was, is }) => (
              <tr key={code}>
                <th scope="row" class="heed-plain">
                  {say.label(list, code)}
                </th>
                <td class="heed-number">{shown(was, from, { [filter]: code })}</td>
                <td class="heed-number">{shown(is, to, { [filter]: code })}</td>
                <td class="heed-number">{difference(was, is)}</td>
              </tr>
            ))}
          </tbody>
        ))}
        {overdue && (
          <tbody>
            <tr>
              <th scope="row">{say.message("overdue.title")}</th>
              <td class="heed-number">{shown(overdue.before, from, {}, addresses.overdue())}</td>
              <td class="heed-number">{shown(overdue.after, to, {}, addresses.overdue())}</td>
              <td class="heed-number">{difference(overdue.before, overdue.after)}</td>
            </tr>
          </tbody>
        )}
      </table>
    </Scrolling>
  );
}

function rowsOf(before: AnswerCounts[Counts], after: AnswerCounts[Counts]) {
  const [was, is] = [before, after] as Readonly<Record<string, number>>[];
  return Object.keys(is ?? {}).flatMap((code) => {
    const row = { code, was: was?.[code] ?? 0, is: is?.[code] ?? 0 };
    return row.was + row.is === 0 ? [] : [row];
  });
}
