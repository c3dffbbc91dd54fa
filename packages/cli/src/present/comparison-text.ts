import type { AnswerCounts } from "@heed/core/comparison/comparison";
import { Movement } from "@heed/core/comparison/movement";
import type { WrittenFilter } from "@heed/core/naming/named-filter";
import type { ComparisonAnswer, ComparisonItem } from "@heed/core/read-models/comparison-answer";
import pc from "picocolors";
import { filterText } from "./filter-text.ts";
import { moreText, what } from "./obligation-columns.ts";
import { responsibleText } from "./responsible.ts";
import { table } from "./table.ts";
import { dayText, plural, words } from "./words.ts";

export type ComparisonView = Pick<WrittenFilter, "responsible" | "addressee" | "report" | "theme"> & {
  knownAt?: string;
  lang?: string;
};

const answers = {
  byPosition: "Position",
  byReported: "Reported",
  byAssessed: "Assessed",
  byLifecycle: "Lifecycle",
} as const satisfies { [Name in keyof AnswerCounts]?: string };

/** Two days side by side, for people: the answers that occur, how many moved, and those that were asked for. */
export function comparisonText(answer: ComparisonAnswer, view: ComparisonView & { isListed: boolean }): string {
  const { from, to, before, after, totalsByMovement, items, total = 0 } = answer;
  const last = dayText(to, view.knownAt);
  if (after.followUps === 0) return `There are no follow-ups on ${last}${filterText(view)}.\n`;
  const rows = Object.entries(answers).flatMap(([name, head]) => {
    const [was, is] = [before, after].map((on) => on[name as keyof typeof answers] as Record<string, number>);
    return Object.keys(is ?? {}).flatMap((code) => {
      const [one, other] = [was?.[code] ?? 0, is?.[code] ?? 0];
      return one + other === 0 ? [] : [{ head, code, one, other }];
    });
  });
  const counts = table(
    [
      { head: "Answer", of: ({ head, code }) => `${head}: ${words(code)}` },
      { head: from, align: "right", of: ({ one }) => String(one) },
      { head: to, align: "right", of: ({ other }) => String(other) },
      { head: "", align: "right", of: ({ one, other }) => difference(other - one) },
    ],
    rows,
  );
  const moved = Movement.options.flatMap((code) => {
    const count = totalsByMovement[code];
    return count > 0 ? [`${words(code)} ${count}`] : [];
  });
  const head = pc.bold(`${plural(before.followUps, "follow-up")} on ${from}, ${after.followUps} on ${last}`);
  const list = view.isListed ? `\n${listText(items, view.lang)}${moreText(total - items.length)}` : "";
  return `${head}: ${moved.join(", ")}.\n\n${counts}${list}`;
}

function difference(by: number): string {
  return by > 0 ? `+${by}` : by === 0 ? "" : String(by);
}

function listText(items: readonly ComparisonItem[], lang: string | undefined): string {
  return table(
    [
      { head: "Movement", of: ({ movement }) => words(movement) },
      { head: "By", wide: true, of: (item) => responsibleText(item, lang) },
      { head: "Recommendation", wide: true, below: true, of: (item) => what(item, lang) },
      { head: "Before", below: true, of: ({ before }) => (before === undefined ? "" : standsText(before)) },
      { head: "After", below: true, of: ({ after }) => standsText(after) },
    ],
    items,
  );
}

function standsText({ assessed, lifecycle }: ComparisonItem["after"]): string {
  return lifecycle === "closed" ? `${words(assessed)}, closed` : words(assessed);
}
