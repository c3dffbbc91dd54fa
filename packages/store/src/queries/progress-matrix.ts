import { progressMatrixOf } from "@heed/core/progress/progress-matrix";
import type { ProgressMatrixFilter } from "@heed/core/read-models/progress-filter";
import type { ProgressMatrixLine } from "@heed/core/read-models/progress-matrix-line";
import type { Source } from "../as-known/source.ts";
import { progressCountsOn } from "../derived/progress-counts.ts";
import { Where } from "../statements/where.ts";
import { byBytes } from "../tables/follow-up-digest.ts";
import { organizationRefs } from "./organization-refs.ts";
import { andRecorded } from "./recorded-where.ts";

/** From the kept counts: the projections have no row of a draft, so every reader gets the same answer. */
export async function readProgressMatrix(
  source: Source,
  filter: Omit<ProgressMatrixFilter, "knownAt">,
): Promise<readonly ProgressMatrixLine[]> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const matrix = progressMatrixOf(await progressCountsOn(source, filter));
  const organizations = await organizationRefs(
    source,
    matrix.map(({ addressee }) => addressee),
  );
  return matrix
    .map((line) => ({ ...line, addressee: organizations.get(line.addressee) }))
    .sort((a, b) => byBytes(a.addressee.code, b.addressee.code));
}
