import type { AnswerCounts } from "@heed/core/comparison/comparison";
import type { ComparisonAnswer } from "@heed/core/read-models/comparison-answer";
import type { RefDataList } from "@heed/core/ref-data/labels";
import type { MessageKey } from "../language/message.ts";
import type { Say } from "../language/say.ts";
import { Scrolling } from "./scrolling.tsx";

type Counts = "byPosition" | "byReported" | "byAssessed" | "byLifecycle";

const questions: readonly { counts: Counts; list: RefDataList; question: MessageKey }[] = [
  { counts: "byPosition", list: "position", question: "answer.position" },
  { counts: "byReported", list: "reportedLevel", question: "voice.addressee" },
  { counts: "byAssessed", list: "assessedLevel", question: "voice.issuingBody" },
  { counts: "byLifecycle", list: "lifecycle", question: "answer.lifecycle" },
];

/** How many follow-ups have each answer on two days; answers that nobody gave are left out. */
export function AnswersTable({ say, comparison }: { say: Say; comparison: Omit<ComparisonAnswer, "items"> }) {
  const { from, to, before, after } = comparison;
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
        {questions.map(({ counts, list, question }) => (
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
                <td class="heed-number">{say.number(was)}</td>
                <td class="heed-number">{say.number(is)}</td>
                <td class="heed-number">
                  {is === was ? "" : `${is > was ? "+" : "−"}${say.number(Math.abs(is - was))}`}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
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
