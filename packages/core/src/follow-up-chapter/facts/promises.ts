import type { Reader } from "../../access/reader.ts";
import type { CommitmentOutcome } from "../../follow-up/entries/commitment-outcome.ts";
import { liveEntries, rootIds } from "../../follow-up/entries/live-entries.ts";
import type { ObligationOnDay } from "../../follow-up/standing/obligation-on-day.ts";
import { asPublished } from "../../read-models/as-published.ts";
import type { FollowUpDetail } from "../../read-models/follow-up-detail.ts";
import type { OrganizationRef } from "../../read-models/organization-ref.ts";
import type { RecommendationRef } from "../../read-models/recommendation-ref.ts";
import type { ReportRef } from "../../read-models/report-ref.ts";
import type { TrackerReads } from "../../read-models/tracker-store.ts";
import type { Settings } from "../../settings/settings.ts";
import type { Id } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { Precision } from "../../time/due-date.ts";

/** What became of a promise by a day. */
export type ChapterPromise = {
  recommendation: RecommendationRef;
  report: ReportRef;
  responsible: OrganizationRef;
  /** Absent while it is not public yet (R60). */
  description?: string;
  /** As it was promised first (D5), and as it stands. */
  originalDue?: Day;
  originalDuePrecision?: Precision;
  due?: Day;
  duePrecision?: Precision;
  moves: number;
  /** `ended`: it is owed no more, because its follow-up was closed or its addressee declined. */
  state: CommitmentOutcome["outcome"] | "overdue" | "open" | "ended";
  daysOverdue: number;
};

type Followed = { followUp: Id; recommendation: RecommendationRef; report: ReportRef };

/** The promises of follow-ups that made one, as they stand on a day: each is read with its entries. */
export async function readPromises(
  reads: Pick<TrackerReads, "followUp">,
  reader: Reader,
  followed: readonly Followed[],
  asOf: Day,
  settings: Settings,
): Promise<ChapterPromise[]> {
  const promises: ChapterPromise[] = [];
  for (const { followUp, ...named } of followed) {
    const detail = await reads.followUp(reader, followUp, asOf);
    if (detail)
      promises.push(...promisesOf(asPublished(detail), asOf, settings).map((promise) => ({ ...named, ...promise })));
  }
  return promises;
}

type Promised = Omit<ChapterPromise, "recommendation" | "report">;

function promisesOf(
  { case: { entries }, responsible, standing }: FollowUpDetail,
  asOf: Day,
  settings: Settings,
): Promised[] {
  const roots = rootIds(entries);
  const live = liveEntries(entries, settings).filter(({ from }) => from <= asOf);
  return live.flatMap(({ entry, root }): Promised[] => {
    if (entry.type !== "commitment") return [];
    const isOfThis = (id: Id) => (roots.get(id) ?? id) === root;
    const outcome = live
      .flatMap(({ entry: other }) =>
        other.type === "commitmentOutcome" && isOfThis(other.commitment) ? [other.outcome] : [],
      )
      .at(-1);
    const moves = live.flatMap(({ entry: other }) =>
      other.type === "deadlineChange" &&
      other.decision === "granted" &&
      other.target.kind === "commitment" &&
      isOfThis(other.target.commitment)
        ? [other]
        : [],
    );
    const owed = standing?.owed.find(({ commitment }) => commitment === root);
    const due = moves.at(-1)?.to ?? entry.due;
    return [
      {
        responsible,
        ...(entry.description !== undefined && { description: entry.description }),
        ...(entry.due && { originalDue: entry.due.on, originalDuePrecision: entry.due.precision }),
        ...(due && { due: due.on, duePrecision: due.precision }),
        moves: owed?.moves ?? moves.length,
        state: outcome ?? stateOf(owed),
        daysOverdue: owed?.daysOverdue ?? 0,
      },
    ];
  });
}

function stateOf(owed: ObligationOnDay | undefined): ChapterPromise["state"] {
  if (owed === undefined) return "ended";
  return owed.daysOverdue > 0 ? "overdue" : "open";
}
