import type { Id, OrganizationChange } from "@heed/core";

/** These organizations together with their earlier and later names: a renaming makes no other body. */
export function sameBodiesIn(changes: readonly OrganizationChange[], ids: readonly Id[]): Id[] {
  const pairs = changes
    .filter(({ type, on }) => type === "renamed" && on !== undefined)
    .map(({ originals, results }) => [...originals, ...results.map(({ organization }) => organization)]);
  const found = new Set(ids);
  let before = 0;
  while (before < found.size) {
    before = found.size;
    for (const pair of pairs) if (pair.some((id) => found.has(id))) for (const id of pair) found.add(id);
  }
  return [...found];
}
