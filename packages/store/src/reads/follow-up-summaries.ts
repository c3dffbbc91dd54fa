import { type Day, type FollowUpSummary, type Id, type Owed, type Role, type Settings, standingFrom } from "@heed/core";
import { among } from "../bulk/among.ts";
import { type StoredOwed, type StoredStanding, standingRowOf } from "../projection/projection-rows.ts";
import type { Sql } from "../sql.ts";
import { localizedText } from "./localized-text.ts";
import { printedAddressee, responsibleJoin } from "./responsible.ts";

type Row = {
  id: Id;
  recommendation: Id;
  role: Role;
  addressee: Id;
  addresseeCode: string;
  addresseeName: string;
  responsible: Id;
  responsibleCode: string;
  responsibleName: string;
  owedKind: string | null;
} & Omit<StoredStanding, "reasons" | "role"> &
  Pick<StoredOwed, "due" | "undetermined">;

/**
 * The follow-ups of some recommendations on a day, by recommendation: one query for a page, a row for each thing owed. Why they
 * stand so is not read.
 */
export async function followUpSummaries(
  sql: Sql,
  recommendations: readonly Id[],
  asOf: Day,
  settings: Settings,
): Promise<Map<Id, FollowUpSummary[]>> {
  const rows = await sql.all<Row>(
    `SELECT f.id, f.recommendation_id AS recommendation, COALESCE(s.role, f.role) AS role,
       s.from_on, s.until_on, s.position, s.reported, s.assessed, s.lifecycle, s.closure_reason, s.settled, s.divergent,
       s.unverified, s.stalled, s.regressed, s.reopened_count, s.not_competent_upheld, s.stale_from, s.acceptance_withdrawn_on,
       o.kind AS "owedKind", o.due, o.undetermined,
       a.id AS addressee, a.code AS "addresseeCode", a.name AS "addresseeName",
       b.id AS responsible, b.code AS "responsibleCode", b.name AS "responsibleName"
     FROM follow_up f
       JOIN organization a ON a.id = f.addressee_id
       LEFT JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
       LEFT JOIN owed o ON o.follow_up_id = f.id AND o.owed_from <= ? AND o.owed_until > ?
       ${responsibleJoin(printedAddressee)}
       JOIN organization b ON b.id = COALESCE(responsible.organization_id, ${printedAddressee.organization})
     WHERE ${among(sql, "f.recommendation_id")} ORDER BY f.recommendation_id, f.id`,
    [asOf, asOf, asOf, asOf, asOf, asOf, JSON.stringify(recommendations)],
  );
  const summaries = new Map<Id, FollowUpSummary[]>(recommendations.map((id) => [id, []]));
  for (const some of byFollowUp(rows).values()) {
    const [row] = some as [Row];
    summaries.get(row.recommendation)?.push({
      id: row.id,
      recommendation: row.recommendation,
      addressee: { id: row.addressee, code: row.addresseeCode, name: localizedText(row.addresseeName) },
      responsible: { id: row.responsible, code: row.responsibleCode, name: localizedText(row.responsibleName) },
      role: row.role,
      ...answersOf(some, asOf, settings),
    });
  }
  return summaries;
}

function byFollowUp(rows: readonly Row[]): Map<Id, Row[]> {
  const found = new Map<Id, Row[]>();
  for (const row of rows) {
    const known = found.get(row.id);
    if (known) known.push(row);
    else found.set(row.id, [row]);
  }
  return found;
}

/** Nothing while it is a draft and before publication. */
function answersOf(rows: readonly Row[], asOf: Day, settings: Settings): Partial<FollowUpSummary> {
  const [row] = rows as [Row];
  if (row.from_on === null) return {};
  const { from: _, until: __, ...answers } = standingRowOf({ ...row, reasons: "[]", follow_up_id: row.id });
  const owed = rows.filter(({ owedKind }) => owedKind !== null).map(owedOf);
  const standing = standingFrom(answers, owed, asOf, settings);
  const { position, reported, assessed, lifecycle, closureReason, timeliness, verificationTimeliness } = standing;
  return {
    position,
    reported,
    assessed,
    lifecycle,
    ...(closureReason && { closureReason }),
    timeliness,
    ...(verificationTimeliness && { verificationTimeliness }),
    divergent: standing.divergent,
    unverified: standing.unverified,
  };
}

/** As much of what is owed as timeliness asks. */
function owedOf({ owedKind, due, undetermined }: Row): Owed {
  return {
    kind: owedKind as Owed["kind"],
    owedBy: owedKind === "verification" ? "issuingBody" : "addressee",
    ...(due === null ? {} : { due: String(due) }),
    undetermined: undetermined === 1,
    moves: 0,
    missedYears: [],
    daysWithIssuer: 0,
    reasons: [],
  };
}
