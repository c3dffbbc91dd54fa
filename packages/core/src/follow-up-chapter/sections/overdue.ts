import type { Section } from "../../document/document.ts";
import { paragraph, text } from "../../document/inlines.ts";
import { textIn } from "../../localized-text.ts";
import { saidOr } from "../../not-public-yet.ts";
import type { OverdueItem } from "../../read-models/overdue-item.ts";
import type { Telling } from "../wording/telling.ts";
import { countsText } from "./levels.ts";

/** What is overdue at the addressees, and at the issuing body itself. */
export function overdue(telling: Telling): Section {
  const { facts, wording, days, name, reason } = telling;
  const { overdue: answer, overdueBefore, owing, issuingBody, to } = facts;
  const { overdue: words, heads } = wording;
  const body = textIn(issuingBody.name, telling.language);
  const own = answer.items.filter(({ kind }) => kind === "verification");
  const others = answer.items.filter(({ kind }) => kind !== "verification");
  return {
    id: "overdue",
    title: words.title,
    blocks: [
      ...(answer.total === 0
        ? [paragraph(text(words.none(days.to)))]
        : [
            paragraph(
              text(words.lead({ total: answer.total, before: overdueBefore.total, from: days.from })),
              reason("D2", "overdue", { asOf: to }),
              text(" "),
              text(words.kinds(countsText(telling, "overdueKind", answer.totalsByKind))),
              reason("D4", "overdue", { asOf: to }),
            ),
          ]),
      ...telling.listing(
        {
          id: "owing",
          caption: [text(words.owing), reason("R14", "overdue/organizations", { asOf: to })],
          columns: [
            { label: heads.responsible, weight: 5, rowHeader: true },
            { label: heads.overdue, weight: 2, align: "end" },
            { label: heads.longest, weight: 2, align: "end" },
          ],
        },
        owing,
        ({ organization, overdue: count, longest }) => [
          name(organization),
          [text(String(count))],
          [text(String(longest))],
        ],
      ),
      ...listOf(telling, "overdue-list", words.table, others),
    ],
    sections: [
      {
        id: "overdue-at-itself",
        title: words.own(body),
        sections: [],
        blocks: [
          paragraph(
            text(own.length === 0 ? words.ownNone(body) : words.ownLead(body, own.length)),
            reason("D23", "overdue", { asOf: to, kind: "verification" }),
          ),
          ...listOf(telling, "overdue-verifications", words.ownTable, own),
        ],
      },
    ],
  };
}

function listOf(telling: Telling, id: string, caption: string, items: readonly OverdueItem[]) {
  const { wording, day, label, name, colon } = telling;
  const { heads } = wording;
  return telling.listing(
    {
      id,
      caption: [text(caption)],
      columns: [
        { label: heads.recommendation, weight: 4, rowHeader: true },
        { label: heads.responsible, weight: 3 },
        { label: heads.what, weight: 2.4 },
        { label: heads.due, weight: 2.4 },
        { label: heads.days, weight: 1.6, align: "end" },
      ],
    },
    items,
    ({ recommendation, report, responsible, kind, commitment, due, duePrecision, daysOverdue }) => [
      telling.recommendation(recommendation, report),
      name(responsible),
      [
        text(label("overdueKind", kind)),
        ...(commitment ? [text(`${colon}${saidOr(commitment.description, telling.language)}`)] : []),
      ],
      [text(due === undefined ? wording.withoutDate : day(due, duePrecision))],
      [text(String(daysOverdue))],
    ],
  );
}
