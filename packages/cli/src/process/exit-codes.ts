import type { ErrorCode } from "@heed/core";

/** The exit codes; docs/exit-codes.md lists them. */
export const exitCodes = {
  done: 0,
  /** Only with --exit-code: something is overdue. */
  overdue: 1,
  input: 2,
  database: 3,
  differs: 4,
  unexpected: 70,
  /** The disk is full, or the output cannot be written for another reason. */
  output: 74,
  /** The reader of a pipe closed it: the same code as the shell gives for other programs (128 + SIGPIPE). */
  readerGone: 141,
} as const;

export const exitCodeOf: Record<ErrorCode, number> = {
  invalidInput: exitCodes.input,
  unknownInput: exitCodes.input,
  notFound: exitCodes.input,
  ambiguousReference: exitCodes.input,
  duplicateReference: exitCodes.input,
  unknownCode: exitCodes.input,
  unknownOrganization: exitCodes.input,
  unknownValue: exitCodes.input,
  unreadableFile: exitCodes.input,
  invalidMapping: exitCodes.input,
  rowsRejected: exitCodes.input,
  versionConflict: exitCodes.input,
  idempotencyKeyReused: exitCodes.input,
  versionUnnamed: exitCodes.input,
  fileTooLarge: exitCodes.input,
  scannerUnreachable: exitCodes.unexpected,
  filesUnreachable: exitCodes.database,
  serviceBusy: exitCodes.unexpected,
  invalidStateTransition: exitCodes.input,
  reportingCycleClosed: exitCodes.input,
  missingPermission: exitCodes.input,
  databaseMissing: exitCodes.database,
  databaseOlder: exitCodes.database,
  databaseNewer: exitCodes.database,
  databaseForeign: exitCodes.database,
  databaseBusy: exitCodes.database,
  databaseUnreachable: exitCodes.database,
  databaseFull: exitCodes.database,
  databaseReadOnly: exitCodes.database,
  databaseDamaged: exitCodes.database,
  databaseLost: exitCodes.database,
  auditBroken: exitCodes.differs,
  projectionDiffers: exitCodes.differs,
};
