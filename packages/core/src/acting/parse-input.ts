import type { z } from "zod";
import { DomainError, type Issue } from "../domain-error.ts";
import { invalidCharacterWithin } from "../text/invalid-character.ts";

/** Parses the input of an act. Errors: invalidInput, or unknownInput for an unknown key, with the place. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const noText = invalidCharacterWithin(input);
  if (noText !== undefined)
    throw new DomainError("invalidInput", "the act cannot be read", [
      { name: noText.path.join("."), detail: noText.detail },
    ]);
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.every(({ code }) => code === "unrecognized_keys");
  throw new DomainError(
    unknown ? "unknownInput" : "invalidInput",
    "the act cannot be read",
    parsed.error.issues.flatMap(issuesOf),
  );
}

function issuesOf(issue: z.core.$ZodIssue): Issue[] {
  const place = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ name: [...place, key].join("."), detail: "there is no such property" }));
  return [{ name: place.join("."), detail: issue.message }];
}
