import { DomainError, type Id } from "@heed/core";
import type { Context } from "./operation.ts";

/** The organizations that a parameter names. Errors: unknownOrganization with the parameter. */
export async function organizationsNamed(
  { reads }: Context,
  name: string,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return allNamed(name, given, "unknownOrganization", "no organization has this id, code or name", (text) =>
    reads.organizationsNamed(text),
  );
}

export async function reportsNamed(
  { reads, reader }: Context,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return allNamed("report", given, "invalidInput", "no report has this id or reference", (text) =>
    reads.reportsNamed(reader, text),
  );
}

async function allNamed(
  name: string,
  given: readonly string[] | undefined,
  code: "unknownOrganization" | "invalidInput",
  detail: string,
  find: (text: string) => Promise<readonly Id[]>,
): Promise<readonly Id[] | undefined> {
  if (given === undefined) return undefined;
  const found = await Promise.all(given.map(find));
  const issues = given.flatMap((value, index) => (found[index]?.length === 0 ? [{ name, value, detail }] : []));
  if (issues.length > 0) throw new DomainError(code, "a parameter names nothing that is known", issues);
  return found.flat();
}
