import { type Day, type Entry, type Report, type Settings, textIn } from "@heed/core";
import { type LiveEntry, liveEntries } from "@heed/core/follow-up/entries/live-entries";
import { saidOr, wordsOf } from "@heed/core/not-public-yet";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import { withoutAbsent } from "@heed/core/without-absent";
import { lineOf, listed, momentOf, oscalVersion, propertiesOf, uuidOf } from "./oscal-values.ts";

/** A report, its follow-ups as they stand on a day, and the words in which the plan is written. */
export type PlanAsked = {
  report: Report;
  followUps: readonly FollowUpDetail[];
  asOf: Day;
  settings: Settings;
  language?: string | undefined;
};

/**
 * The follow-up of a report as a plan of action and milestones in NIST's OSCAL: a follow-up is a risk and an item of the plan, what is
 * owed by a date is a milestone, a finding is an observation, and an organization is a party. What OSCAL has no place for is a
 * property under the names of docs/domain-language.md; docs/exchange.md tells what is lost.
 */
export function actionPlanOf({ report, followUps, asOf, settings, language }: PlanAsked) {
  const texts = { language, authentic: report.authenticLanguages };
  const on = followUps.map((detail) => ({ detail, live: liveOn(detail, asOf, settings) }));
  const parties = partiesOf(followUps, language);
  const title = report.title && textIn(report.title, language, report.authenticLanguages);
  return {
    "plan-of-action-and-milestones": {
      uuid: uuidOf("plan", `${report.id} ${asOf}`),
      metadata: {
        title: lineOf(title) ?? report.reference,
        ...(report.publishedOn && { published: momentOf(report.publishedOn) }),
        "last-modified": lastRecorded(followUps) ?? momentOf(report.publishedOn ?? asOf),
        version: asOf,
        "oscal-version": oscalVersion,
        ...propertiesOf({ reference: report.reference, reportingYear: report.reportingYear, asOf }),
        ...listed("roles", parties.length === 0 ? [] : [{ id: "responsible", title: "Who answers for it" }]),
        ...listed("parties", parties),
      },
      ...listed(
        "observations",
        on.flatMap(({ live }) => findingsIn(live).map(({ entry }) => observationOf(entry))),
      ),
      ...listed(
        "risks",
        on.map(({ detail, live }) => riskOf(detail, live, texts)),
      ),
      // A plan has at least one item: of a report without recommendations it says so.
      "poam-items":
        on.length === 0
          ? [
              {
                uuid: uuidOf("nothing", report.id),
                title: report.reference,
                description: "The report has no follow-up.",
              },
            ]
          : on.map(({ detail, live }) => itemOf(detail, live, texts)),
    },
  };
}

/** The moment of the newest entry, so that an unchanged record gives the same plan. */
function lastRecorded(followUps: readonly FollowUpDetail[]): string | undefined {
  return followUps
    .flatMap(({ case: { entries } }) => entries.map(({ recordedAt }) => recordedAt))
    .reduce<string | undefined>((last, each) => (last === undefined || each > last ? each : last), undefined);
}

type Texts = { language: string | undefined; authentic: readonly string[] | undefined };
type Live = readonly LiveEntry[];

/** What stands and counts on the day. */
function liveOn({ case: { entries } }: FollowUpDetail, asOf: Day, settings: Settings): Live {
  return liveEntries(entries, settings).filter(({ from }) => from <= asOf);
}

function ofType<Type extends Entry["type"]>(live: Live, type: Type) {
  return live.filter((each): each is LiveEntry<Extract<Entry, { type: Type }>> => each.entry.type === type);
}

function findingsIn(live: Live) {
  return ofType(live, "assessment");
}

function relatedObservations(live: Live) {
  return listed(
    "related-observations",
    findingsIn(live).map(({ entry }) => ({ "observation-uuid": uuidOf("entry", entry.id) })),
  );
}

function partiesOf(followUps: readonly FollowUpDetail[], language: string | undefined) {
  const known = new Map(
    followUps.flatMap(({ addressee, responsible, coordinator }) =>
      [addressee, responsible, ...(coordinator ? [coordinator] : [])].map((each) => [each.id, each]),
    ),
  );
  return [...known.values()].map(({ id, code, name }) =>
    withoutAbsent({
      uuid: uuidOf("organization", id),
      type: "organization" as const,
      name: lineOf(textIn(name, language)) ?? code,
      "short-name": lineOf(code),
    }),
  );
}

/** OSCAL's own words for how something was found; the method of the body stands beside. */
const methods = {
  ...{ statementOnly: "INTERVIEW", interview: "INTERVIEW", dataTest: "TEST", notRecorded: "UNKNOWN" },
  ...{ documentsReviewed: "EXAMINE", siteVisit: "EXAMINE", caseStudy: "EXAMINE", courtRecord: "EXAMINE" },
} as const;

function observationOf(entry: Extract<Entry, { type: "assessment" }>) {
  const { id, level, method, rationale, asOf, reportingYear, evidence } = entry;
  return {
    uuid: uuidOf("entry", id),
    description: lineOf(rationale) ?? level,
    methods: [methods[method]],
    types: ["finding"],
    collected: momentOf(asOf),
    ...propertiesOf({ level, method, reportingYear, publishedOn: entry.givenOn }),
    ...listed(
      "relevant-evidence",
      evidence.map(({ title, url, kind }) =>
        withoutAbsent({ description: lineOf(title) ?? kind, href: url, ...propertiesOf({ kind }) }),
      ),
    ),
  };
}

function titleOf({ recommendation }: FollowUpDetail, { language, authentic }: Texts): string {
  const { reference, title } = recommendation;
  const text = title && lineOf(textIn(title, language, authentic));
  return text === undefined ? reference : `${reference}: ${text}`;
}

function textOf({ recommendation }: FollowUpDetail, { language, authentic }: Texts): string {
  return lineOf(textIn(recommendation.text ?? {}, language, authentic)) ?? recommendation.reference;
}

function answersOf({ standing }: FollowUpDetail) {
  return propertiesOf({
    position: standing?.position,
    reported: standing?.reported,
    assessed: standing?.assessed,
    lifecycle: standing?.lifecycle,
    closureReason: standing?.closureReason,
    timeliness: standing?.timeliness,
  });
}

function riskOf(detail: FollowUpDetail, live: Live, texts: Texts) {
  const {
    standing,
    case: { followUp },
    responsible,
  } = detail;
  const deadline = standing?.owed.find(({ kind }) => kind === "implementation")?.due;
  const log = [...ofType(live, "response"), ...ofType(live, "progressUpdate"), ...ofType(live, "closure")];
  return withoutAbsent({
    uuid: uuidOf("followUp", followUp.id),
    title: titleOf(detail, texts),
    description: textOf(detail, texts),
    statement: textOf(detail, texts),
    ...answersOf(detail),
    status: statusOf(detail),
    deadline: deadline && momentOf(deadline),
    ...listed("remediations", remediationsOf(detail, live, uuidOf("organization", responsible.id))),
    ...(log.length > 0 && {
      "risk-log": {
        entries: log
          .sort((a, b) => (a.from < b.from ? -1 : 1))
          .map(({ entry, from }) => ({
            uuid: uuidOf("entry", entry.id),
            title: entry.type,
            description: saidIn(entry),
            start: momentOf(from),
          })),
      },
    }),
    ...relatedObservations(live),
  });
}

function saidIn(entry: Extract<Entry, { type: "response" | "progressUpdate" | "closure" }>): string {
  const [code, words] =
    entry.type === "response"
      ? [entry.position, wordsOf(entry, entry.reason, "en")]
      : entry.type === "closure"
        ? [entry.closureReason, entry.reason]
        : [entry.level, wordsOf(entry, entry.narrative, "en")];
  return [code, lineOf(words)].filter((each) => each !== undefined).join(": ") || entry.type;
}

/** What is claimed and not verified is under investigation; what the addressee works on, as it says, is being remedied. */
function statusOf({ standing }: FollowUpDetail): string {
  if (standing?.lifecycle === "closed") return "closed";
  if (standing?.lifecycle === "pendingVerification") return "investigating";
  return standing === undefined || standing.reported === "notReported" ? "open" : "remediating";
}

/** The recommendation itself, with what is owed by a date; and each promise. */
function remediationsOf(detail: FollowUpDetail, live: Live, party: string) {
  const owed = detail.standing?.owed ?? [];
  const task = (kind: string, of: string, due: string | undefined) => ({
    uuid: uuidOf(`task ${kind}`, of),
    type: "milestone",
    title: kind,
    ...(due && { timing: { "on-date": { date: momentOf(due) } } }),
    "responsible-roles": [{ "role-id": "responsible", "party-uuids": [party] }],
  });
  const { followUp } = detail.case;
  const asked = owed.filter(({ owedBy, commitment }) => owedBy === "addressee" && commitment === undefined);
  const promises = ofType(live, "commitment").map(({ entry, root }) => {
    const duty = owed.find(({ commitment }) => commitment === root || commitment === entry.id);
    const outcome = ofType(live, "commitmentOutcome").findLast((each) => each.entry.commitment === root)?.entry.outcome;
    const description = lineOf(saidOr(entry.description, "en")) ?? "commitment";
    return {
      uuid: uuidOf("entry", entry.id),
      lifecycle: outcome === "met" ? "completed" : (outcome ?? "planned"),
      title: "commitment",
      description,
      ...propertiesOf({ owner: entry.owner, originalDue: entry.due?.on, due: duty?.due }),
      tasks: [task("commitment", entry.id, duty?.due ?? entry.due?.on)],
    };
  });
  return [
    {
      uuid: uuidOf("remediation", followUp.id),
      lifecycle: "recommendation",
      title: "recommendation",
      description: detail.recommendation.reference,
      ...listed(
        "tasks",
        asked.map(({ kind, due }) => task(kind, followUp.id, due)),
      ),
    },
    ...promises,
  ];
}

function itemOf(detail: FollowUpDetail, live: Live, texts: Texts) {
  const { id } = detail.case.followUp;
  return {
    uuid: uuidOf("item", id),
    title: titleOf(detail, texts),
    description: textOf(detail, texts),
    ...propertiesOf({
      reference: detail.recommendation.reference,
      addressee: detail.addressee.code,
      responsible: detail.responsible.code,
    }),
    ...relatedObservations(live),
    "related-risks": [{ "risk-uuid": uuidOf("followUp", id) }],
  };
}
