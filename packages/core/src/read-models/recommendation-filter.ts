import type { AssessedLevel, Lifecycle, Position, ReportedLevel } from "../follow-up/levels.ts";
import type { Id, Instant } from "../source.ts";
import type { Day } from "../time/day.ts";

export type RecommendationFilter = {
  asOf: Day;
  /** As in OverdueFilter. */
  knownAt?: Instant;
  /** Words of the reference, title or text, in any language. */
  q?: string;
  /** The one of before a correction too, unless another recommendation of the report has it now; also with `knownAt`. */
  reference?: readonly string[];
  report?: readonly Id[];
  reportingYear?: readonly number[];
  theme?: readonly string[];
  addressee?: readonly Id[];
  responsible?: readonly Id[];
  position?: readonly Position[];
  reported?: readonly ReportedLevel[];
  assessed?: readonly AssessedLevel[];
  lifecycle?: readonly Lifecycle[];
  divergent?: boolean;
  unverified?: boolean;
  /** Not closed, owing, and first asked five years ago or more (D8). */
  longOutstanding?: boolean;
  /** It declines what it had accepted (D25). */
  acceptanceWithdrawn?: boolean;
  /** Waits for an editor's decision on a successor, or nobody is responsible any more (R14). */
  undecided?: boolean;
  withoutAddressee?: boolean;
};
