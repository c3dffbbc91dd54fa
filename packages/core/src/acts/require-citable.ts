import { DomainError, type Issue } from "../domain-error.ts";
import type { Evidence } from "../follow-up/entries/evidence.ts";
import type { Id } from "../source.ts";
import type { ActContext } from "./act.ts";
import type { Cited } from "./cited.ts";

type Citing = { item?: Id | undefined; section?: Id | undefined; confidential?: boolean | undefined };

/**
 * Refuses evidence that cites what cannot be cited. What is confidential is cited by confidential evidence alone, because who sees the
 * evidence would learn of it. What a corrected entry cites already, as it does, stays. Errors: invalidInput, with the places.
 */
export function requireCitable(
  evidence: readonly Citing[],
  { cited = new Map() }: Pick<ActContext, "cited">,
  { place, had = [] }: { place: string; had?: readonly Evidence[] },
): void {
  const issues = evidence.flatMap((each, number): Issue[] => {
    const { item, section, confidential = false } = each;
    if (item !== undefined && section !== undefined)
      return [
        {
          name: `${place}.${number}.section`,
          value: section,
          detail: "evidence is an item or a section, and not both",
        },
      ];
    const id = item ?? section;
    if (id === undefined || had.some((other) => isSame(other, each))) return [];
    const what = item === undefined ? "section" : "item";
    const detail = faultOf(what, confidential, cited.get(id));
    return detail === undefined ? [] : [{ name: `${place}.${number}.${what}`, value: id, detail }];
  });
  if (issues.length > 0) throw new DomainError("invalidInput", "this cannot be cited as evidence", issues);
}

function faultOf(what: Cited["what"], confidential: boolean, found: Cited | undefined): string | undefined {
  if (found === undefined || found.what !== what || found.isPersonal)
    return `no ${what === "item" ? "collected item" : "section"} that can be cited has this id`;
  if (found.isWithdrawn) return "it was withdrawn";
  if (!found.isPublic && !confidential) return "not everybody may see it: the evidence has to be confidential";
  return undefined;
}

function isSame(one: Evidence, { item, section, confidential = false }: Citing): boolean {
  return one.item === item && one.section === section && one.confidential === confidential;
}
