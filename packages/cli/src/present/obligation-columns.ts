import { OverdueKind, textIn } from "@heed/core";
import { saidOr } from "@heed/core/not-public-yet";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import { readerLanguage } from "@heed/core/wording/reader-language";
import pc from "picocolors";
import type { Say } from "../messages/say.ts";
import { hanging } from "../process/terminal.ts";
import type { Column } from "./table.ts";
import { titleText } from "./title-text.ts";
import { bothLevels } from "./words.ts";

/** The columns that tell what is owed, by whom, and how its follow-up stands. */
export function obligationColumns(say: Say, lang: string | undefined): Column<ObligationItem>[] {
  return [
    { head: say.heads.owed, of: ({ kind }) => say.label("overdueKind", kind) },
    { head: say.heads.by, wide: true, of: (item) => owedBy(item, say, lang) },
    { head: say.heads.recommendation, wide: true, below: true, of: (item) => what(item, lang) },
    { head: say.heads.position, below: true, of: ({ position }) => say.label("position", position) },
    { head: say.heads.levels, below: true, of: (item) => bothLevels(say, item) },
  ];
}

function owedBy(item: ObligationItem, say: Say, lang: string | undefined): string {
  const { addressee, responsible, responsibleState, kind, daysSinceResponsible } = item;
  const name = textIn(responsible.name, lang);
  if (responsibleState !== undefined) return `${name} (${say.unsettled[responsibleState]})`;
  if (addressee.id === responsible.id) return name;
  const printed = textIn(addressee.name, lang);
  if (kind === "verification") return `${name} (${say.owedBy.addressee(printed)})`;
  return `${name} (${say.owedBy.inherited(daysSinceResponsible ?? 0, printed)})`;
}

/** The promise when the item is about one, otherwise the title of the recommendation. */
export function what(
  { recommendation, report, commitment }: Pick<ObligationItem, "recommendation" | "report" | "commitment">,
  lang: string | undefined,
): string {
  const told =
    commitment === undefined
      ? titleText(recommendation, report, lang)
      : saidOr(commitment.description, readerLanguage(lang));
  return `${pc.bold(recommendation.reference)}${told ? ` ${told}` : ""}`;
}

/** The original date is shown where it is another: the date moved, was set anew or was dropped. */
export function dueText({ due, duePrecision, originalDue, originalDuePrecision }: ObligationItem, say: Say): string {
  const current = due === undefined ? say.none : say.date(due, duePrecision);
  return originalDue === undefined || due === originalDue
    ? current
    : say.was(current, say.date(originalDue, originalDuePrecision));
}

/** A line for each reason, below the row of the item. */
export function reasonsText({ reasons }: Pick<ObligationItem, "reasons">, say: Say): string[] {
  return reasons.map((reason) => pc.dim(hanging("      · ", say.reason(reason))));
}

/** "response 2, commitment 3": the kinds of which there are any. */
export function kindsText(totalsByKind: Readonly<Record<OverdueKind, number>>, say: Say): string {
  return OverdueKind.options
    .filter((kind) => totalsByKind[kind] > 0)
    .map((kind) => `${say.label("overdueKind", kind)} ${totalsByKind[kind]}`)
    .join(", ");
}

export function moreText(count: number, say: Say): string {
  return count > 0 ? `\n${say.notShown(count)}\n` : "";
}
