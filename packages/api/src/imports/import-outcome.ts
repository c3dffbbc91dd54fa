import { DomainError } from "@heed/core";
import type { ImportOutcome } from "@heed/core/import-jobs/import-job";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";

/** Of more faults nobody reads the places; their number is told. */
const mostPlaces = 1_000;

export function doneWith(result: ImportResult): ImportOutcome {
  return { state: "done", result: { ...result, rejected: result.rejected.slice(0, mostPlaces) } };
}

/** The file, or what was asked of it, is at fault. */
export function refusedBy({ code, message, issues }: DomainError): ImportOutcome {
  const rejectedRows = new Set(issues.flatMap(({ row }) => row ?? [])).size;
  return {
    state: "refused",
    problem: {
      ...{ code, detail: message, issues: issues.slice(0, mostPlaces) },
      ...(code === "rowsRejected" && { rejectedRows }),
    },
  };
}

/** The service is at fault, or the database: no text of theirs reaches a client. */
export function failedBy(error: unknown): ImportOutcome {
  const busy = error instanceof DomainError;
  return {
    state: "failed",
    problem: {
      code: busy ? error.code : "unexpected",
      detail: busy ? "The database cannot be used now. Try again." : "Something failed on our side. It was noted.",
      issues: [],
    },
  };
}
