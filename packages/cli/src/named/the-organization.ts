import { DomainError, type Id } from "@heed/core";
import { organizationNamed } from "@heed/core/naming/named-filter";
import type { Tracker } from "../process/tracker.ts";
import { hints } from "./filter.ts";
import { wholeId } from "./whole-id.ts";

/** The one organization that an option names by id, code or name. Errors: unknownValue; ambiguousReference. */
export async function theOrganization(tracker: Tracker, option: string, name: string): Promise<Id> {
  const given = await wholeId(tracker, "organization", name, option);
  return organizationNamed(tracker.reads, tracker.reader, given, { name: option, hint: hints.organization });
}

/** The organizations that an option names, each as in theOrganization(). */
export async function organizationsOf(
  tracker: Tracker,
  option: string,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return given && Promise.all(given.map((name) => theOrganization(tracker, option, name)));
}

/**
 * A respondent speaks for organizations, and without one for nobody; the public speaks for none. Errors: invalidInput, with
 * the missing option.
 */
export function requireOwnOrganization(role: string, option: string, given: readonly string[] | undefined): void {
  const isGiven = (given ?? []).length > 0;
  if (role === "respondent" && !isGiven)
    throw new DomainError("invalidInput", `a respondent needs an organization: name it with ${option}`);
  if (role === "public" && isGiven)
    throw new DomainError(
      "invalidInput",
      `the public speaks for no organization: say with --role whose reader ${option} names, such as --role respondent`,
    );
}
