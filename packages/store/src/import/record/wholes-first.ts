import type { Recommendation } from "@heed/core";

/** A part comes after its whole, because rows are inserted in statements of a thousand. */
export function wholesFirst(recommendations: readonly Recommendation[]): Recommendation[] {
  const byId = new Map(recommendations.map((each) => [each.id, each]));
  const ordered = new Set<Recommendation>();
  for (const each of recommendations) {
    const above: Recommendation[] = [];
    for (
      let up: Recommendation | undefined = each;
      up !== undefined && !ordered.has(up);
      up = byId.get(up.partOf ?? "")
    )
      above.push(up);
    for (const up of above.reverse()) ordered.add(up);
  }
  return [...ordered];
}
