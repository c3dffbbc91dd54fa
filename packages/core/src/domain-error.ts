/** The complete list of errors of the domain; each surface maps every code once. */
export const errorCodes = [
  "invalidInput",
  "unknownInput",
  "notFound",
  "ambiguousReference",
  "duplicateReference",
  "unknownCode",
  "unknownOrganization",
  "unknownValue",
  "unreadableFile",
  "invalidMapping",
  "rowsRejected",
  "versionConflict",
  "idempotencyKeyReused",
  "versionUnnamed",
  "fileTooLarge",
  "scannerUnreachable",
  "filesUnreachable",
  "serviceBusy",
  "invalidStateTransition",
  "reportingCycleClosed",
  "missingPermission",
  "databaseMissing",
  "databaseOlder",
  "databaseNewer",
  "databaseForeign",
  "databaseBusy",
  "databaseUnreachable",
  "databaseFull",
  "databaseReadOnly",
  "databaseDamaged",
  "databaseLost",
  "auditBroken",
  "projectionDiffers",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** One place in the input, and what is wrong there. */
export type Issue = {
  /** The file, as the user named it. */
  file?: string;
  /** The sheet of a workbook. */
  sheet?: string;
  /** The row of the file (the header is row 1); in a workbook the row of its sheet. */
  row?: number;
  /**
   * The line of the file on which the record starts, when it differs from the row because earlier cells have several
   * lines.
   */
  line?: number;
  /** The column, key or parameter. */
  name?: string;
  value?: string;
  detail: string;
};

/** The number of rows that issues are about; a row may have several. */
export function rowsOf(issues: readonly Issue[]): number {
  return new Set(issues.flatMap(({ row }) => row ?? [])).size;
}

export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly Issue[];
  constructor(code: ErrorCode, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.issues = issues;
  }
}

/** Whether what was asked is at fault: a failure of the database is no refusal, and befalls whatever is asked. */
export function isRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError && !error.code.startsWith("database");
}

/** Whether a check refuses. Errors: whatever it throws that is no refusal. */
export function isRefused(check: () => unknown): boolean {
  try {
    check();
    return false;
  } catch (error) {
    if (isRefusal(error)) return true;
    throw error;
  }
}
