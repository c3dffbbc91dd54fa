import { DomainError, type Id, Role } from "@heed/core";
import type { NamedKind } from "@heed/core/acting/property-kind";
import type { DeadlineTarget } from "@heed/core/follow-up/entries/deadline-target";
import type { GivenProperty, Values } from "../options/input-options.ts";
import type { Tracker } from "../process/tracker.ts";
import { filterOf } from "./filter.ts";
import { entryAmong } from "./the-entry.ts";
import { theFollowUp } from "./the-follow-up.ts";
import { theItem } from "./the-item.ts";
import { theOrganization } from "./the-organization.ts";
import { theRecommendation } from "./the-recommendation.ts";
import { theSection } from "./the-section.ts";
import { wholeId } from "./whole-id.ts";

/** Where a name stands: on the draft in which a recommendation is meant, or among the entries of a follow-up. */
type Within = { draft?: Id | undefined; entries?: readonly Id[] };
type Place = Within & { option: string };
type LookUp<Given = string> = (tracker: Tracker, given: Given, place: Place) => unknown;

/** The input of an act with ids for the names in it, each found by what its property is. */
export async function lookedUp(
  tracker: Tracker,
  input: Values,
  given: readonly GivenProperty[],
  within: Within = {},
): Promise<Values> {
  const found: Record<string, unknown> = { ...input, ...(await filtered(tracker, input, given)) };
  for (const { property, kind, option } of given) {
    const [value, lookUp] = [input[property], lookUps[kind as SingleName | "deadline"]];
    if (value === undefined || lookUp === undefined) continue;
    const find = (name: unknown) => (lookUp as LookUp<unknown>)(tracker, name, { option, ...within });
    found[property] = Array.isArray(value) ? await Promise.all(value.map(find)) : await find(value);
  }
  return found;
}

type FilterName = "addressee" | "report" | "theme";
type SingleName = Exclude<NamedKind, FilterName>;

const filters: readonly string[] = ["addressee", "report", "theme"] satisfies FilterName[];

/** Those that are found as the filters of a list are: all of them at once. */
async function filtered(tracker: Tracker, input: Values, given: readonly GivenProperty[]): Promise<Values> {
  const named = given.filter(({ property, kind }) => filters.includes(kind) && input[property] !== undefined);
  if (named.length === 0) return {};
  const found: Values = await filterOf(
    tracker,
    Object.fromEntries(named.map(({ property, kind }) => [kind, input[property]])),
  );
  return Object.fromEntries(named.map(({ property, kind }) => [property, found[kind]]));
}

const lookUps: Record<SingleName, LookUp> & { deadline: LookUp<DeadlineTarget> } = {
  organization: (tracker, name, { option }) => theOrganization(tracker, option, name),
  organizationChange: (tracker, name, { option }) => wholeId(tracker, "organizationChange", name, option),
  followUp: async (tracker, name) => (await theFollowUp(tracker, name, {}, tracker.today, false)).id,
  collectedItem: (tracker, name) => theItem(tracker, name, undefined, false),
  reportSection: (tracker, name) => theSection(tracker, name, undefined),
  entry: (_, name, { option, entries = [] }) => entryAmong(entries, name, option),
  deadline: (_, target, { option, entries = [] }) =>
    target.kind === "commitment" ? { ...target, commitment: entryAmong(entries, target.commitment, option) } : target,
  recommendation: async (tracker, name, { draft }) =>
    (await theRecommendation(tracker, name, draft === undefined ? undefined : [draft], tracker.today, false)).id,
  addresseeInRole,
  result: resultNamed,
};

/** `Justice:joint` */
async function addresseeInRole(tracker: Tracker, given: string, { option }: Place): Promise<object> {
  const [name = "", role] = given.split(/:(?=[^:]*$)/);
  const parsed = Role.optional().safeParse(role);
  if (!parsed.success)
    throw new DomainError("invalidInput", "an addressee cannot be read", [
      { name: option, value: given, detail: `the role is one of ${Role.options.join(", ")}` },
    ]);
  return {
    organization: await theOrganization(tracker, option, name),
    ...(parsed.data && { role: parsed.data }),
  };
}

/** `Home Affairs:asylum,migration` */
async function resultNamed(tracker: Tracker, given: string, { option }: Place): Promise<object> {
  const [name = "", themes = ""] = given.split(/:(?=[^:]*$)/);
  const list = themes.split(",").map((theme) => theme.trim());
  return {
    organization: await theOrganization(tracker, option, name),
    themes: list.filter((theme) => theme !== ""),
  };
}
