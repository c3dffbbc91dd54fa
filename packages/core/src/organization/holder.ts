import { z } from "zod";
import { Id } from "../source.ts";
import type { OrganizationChange } from "./organization-change.ts";

/**
 * Who is responsible for what was addressed to an organization. The candidates are the organizations among which an
 * editor decides.
 */
export const Holder = z
  .strictObject({
    state: z.enum(["answers", "undecided", "unassigned"]),
    /** The responsible organization, or the last one. */
    organization: Id,
    candidates: z.array(Id).readonly(),
  })
  .meta({ description: "Who is responsible for what was addressed to an organization (R14, R41)." });
export type Holder = z.infer<typeof Holder>;

/**
 * Whether one of some organizations answers, by itself or as a coordinator (R40). Nobody does for one that was dissolved, and
 * while an editor has to decide, only one that is itself a candidate: another predecessor exists no more, and no
 * candidate is certain yet (R41, R42).
 */
export function isAnsweredBy(
  { state, organization, candidates }: Holder,
  coordinators: readonly Id[],
  organizations: readonly Id[],
): boolean {
  const answers = state === "answers" || (state === "undecided" && candidates.includes(organization));
  return answers && [organization, ...coordinators].some((each) => organizations.includes(each));
}

/** What an editor may decide: it waits for a decision, or nobody is left (R41, R42). */
export const OpenState = Holder.shape.state.exclude(["answers"]);

export function holderOf(organization: Id): Holder {
  return { state: "answers", organization, candidates: [] };
}

/**
 * Who is responsible after a change; undefined when the change does not affect it. `existed`: the recommendation was
 * published before the day of the change. A recommendation published later was addressed to the organization as the
 * change left it: a transfer of competence does not move it; where a split had ended the organization, an editor
 * decides, whatever the themes.
 */
export function holderAfter(
  holder: Holder,
  themes: readonly string[],
  change: OrganizationChange,
  existed: boolean,
): Holder | undefined {
  if (holder.state === "unassigned") return undefined;
  if (holder.state === "undecided") return whileUndecided(holder, themes, change, existed);
  return holderAfterOne(holder.organization, themes, change, existed);
}

function holderAfterOne(
  holder: Id,
  themes: readonly string[],
  { type, originals, results }: OrganizationChange,
  existed: boolean,
): Holder | undefined {
  if (!originals.includes(holder)) return undefined;
  const taking = results.filter((result) => overlap(result.themes, themes)).map(({ organization }) => organization);
  const [first] =
    type === "split" || type === "competenceTransferred" ? taking : results.map((each) => each.organization);
  switch (type) {
    case "created":
      return undefined;
    case "renamed":
    case "merged":
    case "absorbed":
      return first === undefined || first === holder ? undefined : holderOf(first);
    case "dissolved":
      return { state: "unassigned", organization: holder, candidates: [] };
    case "split":
      if (existed && first !== undefined && taking.length === 1) return holderOf(first);
      return undecidedHolder(
        holder,
        results.map(({ organization }) => organization),
      );
    case "competenceTransferred": {
      if (!existed || first === undefined) return undefined;
      const stays = themes.some((theme) => !results.some((result) => result.themes.includes(theme)));
      if (taking.length === 1 && !stays) return holderOf(first);
      return undecidedHolder(holder, [...(stays ? [holder] : []), ...taking]);
    }
  }
}

/**
 * While nobody has decided, the candidates themselves may change. When they all become one organization, it is
 * responsible whoever the right one was.
 */
function whileUndecided(
  holder: Holder,
  themes: readonly string[],
  change: OrganizationChange,
  existed: boolean,
): Holder | undefined {
  if (change.type === "created" || !holder.candidates.some((each) => change.originals.includes(each))) return undefined;
  const become = holder.candidates.map((each) => holderAfterOne(each, themes, change, existed) ?? holderOf(each));
  const candidates = new Set(
    become.flatMap((each) => (each.state === "answers" ? [each.organization] : each.candidates)),
  );
  const [only] = candidates;
  if (only === undefined) return { state: "unassigned", organization: holder.organization, candidates: [] };
  const nobodyLost = become.every(({ state }) => state === "answers");
  if (candidates.size === 1 && holder.candidates.length > 1 && nobodyLost) return holderOf(only);
  const same = candidates.size === holder.candidates.length && holder.candidates.every((each) => candidates.has(each));
  return same ? undefined : { ...holder, candidates: [...candidates] };
}

/**
 * Whether a transfer left something with its holder because its themes give it to nobody: an editor may decide
 * otherwise.
 */
export function isLeftByTransfer(holder: Holder, { type, originals }: OrganizationChange, existed: boolean): boolean {
  return (
    type === "competenceTransferred" && existed && holder.state === "answers" && originals.includes(holder.organization)
  );
}

function undecidedHolder(predecessor: Id, candidates: readonly Id[]): Holder {
  return { state: "undecided", organization: predecessor, candidates: [...new Set(candidates)] };
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((theme) => others.includes(theme));
}
