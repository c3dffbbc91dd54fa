import { DomainError, type ErrorCode } from "../domain-error.ts";
import { withoutAbsent } from "../without-absent.ts";

/** What is wrong with an entry; `name` is the property at fault. */
export type Fault = { code: ErrorCode; message: string; name?: string; value?: string; detail?: string };

export function inputFault(name: string, message: string, value?: string, detail?: string): Fault {
  return withoutAbsent({ code: "invalidInput" as const, message, name, value, detail });
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
