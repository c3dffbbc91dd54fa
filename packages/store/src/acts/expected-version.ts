import { DomainError } from "@heed/core";

/**
 * What a writer says that he has read: this version, or one of these; `unnamed` where he had to say it and did not. Absent, he
 * writes on whatever stands there.
 */
export type ExpectedVersion = number | readonly number[] | "unnamed";

/** Why nothing is written: someone else wrote meanwhile, or it was not said what had been read; undefined where all is well. */
export function versionFault(
  what: string,
  version: number,
  expected: ExpectedVersion | undefined,
): DomainError | undefined {
  if (expected === undefined) return undefined;
  if (expected === "unnamed")
    return new DomainError("versionUnnamed", `${what} is changed by who says what he has read`);
  if ([expected].flat().includes(version)) return undefined;
  return new DomainError(
    "versionConflict",
    `${what} was changed meanwhile: it is at version ${version}; read it again`,
  );
}
