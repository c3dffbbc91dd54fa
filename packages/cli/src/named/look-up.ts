import { DomainError, type Id, Role } from "@heed/core";
import type { NamedKind } from "@heed/core/acting/property-kind";
import type { GivenProperty, Values } from "../options/input-options.ts";
import { filterOf, type Tracker, theOrganization } from "../process/tracker.ts";
import { theFollowUp } from "./the-follow-up.ts";
import { theRecommendation } from "./the-recommendation.ts";

/** Where a name was given: the option, and the draft in which a recommendation is meant. */
type Place = { option: string; within?: Id | undefined };
type LookUp = (tracker: Tracker, name: string, place: Place) => Promise<unknown>;

/** The input of an act with ids for the names in it, each found by what its property is. */
export async function lookedUp(
  tracker: Tracker,
  input: Values,
  given: readonly GivenProperty[],
  within?: Id,
): Promise<Values> {
  const found: Record<string, unknown> = { ...input, ...(await filtered(tracker, input, given)) };
  for (const { property, kind, option } of given) {
    const [value, lookUp] = [input[property], lookUps[kind as SingleName]];
    if (value === undefined || lookUp === undefined) continue;
    const find = (name: string) => lookUp(tracker, name, { option, within });
    found[property] = Array.isArray(value) ? await Promise.all(value.map(find)) : await find(value as string);
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

const lookUps: Record<SingleName, LookUp> = {
  organization: (tracker, name, { option }) => theOrganization(tracker, option, name),
  followUp: (tracker, name) => theFollowUp(tracker, name, {}, tracker.today, false),
  recommendation: async (tracker, name, { within }) =>
    (await theRecommendation(tracker, name, within === undefined ? undefined : [within], tracker.today, false)).id,
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
