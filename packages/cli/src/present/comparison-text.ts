import type { AnswerCounts } from "@heed/core/comparison/comparison";
import { Movement } from "@heed/core/comparison/movement";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { ComparisonAnswer, ComparisonItem } from "@heed/core/read-models/comparison-answer";
import type { RefDataList } from "@heed/core/ref-data/labels";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { onDayText } from "./filter-text.ts";
import { moreText, what } from "./obligation-columns.ts";
import { responsibleText } from "./responsible.ts";
import { table } from "./table.ts";
import { dayText } from "./words.ts";

export type ComparisonView = Pick<WrittenFilter, "responsible" | "addressee" | "report" | "theme"> & {
  knownAt?: string;
  lang?: string;
};

const answers = {
  byPosition: { called: "position", codes: "position" },
  byReported: { called: "reported", codes: "reportedLevel" },
  byAssessed: { called: "assessed", codes: "assessedLevel" },
  byLifecycle: { called: "lifecycle", codes: "lifecycle" },
} as const satisfies { [Name in keyof AnswerCounts]?: { called: keyof Say["heads"]; codes: RefDataList } };

/** Two days side by side, for people: the answers that occur, how many moved, and those that were asked for. */
export function comparisonText(answer: ComparisonAnswer, view: ComparisonView & { isListed: boolean }): string {
  const { from, to, before, after, totalsByMovement, items, total = 0 } = answer;
  const say = sayIn(view.lang);
  if (after.followUps === 0) return `${say.progress.nothing(onDayText(say, to, view.knownAt, view))}\n`;
  const rows = Object.entries(answers).flatMap(([name, { called, codes }]) => {
    const [was, is] = [before, after].map((on) => on[name as keyof typeof answers] as Record<string, number>);
    return Object.keys(is ?? {}).flatMap((code) => {
      const [one, other] = [was?.[code] ?? 0, is?.[code] ?? 0];
      return one + other === 0
        ? []
        : [{ answer: `${say.heads[called]}${say.because(say.label(codes, code))}`, one, other }];
    });
  });
  const counts = table(
    [
      { head: say.heads.answer, of: ({ answer }) => answer },
      { head: from, align: "right", of: ({ one }) => String(one) },
      { head: to, align: "right", of: ({ other }) => String(other) },
      { head: "", align: "right", of: ({ one, other }) => difference(other - one) },
    ],
    rows,
  );
  const moved = Movement.options.flatMap((code) => {
    const count = totalsByMovement[code];
    return count > 0 ? [`${say.label("movement", code)} ${count}`] : [];
  });
  const head = pc.bold(
    say.comparison.followUps(before.followUps, say.on(from), after.followUps, say.on(dayText(say, to, view.knownAt))),
  );
  const list = view.isListed ? `\n${listText(items, say, view.lang)}${moreText(total - items.length, say)}` : "";
  return `${head}: ${moved.join(", ")}.\n\n${counts}${list}`;
}

function difference(by: number): string {
  return by > 0 ? `+${by}` : by === 0 ? "" : String(by);
}

function listText(items: readonly ComparisonItem[], say: Say, lang: string | undefined): string {
  return table(
    [
      { head: say.heads.movement, of: ({ movement }) => say.label("movement", movement) },
      { head: say.heads.by, wide: true, of: (item) => responsibleText(item, lang) },
      { head: say.heads.recommendation, wide: true, below: true, of: (item) => what(item, lang) },
      {
        head: say.heads.before,
        below: true,
        of: ({ before }) => (before === undefined ? "" : standsText(before, say)),
      },
      { head: say.heads.after, below: true, of: ({ after }) => standsText(after, say) },
    ],
    items,
  );
}

function standsText({ assessed, lifecycle }: ComparisonItem["after"], say: Say): string {
  const level = say.label("assessedLevel", assessed);
  return lifecycle === "closed" ? `${level}, ${say.label("lifecycle", lifecycle)}` : level;
}
