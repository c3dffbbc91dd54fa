import { describe, expect, it, test } from "vitest";
import type { Brief, BriefFollowUp } from "../src/briefing/brief.ts";
import { type BriefQuestion, questionOf } from "../src/briefing/brief-question.ts";
import { briefText } from "../src/briefing/wording/brief-text.ts";

const justice = { id: "just", code: "just", name: { en: "Justice", nl: "Justitie", fr: "Justice", de: "Justiz" } };
const owing = { owedBy: "addressee" as const, moves: 0, missedYears: [], daysWithIssuer: 0, daysOverdue: 0 };
const owed = (more: Partial<BriefFollowUp["owed"][number]>): BriefFollowUp["owed"][number] => ({
  ...{ kind: "implementation", timeliness: "notDue", daysOverdueOriginal: 0, ...owing, ...more },
});
const followUp = (more: Partial<BriefFollowUp> = {}): BriefFollowUp => ({
  ...{ followUp: "fu", addressee: justice, responsible: justice, position: "accepted", reported: "underWay" },
  ...{ assessed: "notAssessed", lifecycle: "open", timeliness: "notDue", divergent: false, unverified: false },
  ...{ years: [], owed: [], ...more },
});
const brief = (followUps: readonly BriefFollowUp[], more: Partial<Brief> = {}): Brief => ({
  ...{ recommendation: { id: "r", reference: "2011-03" }, issuingBody: { ...justice, name: { en: "Myria" } } },
  ...{ report: { id: "p", reference: "2011", reportingYear: 2011, publishedOn: "2012-10-11" }, times: 1 },
  ...{ addressees: followUps.length, followUps, ...more },
});

const late = { due: "2014-01-01", daysOverdue: 100, timeliness: "overdue" as const };
const questions: readonly [BriefQuestion, readonly BriefFollowUp[]][] = [
  ["nobody", []],
  ["divergent", [followUp(), followUp({ divergent: true, assessed: "underWay", owed: [owed(late)] })]],
  ["commitmentOverdue", [followUp({ owed: [owed(late), owed({ ...late, kind: "commitment", promise: "Posters" })] })]],
  ["responseOverdue", [followUp({ owed: [owed({ ...late, kind: "response" }), owed(late)] })]],
  ["implementationOverdue", [followUp({ owed: [owed(late), owed({ ...late, kind: "update" })] })]],
  ["updateOverdue", [followUp({ owed: [owed({ ...late, kind: "update" })] })]],
  ["verificationOverdue", [followUp({ owed: [owed({ ...late, kind: "verification", owedBy: "issuingBody" })] })]],
  ["deadlineMoved", [followUp({ owed: [owed({ originalDue: "2015-01-01", due: "2016-01-01", moves: 2 })] })]],
  ["unverified", [followUp({ unverified: true, lifecycle: "pendingVerification" })]],
  ["responseAhead", [followUp({ position: "awaiting", owed: [owed({ kind: "response", due: "2016-01-01" })] })]],
  ["answerUnknown", [followUp({ position: "answeredNotStated", owed: [owed({ due: "2016-01-01" })] })]],
  ["ahead", [followUp({ owed: [owed({}), owed({ due: "2016-01-01" })] })]],
  ["declined", [followUp({ position: "rejected" })]],
  ["withoutDate", [followUp({ owed: [owed({})] })]],
  ["open", [followUp(), followUp({ lifecycle: "closed", closureReason: "implemented" })]],
  ["closedAsDone", [followUp({ lifecycle: "closed", closureReason: "implemented" })]],
  ["closedOtherwise", [followUp({ lifecycle: "closed", closureReason: "withdrawn" })]],
];

describe("a question about a recommendation", () => {
  test.each(questions)("%s is what follows from the record, whole in each language", (code, followUps) => {
    expect(questionOf(brief(followUps)).code).toBe(code);
    for (const language of ["en", "fr", "nl", "de"] as const) {
      const { sentences, question } = briefText(brief(followUps), language);
      expect([...sentences, question].join(" "), language).not.toMatch(/undefined|NaN|null|\{/);
      expect(question).toMatch(/\?$/);
    }
  });

  it("names the thing owed that is overdue longest", () => {
    const two = [owed({ ...late, daysOverdue: 5 }), owed({ ...late, due: "2013-01-01", daysOverdue: 365 })];
    expect(questionOf(brief([followUp({ owed: two })])).owed?.daysOverdue).toBe(365);
  });
});

describe("the sentences of a briefing", () => {
  it("tell who asked what of whom, what they say, and what was found and is overdue", () => {
    const { sentences, question } = briefText(
      brief([followUp({ assessed: "partiallyImplemented", owed: [owed(late)] })], {
        times: 3,
        firstAsked: "2009-05-01",
      }),
      "en",
    );
    expect(sentences).toEqual([
      "Myria recommended it in report 2011 of 2012-10-11 to Justice; it was asked 3 times, first on 2009-05-01.",
      "Justice – accepted; says: under way.",
      "Justice – the issuing body finds: partially implemented. One thing is overdue, by 100 days.",
    ]);
    expect(question).toBe(
      "Justice was to have done it (due 2014-01-01, 100 days overdue). What is in the way, and when will it be done?",
    );
  });

  it("say nothing of what nobody told, and join those who say the same", () => {
    const other = { ...justice, id: "home", name: { nl: "Binnenlandse Zaken" } };
    const silent = { position: "awaiting", reported: "notReported" } as const;
    const { sentences } = briefText(brief([followUp(silent), followUp({ ...silent, responsible: other })]), "nl");
    expect(sentences[1]).toBe("Justitie, Binnenlandse Zaken – in afwachting; rapporteerde niets.");
    expect(sentences[2]).toBe(
      "Justitie, Binnenlandse Zaken – de uitgevende instantie heeft nog niets vastgesteld. Niets is te laat.",
    );
  });
});
