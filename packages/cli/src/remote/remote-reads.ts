import { DomainError, type Id, publicReader, Recommendation, type Report } from "@heed/core";
import { CollectedItem } from "@heed/core/collected-item/collected-item";
import { FollowUp } from "@heed/core/follow-up/follow-up";
import { yearLevels } from "@heed/core/follow-up/standing/year-levels";
import { allPages } from "@heed/core/read-models/all-pages";
import type { FollowUpYears } from "@heed/core/read-models/follow-up-years";
import type { Ground, RestsOnIt } from "@heed/core/read-models/ground";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { Paging } from "@heed/core/read-models/paging";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { ReportRef } from "@heed/core/read-models/report-ref";
import type { SeriesFigures } from "@heed/core/read-models/series-figures";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { ReportSection } from "@heed/core/report-section/report-section";
import { settingsOf } from "@heed/core/settings/settings";
import { listAt, ofFollowUp } from "./pages.ts";
import { sameBodiesIn } from "./same-bodies.ts";
import type { Query, Service } from "./service.ts";

const at = encodeURIComponent;

/** The reads of the domain over a service. Who reads is who has the token; the service itself decides what that person may see. */
export function remoteReads(service: Service): TrackerReads {
  const { read } = service;
  const all = async <Body>(path: string, query?: Query): Promise<Body> => {
    const answer = await read<Body>(path, query);
    if (answer === undefined)
      throw new DomainError("databaseUnreachable", `no Heed service answers at ${service.address}`);
    return answer.body;
  };
  const itemsOf = async <Item>(path: string, query?: Query) => (await all<{ items: Item[] }>(path, query)).items;

  const reads: TrackerReads = {
    forOneRequest: () => reads,
    settings: async (knownAt) =>
      settingsOf(
        (await reads.settingChanges()).filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt),
      ),
    settingChanges: () => itemsOf("/settingChanges"),
    overdue: (_, filter, paging) => listAt(service, "/overdue", filter, paging, ofFollowUp, false),
    overdueItems: (_, filter) => whole((paging) => listAt(service, "/overdue", filter, paging, ofFollowUp, false)),
    obligations: (_, filter, paging) => listAt(service, "/obligations", filter, paging, ofFollowUp),
    obligationItems: (_, filter) => whole((paging) => listAt(service, "/obligations", filter, paging, ofFollowUp)),
    owing: async (_, filter, limit) => (await itemsOf<never>("/overdue/organizations", filter)).slice(0, limit),
    changes: (_, filter, paging) => listAt(service, "/changes", filter, paging, ofFollowUp),
    changeItems: (_, filter) => whole((paging) => listAt(service, "/changes", filter, paging, ofFollowUp)),
    comparison: (_, filter, paging) => listAt(service, "/comparison", filter, paging, ofFollowUp),
    comparisonItems: (_, filter) => whole((paging) => listAt(service, "/comparison", filter, paging, ofFollowUp)),
    stale: (_, filter, paging) => listAt(service, "/stale", filter, paging, ofFollowUp),
    deadlineRequests: (_, { asOf: _today, ...filter }, paging) =>
      listAt(service, "/deadlineRequests", filter, paging, ofFollowUp),
    recommendations: (_, filter, paging) => listAt(service, "/recommendations", filter, paging),
    async recommendation(reader, id, asOf) {
      const answer = await read<Shown>(`/recommendations/${at(id)}`, { asOf });
      if (answer === undefined) return undefined;
      const { body } = answer;
      const { asOf: _, formerVersions: __, ...rest } = body;
      const detail = await reads.report(reader, body.report.id);
      return {
        ...pickOf(rest, [
          "formerReferences",
          "issuingBody",
          "standing",
          "asked",
          "line",
          "links",
          "grounds",
          "followUps",
          "parts",
        ]),
        recommendation: recommendationOf(body, detail?.report),
        report: detail?.report,
      } as never;
    },
    async recommendationStanding(_, id, asOf, knownAt) {
      const answer = await read<{ standing: never }>(`/recommendations/${at(id)}/standing`, { asOf, knownAt });
      return answer?.body.standing;
    },
    levelOverrides: (_, id) => itemsOf(`/recommendations/${at(id)}/levelOverrides`),
    async recommendationsByReference(reader, reference, asOf) {
      const known = await reads.named(reader, "recommendation", [reference]);
      if (known.size > 0)
        return (await listAt<RecommendationSummary>(service, "/recommendations", { reference, asOf }, {})).items;
      const answer = await read<Shown>(`/recommendations/${at(reference)}`, { asOf });
      return answer === undefined ? [] : [summaryOf(answer.body)];
    },
    recommendationFacets: (_, filter) => itemsOf("/recommendationFacets", filter),
    followUps: (_, filter, paging) => listAt(service, "/followUps", filter, paging, listedFollowUp),
    async draftingRemarks(_, id, asOf) {
      const answer = await read<{ items: { text: unknown }[] }>(`/recommendations/${at(id)}/draftingRemarks`, { asOf });
      return answer?.body.items.map(({ text: _text, ...remark }) => remark) as never;
    },
    proposalRemarks: missing("what to look at without a file"),
    allowedActs: missing("what may be done"),
    receipts: missing("receipts"),
    receipt: missing("a receipt"),
    decisions: missing("what was decided of late"),
    waitingAnswers: missing("answers that wait for their publication"),
    answeredFor: missing("for whom an organization answers"),
    file: async (_, digest) => (await read<never>(`/files/${at(digest)}`))?.body,
    async formerVersions(_, id) {
      return (await read<{ formerVersions?: never }>(`/recommendations/${at(id)}`))?.body.formerVersions ?? [];
    },
    async followUp(reader, id, asOf, knownAt) {
      const answer = await read<ShownFollowUp>(`/followUps/${at(id)}`, { asOf, knownAt });
      if (answer === undefined) return undefined;
      const {
        entries,
        recommendation: { id: recommendation },
        addressee,
        ...rest
      } = answer.body;
      const detail = await reads.recommendation(reader, recommendation, asOf);
      const followUp = { ...pickOf(rest, Object.keys(FollowUp.shape)), recommendation, addressee: addressee.id };
      return {
        ...pickOf(rest, ["responsible", "coordinator", "openSuccessions", "version", "standing"]),
        addressee,
        recommendation: detail?.recommendation,
        report: detail?.report,
        case: { followUp, entries: entries.map(({ amendedBy: _, ...entry }) => entry) },
      } as never;
    },
    async yearLevels(ids, asOf, knownAt) {
      const settings = await reads.settings();
      const found = new Map<Id, FollowUpYears>();
      // One after another: a service limits how often it is asked.
      for (const id of ids) {
        const detail = await reads.followUp(publicReader, id, asOf, knownAt);
        if (detail === undefined) continue;
        const { followUp, entries } = detail.case;
        const said = { ...detail.recommendation.source?.said, ...followUp.source?.said };
        found.set(id, { years: yearLevels(entries, asOf, settings), said });
      }
      return found;
    },
    progress: (_, { language: lang, ...filter }) => itemsOf("/progress", { ...filter, lang }),
    progressMatrix: (_, filter) => itemsOf("/progressMatrix", filter),
    reports: (_, filter, paging) =>
      listAt(service, "/reports", filter, paging, ({ issuingBody, ...report }: { issuingBody: OrganizationRef }) => ({
        ...report,
        issuingBody: issuingBody.id,
        issuingBodyName: issuingBody.name,
      })) as never,
    async report(_, id) {
      const answer = await read<Report & { issuingBody: OrganizationRef; formerVersions?: [] }>(`/reports/${at(id)}`);
      if (answer === undefined) return undefined;
      const { formerVersions = [], issuingBody, ...report } = answer.body;
      return { report: { ...report, issuingBody: issuingBody.id }, version: answer.version, formerVersions } as never;
    },
    async frozenContents(reader, report, language) {
      const bytes = await reads.frozenDocument(reader, report, language, "json");
      return bytes && JSON.parse(new TextDecoder().decode(bytes));
    },
    async frozenDocument(reader, report, language, format) {
      const frozen = (await reads.report(reader, report))?.report.frozen;
      const isThere = frozen?.documents.some((each) => each.language === language && each.format === format);
      const pieces =
        isThere && (await service.open(`/reports/${at(report)}/document?format=${format}&lang=${language}`));
      return pieces ? new Uint8Array(Buffer.concat(await collected(pieces))) : undefined;
    },
    reportsNamed: (reader, text) => namedOne(reader, "report", text),
    organizations: (filter, paging) => listAt(service, "/organizations", filter, paging),
    organization: async (id) => (await read<never>(`/organizations/${at(id)}`))?.body,
    async organizationsById(ids) {
      const found = await Promise.all([...new Set(ids)].map((id) => reads.organization(id)));
      return new Map(found.flatMap((each) => (each === undefined ? [] : [[each.id, each] as const])));
    },
    organizationsNamed: (text) => namedOne(publicReader, "organization", text),
    async named(_, kind, texts) {
      const items = await itemsOf<{ name: string; named: string[] }>("/names", { kind, name: texts });
      return new Map(items.flatMap(({ name, named }) => (named.length === 0 ? [] : [[name, named] as const])));
    },
    namesNear: async (_, kind, name) => (await itemsOf<{ near?: string[] }>("/names", { kind, name }))[0]?.near ?? [],
    // The service takes whole ids; a change of organizations has no name by which it could be found instead.
    idsBeginning: async (kind, beginning, most) =>
      kind === "organizationChange"
        ? (await reads.organizationChanges())
            .map(({ id }) => id)
            .filter((id) => id.startsWith(beginning))
            .slice(0, most)
        : [],
    sameBodies: async (ids) => (ids.length === 0 ? [] : sameBodiesIn(await reads.organizationChanges(), ids)),
    organizationChanges: (organization) => itemsOf("/organizationChanges", { organization }),
    reportingCycles: (paging) => listAt(service, "/reportingCycles", {}, paging),
    async reportingCyclesNamed(text) {
      const { items } = await reads.reportingCycles({});
      return items.filter(({ id, year }) => id === text || String(year) === text).map(({ id }) => id);
    },
    async reportingCycle(id) {
      const answer = await read<{ version: number; snapshot?: string }>(`/reportingCycles/${at(id)}`);
      if (answer === undefined) return undefined;
      const { version, snapshot, ...cycle } = answer.body;
      const hasSnapshot = snapshot !== undefined;
      const followUps = hasSnapshot ? ((await reads.snapshot(id, { limit: 0, withTotal: true })).total ?? 0) : 0;
      return { cycle, version, hasSnapshot, followUps } as never;
    },
    snapshot: (cycle, paging) =>
      listAt(service, `/reportingCycles/${at(cycle)}/snapshot`, {}, paging, snapshotRow) as never,
    unassessed: (_, cycle, asked, paging) =>
      listAt(service, `/reportingCycles/${at(cycle)}/unassessed`, asked, paging, ofFollowUp),
    links: (_, recommendation) => itemsOf(`/recommendations/${at(recommendation)}/links`),
    themes: missing("all themes"),
    async collectedItems(reader, filter, paging) {
      const known = await withKnownReferences(reader, "collectedItem", filter);
      if (known === undefined) return emptyPage(paging);
      return listAt(
        service,
        "/collectedItems",
        known,
        paging,
        ({ issuingBody, ...item }: { issuingBody: OrganizationRef }) => ({
          ...item,
          issuingBody: issuingBody.id,
          issuingBodyName: issuingBody.name,
          issuingBodyCode: issuingBody.code,
        }),
      ) as never;
    },
    async reportSections(reader, filter, paging) {
      const known = await withKnownReferences(reader, "reportSection", filter);
      if (known === undefined) return emptyPage(paging);
      return listAt(service, "/reportSections", known, paging, ({ report, ...section }: { report: ReportRef }) => ({
        ...pickOf(section, Object.keys(ReportSection.shape)),
        report: report.id,
        reportReference: report.reference,
      })) as never;
    },
    async reportSection(_, id) {
      const answer = await read<{ version: number; report: ReportRef; formerVersions?: [] }>(
        `/reportSections/${at(id)}`,
      );
      if (answer === undefined) return undefined;
      const { version, formerVersions = [], report, ...section } = answer.body;
      return {
        section: { ...pickOf(section, Object.keys(ReportSection.shape)), report: report.id },
        ...{ version, formerVersions },
      } as never;
    },
    async collectedItem(_, id) {
      const answer = await read<{ version: number; issuingBody: OrganizationRef; formerVersions?: [] }>(
        `/collectedItems/${at(id)}`,
      );
      if (answer === undefined) return undefined;
      const { version, formerVersions = [], issuingBody, ...item } = answer.body;
      return {
        item: { ...pickOf(item, Object.keys(CollectedItem.shape)), issuingBody: issuingBody.id },
        version,
        formerVersions,
      } as never;
    },
    async restsOnIt(_, ground) {
      const path = "item" in ground ? `/collectedItems/${at(ground.item)}` : `/reportSections/${at(ground.section)}`;
      return (await read<{ restsOnIt: RestsOnIt }>(path))?.body.restsOnIt ?? { recommendations: [], entries: [] };
    },
    async grounds(_, recommendations) {
      const found = new Map<Id, readonly Ground[]>();
      // One after another: a service limits how often it is asked.
      for (const id of recommendations) {
        const grounds = (await read<{ grounds: readonly Ground[] }>(`/recommendations/${at(id)}`))?.body.grounds ?? [];
        if (grounds.length > 0) found.set(id, grounds);
      }
      return found;
    },
    async seriesFigures(_, id) {
      const answer = await read<SeriesFigures>(`/collectedItems/${at(id)}/figures`);
      return answer && (pickOf(answer.body, ["seesAll", "years"]) as SeriesFigures);
    },
    auditCheckpoints: (paging) => listAt(service, "/audit/checkpoints", {}, paging),
  };
  /** Without references that nothing has, which a service refuses; undefined where none is left: the list is empty. */
  async function withKnownReferences<Filter extends { reference?: readonly string[] }>(
    reader: Parameters<TrackerReads["named"]>[0],
    kind: "collectedItem" | "reportSection",
    filter: Filter,
  ): Promise<Filter | undefined> {
    if (filter.reference === undefined) return filter;
    const named = await reads.named(reader, kind, filter.reference);
    const reference = filter.reference.filter((each) => named.has(each));
    return reference.length === 0 ? undefined : { ...filter, reference };
  }
  async function namedOne(reader: Parameters<TrackerReads["named"]>[0], kind: "report" | "organization", text: string) {
    return (await reads.named(reader, kind, [text])).get(text.trim()) ?? [];
  }
  return reads;
}

async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

type Shown = { id: Id; report: { id: Id }; issuingBody: { id: Id }; asOf?: string; formerVersions?: unknown } & Record<
  string,
  unknown
>;
type ShownFollowUp = {
  entries: ({ amendedBy?: unknown } & object)[];
  recommendation: { id: Id };
  addressee: OrganizationRef;
};

/** What the API does not have. Errors: invalidInput. */
function missing(what: string): () => Promise<never> {
  return () => Promise.reject(new DomainError("invalidInput", `a service does not answer ${what}: use --database`));
}

function whole<Item>(list: (paging: Paging) => Promise<{ items: readonly Item[]; next?: string }>) {
  return allPages(list, 1_000);
}

/** In a list of its own, a follow-up has its own id. */
function listedFollowUp<Item>({ id, ...item }: { id: Id }): Item {
  return { ...item, followUp: id } as Item;
}

function snapshotRow({
  followUp,
  recommendation,
  ...row
}: {
  followUp: { id: Id };
  recommendation: { id: Id; reference: string };
}) {
  return { ...row, followUp: followUp.id, recommendation: recommendation.id, reference: recommendation.reference };
}

function pickOf(from: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}

/** The issuing body of its own, where it has another than its report. */
function recommendationOf(body: Shown, report: Report | undefined): object {
  const names = Object.keys(Recommendation.shape).filter((name) => name !== "issuingBody");
  const own = body.issuingBody.id === report?.issuingBody ? {} : { issuingBody: body.issuingBody.id };
  return { ...pickOf(body, names), ...own, report: body.report.id };
}

/** A recommendation as an item of a list. */
function summaryOf(body: Shown): RecommendationSummary {
  const names = [
    "id",
    "reference",
    "title",
    "beginning",
    "themes",
    "partOf",
    "formerReferences",
    "report",
    "issuingBody",
  ];
  return { themes: [], ...pickOf(body, [...names, "implementationDue", "followUps"]) } as never;
}

function emptyPage({ withTotal }: Paging): { items: []; total?: number } {
  return { items: [], ...(withTotal && { total: 0 }) };
}
