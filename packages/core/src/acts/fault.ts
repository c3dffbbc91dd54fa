import { DomainError, type ErrorCode, type Issue } from "../domain-error.ts";
import { withoutAbsent } from "../without-absent.ts";

/** What is wrong with an entry; `name` is the property at fault. */
export type Fault = { code: ErrorCode; message: string; name?: string; value?: string; detail?: string };

export function inputFault(name: string, message: string, value?: string, detail?: string): Fault {
  return withoutAbsent({ code: "invalidInput" as const, message, name, value, detail });
}

/** The same as one of several issues: what is wrong, at its place. */
export function issueOf({ message, name, value }: Fault): Issue {
  return withoutAbsent({ name, value, detail: message });
}

/** What a check refuses, as a fault of the entry. */
export function refused(check: () => unknown): Fault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, issues } = error;
    const { name, value, detail } = issues[0] ?? {};
    return [withoutAbsent({ code, message, name, value, detail })];
  }
}
