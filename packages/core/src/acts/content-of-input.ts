import { type ActName, acts } from "./acts.ts";
import type { FollowUpAct } from "./follow-up-act.ts";

/**
 * What an input says of the entry that the act makes: its own properties, or for a correction those that change. The input is as
 * it was received, so anything may be missing or of another type.
 */
export function contentOfInput(name: ActName, input: unknown): Readonly<Record<string, unknown>> {
  const { operation }: FollowUpAct = acts[name];
  const content = "changes" in operation ? propertiesOf(input).change : input;
  return propertiesOf(content);
}

function propertiesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
