/** The closed list of what can go wrong in the domain; each surface maps every code once. */
export type ErrorCode =
  | "invalidInput"
  | "unknownInput"
  | "notFound"
  | "ambiguousReference"
  | "duplicateReference"
  | "unknownCode"
  | "unknownOrganization"
  | "unknownValue"
  | "unreadableFile"
  | "invalidMapping"
  | "rowsRejected"
  | "versionConflict"
  | "idempotencyKeyReused"
  | "versionUnnamed"
  | "invalidStateTransition"
  | "reportingCycleClosed"
  | "missingPermission"
  | "databaseMissing"
  | "databaseOlder"
  | "databaseNewer"
  | "databaseForeign"
  | "databaseBusy"
  | "databaseUnreachable"
  | "databaseFull"
  | "databaseReadOnly"
  | "databaseDamaged"
  | "databaseLost"
  | "auditBroken"
  | "projectionDiffers";

/** One place in the input that is wrong. */
export type Issue = {
  /** File, as the user named it. */
  file?: string;
  /** Of a workbook. */
  sheet?: string;
  /** Row of the file, its header being the first; of a workbook the row of its sheet. */
  row?: number;
  /** Line of the file on which the record starts, where that is another number: a cell before it holds several lines. */
  line?: number;
  /** Column, key or parameter. */
  name?: string;
  value?: string;
  detail: string;
};

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
