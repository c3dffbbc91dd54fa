import type { z } from "zod";
import { DomainError, type Issue } from "../domain-error.ts";
import { inputIssues } from "../text/input-issues.ts";
import { invalidCharacterWithin } from "../text/invalid-character.ts";

/** Parses the input of an act. Errors: invalidInput, or unknownInput for an unknown key, with the place. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const noText = invalidCharacterWithin(input);
  if (noText !== undefined) throw inputError("invalidInput", [{ name: noText.path.join("."), detail: noText.detail }]);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.every(({ code }) => code === "unrecognized_keys");
  throw inputError(
    unknown ? "unknownInput" : "invalidInput",
    parsed.error.issues.flatMap((issue) => issuesOf(issue, schema, input)),
  );
}

/** Reads several inputs, so that the faults of all are told at once. Errors: those of the first with the issues of each. */
export function parseTogether<First, Second>(first: () => First, second: () => Second): [First, Second] {
  const [one, other] = [tried(first), tried(second)];
  if ("read" in one && "read" in other) return [one.read, other.read];
  const errors = [one, other].flatMap((each) => ("error" in each ? each.error : []));
  const isInvalid = errors.some(({ code }) => code === "invalidInput");
  throw inputError(
    isInvalid ? "invalidInput" : "unknownInput",
    errors.flatMap(({ issues }) => issues),
  );
}

function tried<Read>(read: () => Read): { read: Read } | { error: DomainError } {
  try {
    return { read: read() };
  } catch (error) {
    if (error instanceof DomainError && (error.code === "invalidInput" || error.code === "unknownInput"))
      return { error };
    throw error;
  }
}

/** What is said of several faults, each of which has its own place. */
export const someDoesNotFit = "some of what is given does not fit";

/** Of a single fault the message says all; of several each has its own place. */
function inputError(code: "invalidInput" | "unknownInput", issues: readonly Issue[]): DomainError {
  const [only, ...more] = issues;
  const message =
    only === undefined || more.length > 0 ? someDoesNotFit : `${only.name ? `${only.name}: ` : ""}${only.detail}`;
  return new DomainError(code, message, issues);
}

function issuesOf(issue: z.core.$ZodIssue, schema: z.ZodType, input: unknown): Issue[] {
  const place = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ name: [...place, key].join("."), detail: "there is no such property" }));
  return inputIssues({ issues: [issue] }, schema, input).map(({ path, detail }) => ({ name: path.join("."), detail }));
}
