import type { Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import { groupedBy } from "../../grouped-by.ts";
import { textIn } from "../../localized-text.ts";
import type { ListedFollowUp } from "../../read-models/listed-follow-up.ts";
import { groundsTold } from "../wording/grounds-told.ts";
import type { Telling } from "../wording/telling.ts";

/** Every follow-up that is still open or was closed since the first day: by theme, and within it by who is responsible. */
export function eachRecommendation(telling: Telling): Section {
  const { facts, wording, days, reason } = telling;
  const { followUps, moved, recommendations, to } = facts;
  const closedSince = new Set(moved.flatMap(({ followUp, movement }) => (movement === "closed" ? [followUp] : [])));
  const owing = followUps.filter(({ role }) => role !== "forInformation");
  const listed = owing.filter(({ lifecycle, followUp }) => lifecycle !== "closed" || closedSince.has(followUp));
  const themeOf = ({ recommendation }: ListedFollowUp) => recommendations.get(recommendation.id)?.themes[0] ?? "";
  const byTheme = [...groupedBy(listed, themeOf)].sort(([one], [other]) => inOrder(one, other));
  return {
    id: "each-recommendation",
    title: wording.each.title,
    blocks: [
      paragraph(
        text(
          wording.each.lead({
            listed: listed.length,
            closedBefore: owing.length - listed.length,
            from: days.from,
          }),
        ),
        reason("R5", "followUps", { asOf: to }),
      ),
    ],
    sections: byTheme.map(([theme, of], index) => {
      const title = theme === "" ? wording.each.withoutTheme : theme;
      return {
        id: `theme-${index + 1}`,
        title,
        sections: [],
        blocks: table(telling, `theme-${index + 1}-table`, title, of),
      };
    }),
  };
}

function table(telling: Telling, id: string, theme: string, followUps: readonly ListedFollowUp[]) {
  const { wording, label, within, name, language, colon, beside } = telling;
  const { heads } = wording;
  const sorted = followUps.toSorted((one, other) =>
    inOrder(textIn(one.responsible.name, language), textIn(other.responsible.name, language)),
  );
  return telling.listing(
    {
      id,
      caption: [text(wording.each.table(theme))],
      columns: [
        { label: heads.recommendation, weight: 4, rowHeader: true },
        { label: heads.responsible, weight: 2.6 },
        { label: heads.position, weight: 2 },
        { label: heads.says, weight: 2 },
        { label: heads.found, weight: 2.2 },
        { label: heads.timeliness, weight: 1.8 },
      ],
    },
    sorted,
    ({ recommendation, report, responsible, position, reported, assessed, lifecycle, closureReason, timeliness }) => [
      [
        ...telling.recommendation(recommendation, report),
        ...groundsTold(telling.facts.grounds.get(recommendation.id) ?? [], language),
      ],
      name(responsible),
      [text(position ? label("position", position) : "")],
      [text(reported ? label("reportedLevel", reported) : "")],
      [
        text(assessed ? label("assessedLevel", assessed) : ""),
        ...(lifecycle === undefined || lifecycle === "open"
          ? []
          : [text(beside(["", within("lifecycle", lifecycle)]))]),
        ...(closureReason ? [text(`${colon}${within("closureReason", closureReason)}`)] : []),
      ],
      [text(timeliness ? label("timeliness", timeliness) : "")],
    ],
  );
}

/** What has no theme comes last. */
function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  if (one === "" || other === "") return one === "" ? 1 : -1;
  return one < other ? -1 : 1;
}
