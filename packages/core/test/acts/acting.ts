import type { ActionRole } from "../../src/acting/action-rule.ts";
import {
  type ActContext,
  type ActName,
  DomainError,
  decideAct,
  type Entry,
  defaultSettings as settings,
} from "../../src/index.ts";

/** The day of the acts in these tests. */
export const today = "2024-05-02";

export function context(
  followUpCase: ActContext["case"],
  role: ActionRole,
  change: Partial<ActContext["actor"]> = {},
): ActContext {
  let made = 0;
  return {
    case: followUpCase,
    actor: {
      id: "a-lambert",
      name: "A. Lambert",
      role,
      organizations: role === "respondent" ? ["justice"] : [],
      ...change,
    },
    at: `${today}T09:00:00Z`,
    today,
    settings,
    newId: () => `new-${++made}`,
  };
}

export function attempt(name: ActName, input: object, where: ActContext): Entry[] | DomainError {
  try {
    return decideAct(name, where, input);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The error by which an act is refused. */
export function refusal(
  name: ActName,
  input: object,
  where: ActContext,
): Pick<DomainError, "code" | "message"> & { places: string[] } {
  const result = attempt(name, input, where);
  if (!(result instanceof DomainError)) throw new Error(`${name} was allowed`);
  return { code: result.code, message: result.message, places: result.issues.map(({ name: place }) => place ?? "") };
}
