import { groupedBy } from "../../grouped-by.ts";
import type { Label } from "../../label.ts";
import { textIn } from "../../localized-text.ts";
import type { OrganizationRef } from "../../read-models/organization-ref.ts";
import type { RefDataList } from "../../ref-data/labels.ts";
import { dateText } from "../../time/shown-date.ts";
import { labelWithin } from "../../wording/label-within.ts";
import type { DateWriter } from "../../wording/told.ts";
import type { Brief, BriefFollowUp } from "../brief.ts";
import { questionOf } from "../brief-question.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import { nl } from "./nl.ts";
import type { BriefWording } from "./told.ts";

const wordings: Readonly<Record<keyof Label, BriefWording>> = { en, fr, nl, de };

/** A sentence names this number of organizations, and counts the others. */
const mostNamed = 3;

/** A brief in the reader's language: who asked what of whom, what they say, what was found; and the question that follows. */
export function briefText(
  brief: Brief,
  language: keyof Label,
  date: DateWriter = (on, precision) => dateText(on, precision, language),
): { sentences: readonly string[]; question: string } {
  const wording = wordings[language];
  const name = (organization: OrganizationRef) => textIn(organization.name, language);
  const label = (list: RefDataList, code: string) => labelWithin(list, code, language);
  const { followUps, issuingBody, report, times, firstAsked, addressees } = brief;
  const who = (some: readonly BriefFollowUp[], all = some.length) => {
    const named = [...new Set(some.slice(0, mostNamed).map(({ responsible }) => name(responsible)))];
    const others = all - some.slice(0, mostNamed).length;
    return [...named, ...(others > 0 ? [wording.more(others)] : [])].join(", ");
  };
  const beside = (things: readonly string[]) => things.join(language === "fr" ? " ; " : "; ");
  const groups = (keyOf: (followUp: BriefFollowUp) => string) => [...groupedBy(followUps, keyOf).values()];
  const overdue = followUps.flatMap(({ owed }) => owed).filter(({ daysOverdue }) => daysOverdue > 0);
  const asked = wording.asked({
    body: name(issuingBody),
    report: report.reference,
    published: report.publishedOn && date(report.publishedOn, report.publishedOnPrecision),
    to: addressees === 0 ? wording.nobody : who(followUps, addressees),
    times,
    first: firstAsked && date(firstAsked),
  });
  const said = groups(({ position, reported }) => `${position} ${reported}`).map((some) => {
    const [{ position, reported }] = some as [BriefFollowUp];
    return wording.said({
      who: who(some),
      position: label("position", position),
      reported: reported === "notReported" ? undefined : label("reportedLevel", reported),
    });
  });
  const found = groups(({ assessed, closureReason = "" }) => `${assessed} ${closureReason}`).map((some) => {
    const [{ assessed, closureReason }] = some as [BriefFollowUp];
    return wording.found({
      who: who(some),
      assessed: assessed === "notAssessed" ? undefined : label("assessedLevel", assessed),
      closed: closureReason && label("closureReason", closureReason),
    });
  });
  const late =
    overdue.length === 0
      ? wording.nothingOverdue
      : wording.overdue(
          overdue.length,
          overdue.toSorted((one, other) => other.daysOverdue - one.daysOverdue)[0]?.daysOverdue ?? 0,
        );
  return {
    sentences: [asked, ...(said.length > 0 ? [`${beside(said)}.`, `${beside(found)}. ${late}`] : [])],
    question: questionText(brief),
  };

  function questionText(of: Brief): string {
    const { code, followUp, owed } = questionOf(of);
    const level = { divergent: followUp?.assessed, declined: followUp?.position }[code as "divergent"];
    return wording.questions[code]({
      who: followUp === undefined ? who(followUps, addressees) : name(followUp.responsible),
      what: owed?.promise,
      due: owed?.due && date(owed.due, owed.duePrecision),
      first: owed?.originalDue && date(owed.originalDue, owed.originalDuePrecision),
      days: owed?.daysOverdue,
      moves: owed?.moves,
      level:
        followUp?.closureReason !== undefined
          ? label("closureReason", followUp.closureReason)
          : level && label(code === "declined" ? "position" : "assessedLevel", level),
    });
  }
}
