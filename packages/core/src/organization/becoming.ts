import type { Id } from "../source.ts";
import type { OrganizationChange } from "./organization-change.ts";

/**
 * Who is responsible for what was addressed to an organization. The candidates are the organizations among which an
 * editor decides.
 */
export type Held = {
  state: "answers" | "undecided" | "unassigned";
  /** The responsible organization, or the last one. */
  organization: Id;
  candidates: readonly Id[];
};

export function answers(organization: Id): Held {
  return { state: "answers", organization, candidates: [] };
}

/**
 * Who is responsible after a change; undefined when the change does not affect it. `existed`: the recommendation was
 * published before the day of the change. A recommendation published later was addressed to the organization as the
 * change left it: a transfer of competence does not move it; where a split had ended the organization, an editor
 * decides, whatever the themes.
 */
export function becoming(
  held: Held,
  themes: readonly string[],
  change: OrganizationChange,
  existed: boolean,
): Held | undefined {
  if (held.state === "unassigned") return undefined;
  if (held.state === "undecided") return whileUndecided(held, themes, change, existed);
  return ofOne(held.organization, themes, change, existed);
}

function ofOne(
  holder: Id,
  themes: readonly string[],
  { type, originals, results }: OrganizationChange,
  existed: boolean,
): Held | undefined {
  if (!originals.includes(holder)) return undefined;
  const taking = results.filter((result) => shares(result.themes, themes)).map(({ organization }) => organization);
  const [first] =
    type === "split" || type === "competenceTransferred" ? taking : results.map((each) => each.organization);
  switch (type) {
    case "created":
      return undefined;
    case "renamed":
    case "merged":
    case "absorbed":
      return first === undefined || first === holder ? undefined : answers(first);
    case "dissolved":
      return { state: "unassigned", organization: holder, candidates: [] };
    case "split":
      if (existed && first !== undefined && taking.length === 1) return answers(first);
      return undecided(
        holder,
        results.map(({ organization }) => organization),
      );
    case "competenceTransferred": {
      if (!existed || first === undefined) return undefined;
      const stays = themes.some((theme) => !results.some((result) => result.themes.includes(theme)));
      if (taking.length === 1 && !stays) return answers(first);
      return undecided(holder, [...(stays ? [holder] : []), ...taking]);
    }
  }
}

/**
 * While nobody has decided, the candidates themselves may change. When they all become one organization, it is
 * responsible whoever the right one was.
 */
function whileUndecided(
  held: Held,
  themes: readonly string[],
  change: OrganizationChange,
  existed: boolean,
): Held | undefined {
  if (change.type === "created" || !held.candidates.some((each) => change.originals.includes(each))) return undefined;
  const become = held.candidates.map((each) => ofOne(each, themes, change, existed) ?? answers(each));
  const candidates = new Set(
    become.flatMap((each) => (each.state === "answers" ? [each.organization] : each.candidates)),
  );
  const [only] = candidates;
  if (only === undefined) return { state: "unassigned", organization: held.organization, candidates: [] };
  const nobodyLost = become.every(({ state }) => state === "answers");
  if (candidates.size === 1 && held.candidates.length > 1 && nobodyLost) return answers(only);
  const same = candidates.size === held.candidates.length && held.candidates.every((each) => candidates.has(each));
  return same ? undefined : { ...held, candidates: [...candidates] };
}

/**
 * Whether a transfer left something with its holder because its themes give it to nobody: an editor may decide
 * otherwise.
 */
export function leftByTransfer(held: Held, { type, originals }: OrganizationChange, existed: boolean): boolean {
  return (
    type === "competenceTransferred" && existed && held.state === "answers" && originals.includes(held.organization)
  );
}

function undecided(predecessor: Id, candidates: readonly Id[]): Held {
  return { state: "undecided", organization: predecessor, candidates: [...new Set(candidates)] };
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((theme) => others.includes(theme));
}
