import type { Id } from "../source.ts";
import type { ReportSection } from "./report-section.ts";

export type Branch<Section> = { section: Section; sections: readonly Branch<Section>[] };

/** The sections of one report as they stand, in their order. What stands below a section that is not among them is left out with it. */
export function sectionTree<Section extends ReportSection>(
  sections: readonly Section[],
  parent?: Id,
): Branch<Section>[] {
  return sections
    .filter((each) => each.parent === parent && each.withdrawn === undefined)
    .toSorted((one, other) => one.position - other.position || (one.reference < other.reference ? -1 : 1))
    .map((section) => ({ section, sections: sectionTree(sections, section.id) }));
}

/** All sections of a report, from the top down, each with its depth from 0; those that were withdrawn come last. */
export function listedSections<Section extends ReportSection>(
  sections: readonly Section[],
): { section: Section; depth: number }[] {
  const withdrawn = sections.filter((each) => each.withdrawn !== undefined);
  return [...inOrder(sectionTree(sections)), ...withdrawn.map((section) => ({ section, depth: 0 }))];
}

/** From the top down, each with its depth from 0. */
export function inOrder<Section>(
  branches: readonly Branch<Section>[],
  depth = 0,
): { section: Section; depth: number }[] {
  return branches.flatMap(({ section, sections }) => [{ section, depth }, ...inOrder(sections, depth + 1)]);
}
