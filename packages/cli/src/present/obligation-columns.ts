import { dateText, explain, OverdueKind, textIn } from "@heed/core";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import pc from "picocolors";
import { hanging } from "../process/terminal.ts";
import { unsettled } from "./responsible.ts";
import type { Column } from "./table.ts";
import { plural, words } from "./words.ts";

/** The columns that tell what is owed, by whom, and how its follow-up stands. */
export function obligationColumns(lang: string | undefined): Column<ObligationItem>[] {
  return [
    { head: "Owed", of: (item) => words(item.kind) },
    { head: "By", wide: true, of: (item) => owedBy(item, lang) },
    { head: "Recommendation", wide: true, below: true, of: (item) => what(item, lang) },
    { head: "Position", below: true, of: (item) => words(item.position) },
    { head: "Reported | assessed", below: true, of: (item) => `${words(item.reported)} | ${words(item.assessed)}` },
  ];
}

function owedBy(item: ObligationItem, lang: string | undefined): string {
  const { addressee, responsible, responsibleState, kind, daysSinceResponsible } = item;
  const name = textIn(responsible.name, lang);
  if (responsibleState !== undefined) return `${name} (${unsettled[responsibleState]})`;
  if (addressee.id === responsible.id) return name;
  if (kind === "verification") return `${name} (addressee: ${textIn(addressee.name, lang)})`;
  return `${name} (responsible for ${plural(daysSinceResponsible ?? 0, "day")}; the report names ${textIn(addressee.name, lang)})`;
}

/** The promise when the item is about one, otherwise the title of the recommendation. */
export function what(
  {
    recommendation: { reference, title },
    report,
    commitment,
  }: Pick<ObligationItem, "recommendation" | "report" | "commitment">,
  lang: string | undefined,
): string {
  const told = commitment?.description ?? (title && textIn(title, lang, report.authenticLanguages));
  return `${pc.bold(reference)}${told ? ` ${told}` : ""}`;
}

/** The original date is shown where it is another: the date moved, was set anew or was dropped. */
export function dueText({ due, duePrecision, originalDue, originalDuePrecision }: ObligationItem): string {
  const current = due === undefined ? "none" : dateText(due, duePrecision);
  return originalDue === undefined || due === originalDue
    ? current
    : `${current} (was ${dateText(originalDue, originalDuePrecision)})`;
}

/** A line for each reason, below the row of the item. */
export function reasonsText({ reasons }: ObligationItem): string[] {
  return reasons.map((reason) => pc.dim(hanging("      · ", explain(reason))));
}

/** "response 2, commitment 3": the kinds of which there are any. */
export function kindsText(totalsByKind: Readonly<Record<OverdueKind, number>>): string {
  return OverdueKind.options
    .filter((kind) => totalsByKind[kind] > 0)
    .map((kind) => `${kind} ${totalsByKind[kind]}`)
    .join(", ");
}

export function moreText(count: number): string {
  return count > 0 ? `\n${plural(count, "more is", "more are")} not shown (--limit).\n` : "";
}
