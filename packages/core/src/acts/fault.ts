import { DomainError, type ErrorCode } from "../domain-error.ts";

/** What is wrong with an entry; `name` is the property at fault. */
export type Fault = { code: ErrorCode; message: string; name?: string; value?: string; detail?: string };

export function inputFault(name: string, message: string, value?: string, detail?: string): Fault {
  return {
    code: "invalidInput",
    message,
    name,
    ...(value !== undefined && { value }),
    ...(detail !== undefined && { detail }),
  };
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
    return [
      {
        code,
        message,
        ...(name !== undefined && { name }),
        ...(value !== undefined && { value }),
        ...(detail !== undefined && { detail }),
      },
    ];
  }
}
