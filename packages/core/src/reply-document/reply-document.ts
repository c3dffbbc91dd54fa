import type { Reader } from "../access/reader.ts";
import type { Block, Document, DocumentLanguage, Section } from "../document/document.ts";
import { paragraph, recordText, strong, text } from "../document/inlines.ts";
import { writtenDay } from "../document/written-day.ts";
import { DomainError } from "../domain-error.ts";
import { groupedBy } from "../grouped-by.ts";
import { textIn } from "../localized-text.ts";
import { allItems } from "../read-models/all-pages.ts";
import type { FollowUpDetail } from "../read-models/follow-up-detail.ts";
import type { TrackerReads } from "../read-models/tracker-store.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { labelWithin } from "../wording/label-within.ts";
import { semicolons } from "../wording/typeset.ts";
import { measuresTaken } from "./measures-taken.ts";
import { replyWords } from "./reply-words.ts";

/** Each is read with its entries, and a reply with more would be read by nobody. */
const mostFollowUps = 1_000;

type Asked = { organization: Id; reports?: readonly Id[] | undefined; asOf: Day };

/**
 * What an organization answered and did, under each recommendation for which it answers on a day: those that are not closed, or all of
 * the reports that are named. Errors: notFound; invalidInput where it answers for none, or for more than 1,000.
 */
export async function replyDocument(
  reads: TrackerReads,
  reader: Reader,
  { organization, reports, asOf }: Asked,
  language: DocumentLanguage,
): Promise<Document> {
  const body = (await reads.organizationsById([organization])).get(organization);
  if (body === undefined) throw new DomainError("notFound", `there is no organization with the id ${organization}`);
  const filter = { asOf, responsible: [organization], ...(reports && { report: reports }) };
  const listed = (await allItems((paging) => reads.followUps(reader, filter, paging))).filter(
    ({ role, lifecycle }) => role !== "forInformation" && (reports !== undefined || lifecycle !== "closed"),
  );
  if (listed.length === 0)
    throw new DomainError("invalidInput", "the organization answers for no recommendation of these on that day");
  if (listed.length > mostFollowUps)
    throw new DomainError("invalidInput", `more than ${mostFollowUps} recommendations: name the report`);
  const details: FollowUpDetail[] = [];
  for (const { followUp } of listed) {
    const detail = await reads.followUp(reader, followUp, asOf);
    if (detail !== undefined) details.push(detail);
  }
  const issuers = await reads.organizationsById(details.map(({ report }) => report.issuingBody));
  const words = replyWords[language];
  const name = textIn(body.name, language);
  const telling = { asOf, language, settings: await reads.settings() };
  const ofReports = [...groupedBy(details, ({ report }) => report.id).values()];
  return {
    ...{ language, issuer: name, day: asOf },
    title: words.title(name),
    subtitle: words.subtitle(writtenDay(language, asOf)),
    sections: [
      {
        id: "about",
        title: words.about,
        blocks: [paragraph(text(words.lead(name, details.length)))],
        sections: [],
      },
      ...ofReports.map((of, place) => {
        const [{ report }] = of as [FollowUpDetail];
        const issuer = issuers.get(report.issuingBody);
        return {
          id: `report-${place + 1}`,
          title: words.report(report.reference, issuer === undefined ? "" : textIn(issuer.name, language)),
          blocks: [],
          sections: of.map((detail, index) =>
            recommendationSection(detail, `report-${place + 1}-${index + 1}`, telling),
          ),
        };
      }),
    ],
  };
}

function recommendationSection(
  detail: FollowUpDetail,
  id: string,
  telling: Parameters<typeof measuresTaken>[1],
): Section {
  const { recommendation, report, standing } = detail;
  const { language } = telling;
  const words = replyWords[language];
  const said = recommendation.text ?? recommendation.title;
  const measures = measuresTaken(detail, telling);
  const owed = (standing?.owed ?? []).map(({ kind }) => labelWithin("overdueKind", kind, language));
  const blocks: Block[] = [
    ...(said === undefined
      ? []
      : [{ kind: "quote" as const, content: [recordText(said, language, report.authenticLanguages)] }]),
    paragraph(strong(words.measures)),
    measures.length === 0 ? paragraph(text(words.none)) : { kind: "list", ordered: false, items: measures },
    ...(owed.length === 0 ? [] : [paragraph(text(words.owed(semicolons(language, [...new Set(owed)]))))]),
  ];
  return { id, title: recommendation.reference, blocks, sections: [] };
}
