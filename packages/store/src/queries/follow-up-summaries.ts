import type { ClosureReason, Day, Id, OverdueKind, Precision, Role, Settings, Timeliness } from "@heed/core";
import { outstandingOn } from "@heed/core/follow-up/standing/outstanding";
import { type TimelinessInput, timelinessFrom } from "@heed/core/follow-up/standing/standing";
import { groupedBy } from "@heed/core/grouped-by";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import {
  type AddresseeAndResponsibleRow,
  addresseeAndResponsibleColumns,
  addresseeAndResponsibleOf,
} from "./addressee-and-responsible.ts";
import { printedAddressee, responsibleJoin } from "./responsible/responsible.ts";
import { standingOn } from "./standing-on.ts";

type Answers = NonNullable<Pick<FollowUpSummary, "position" | "reported" | "assessed" | "lifecycle">>;
type Row = AddresseeAndResponsibleRow & {
  id: Id;
  recommendation: Id;
  role: Role;
  responsibleState: "answers" | "undecided" | "unassigned" | null;
  closureReason: ClosureReason | null;
  settled: Timeliness | null;
  divergent: number;
  unverified: number;
  conflicting: number;
  contradicted: number;
  acceptanceWithdrawnOn: Day | null;
  daysOverdueWhenWithdrawn: number | null;
  firstAsked: Day | null;
  firstAskedPrecision: Precision | null;
  owedKind: OverdueKind | null;
  due: Day | null;
  undetermined: number;
} & { [Key in keyof Answers]-?: NonNullable<Answers[Key]> | null };

/**
 * The follow-ups of some recommendations on a day, by recommendation: one query for a page, with a row for each thing
 * owed. The reasons are not read.
 */
export async function followUpSummaries(
  sql: Sql,
  recommendations: readonly Id[],
  asOf: Day,
  settings: Settings,
): Promise<Map<Id, FollowUpSummary[]>> {
  const rows = await sql.all<Row>(
    `SELECT f.id, f.recommendation_id AS recommendation, COALESCE(s.role, f.role) AS role,
       s.position, s.reported, s.assessed, s.lifecycle, s.closure_reason AS "closureReason", s.settled, s.divergent, s.unverified,
       s.conflicting, s.contradicted, s.acceptance_withdrawn_on AS "acceptanceWithdrawnOn",
       s.days_overdue_when_withdrawn AS "daysOverdueWhenWithdrawn", s.first_asked AS "firstAsked",
       s.first_asked_precision AS "firstAskedPrecision",
       o.kind AS "owedKind", o.due, o.undetermined, responsible.state AS "responsibleState",
       ${addresseeAndResponsibleColumns}
     FROM follow_up f
       JOIN organization a ON a.id = f.addressee_id
       LEFT JOIN standing s ON ${standingOn("f.id")}
       LEFT JOIN owed o ON o.follow_up_id = f.id AND o.owed_from <= ? AND o.owed_until > ?
       ${responsibleJoin(printedAddressee)}
       LEFT JOIN organization b ON b.id = responsible.organization_id
     WHERE ${inList(sql, "f.recommendation_id")} ORDER BY f.recommendation_id, f.id`,
    [asOf, asOf, asOf, asOf, asOf, asOf, JSON.stringify(recommendations)],
  );
  const summaries = new Map<Id, FollowUpSummary[]>(recommendations.map((id) => [id, []]));
  for (const some of groupedBy(rows, ({ id }) => id).values()) {
    const [row] = some as [Row];
    summaries.get(row.recommendation)?.push({
      id: row.id,
      recommendation: row.recommendation,
      ...addresseeAndResponsibleOf(row),
      ...(row.responsibleState !== null &&
        row.responsibleState !== "answers" && { responsibleState: row.responsibleState }),
      role: row.role,
      ...answersOf(some, asOf, settings),
    });
  }
  return summaries;
}

/** Empty for a draft and before publication. */
function answersOf(rows: readonly Row[], asOf: Day, settings: Settings): Partial<FollowUpSummary> {
  const [{ position, reported, assessed, lifecycle, closureReason, settled, ...flags }] = rows as [Row];
  if (position === null || reported === null || assessed === null || lifecycle === null) return {};
  const owed = rows.flatMap((row) => owedOf(row));
  return {
    position,
    reported,
    assessed,
    lifecycle,
    ...(closureReason && { closureReason }),
    ...timelinessFrom(settled ?? undefined, owed, asOf, settings),
    divergent: flags.divergent === 1,
    unverified: flags.unverified === 1,
    conflicting: flags.conflicting === 1,
    contradicted: flags.contradicted === 1,
    ...outstandingOn(
      {
        ...(flags.firstAsked !== null && { first: flags.firstAsked }),
        ...(flags.firstAskedPrecision !== null && { firstPrecision: flags.firstAskedPrecision }),
      },
      { lifecycle, role: flags.role },
      asOf,
      settings,
    ),
    ...(flags.acceptanceWithdrawnOn !== null && { acceptanceWithdrawnOn: flags.acceptanceWithdrawnOn }),
    ...(flags.daysOverdueWhenWithdrawn !== null && { daysOverdueWhenWithdrawn: flags.daysOverdueWhenWithdrawn }),
  };
}

/** The part of what is owed that timeliness needs. */
function owedOf({ owedKind: kind, due, undetermined }: Row): TimelinessInput[] {
  if (kind === null) return [];
  const owedBy = kind === "verification" ? "issuingBody" : "addressee";
  return [{ owedBy, ...(due === null ? {} : { due }), undetermined: undetermined === 1 }];
}
