import { DomainError } from "../domain-error.ts";
import { referenceKey } from "../recommendation/recommendation.ts";
import type { ReportSection } from "../report-section/report-section.ts";
import type { Id } from "../source.ts";

/** Those of one report, withdrawn ones too. */
export type Sections = readonly ReportSection[];

/** Behind the last of its parent. */
export function nextPosition(sections: Sections, parent: Id | undefined): number {
  return sections.reduce(
    (last, each) => (each.parent === parent && each.position >= last ? each.position + 1 : last),
    1,
  );
}

/** The id of a parent that is named by its id or its reference; one that is not there stays as it was given. */
export function parentIn(sections: Sections, named: string | undefined): Id | undefined {
  if (named === undefined || sections.some(({ id }) => id === named)) return named;
  return sections.find(({ reference }) => referenceKey(reference) === referenceKey(named))?.id ?? named;
}

/** Errors: duplicateReference; invalidInput where its parent is not there, or is below it. */
export function requirePlace(sections: Sections, { id, reference, parent }: ReportSection): void {
  const bearer = sections.find((each) => each.id !== id && referenceKey(each.reference) === referenceKey(reference));
  if (bearer !== undefined)
    throw new DomainError("duplicateReference", `the report has another section with the reference ${reference}`, [
      { name: "reference", value: reference, detail: `the section ${bearer.id} has this reference` },
    ]);
  if (parent === undefined) return;
  const above = pathTo(sections, parent);
  if (above === undefined) throw wrongParent(parent, "no section of the report has this id");
  if (above.some((each) => each.id === id)) throw wrongParent(parent, "it is the section itself, or below it");
  if (above.some(({ withdrawn }) => withdrawn !== undefined)) throw wrongParent(parent, "it was withdrawn");
}

/** From a section up to the top; undefined where the section is not there. */
function pathTo(sections: Sections, from: Id): ReportSection[] | undefined {
  const path: ReportSection[] = [];
  for (let at: Id | undefined = from; at !== undefined; at = path.at(-1)?.parent) {
    const found = sections.find(({ id }) => id === at);
    if (found === undefined || path.includes(found)) return path.length === 0 ? undefined : path;
    path.push(found);
  }
  return path;
}

function wrongParent(parent: Id, detail: string): DomainError {
  return new DomainError("invalidInput", `the section cannot be part of ${parent}`, [
    { name: "parent", value: parent, detail },
  ]);
}
