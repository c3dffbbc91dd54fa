import { DomainError } from "@heed/core";

/**
 * The version that the writer says it has read: this one, or one of several; `unnamed` when the writer had to name one
 * and did not. When absent, the write applies to any version.
 */
export type ExpectedVersion = number | readonly number[] | "unnamed";

/**
 * Why a write is refused: somebody else wrote meanwhile, or the writer did not name the version it read; undefined when
 * the write may go on.
 */
export function versionFault(
  what: string,
  version: number,
  expected: ExpectedVersion | undefined,
): DomainError | undefined {
  if (expected === undefined) return undefined;
  if (expected === "unnamed")
    return new DomainError("versionUnnamed", `a change of ${what} must say which version was read`);
  if ([expected].flat().includes(version)) return undefined;
  return new DomainError(
    "versionConflict",
    `${what} was changed meanwhile: it is at version ${version}; read it again`,
  );
}
