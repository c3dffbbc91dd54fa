import { DomainError, type ErrorCode } from "@heed/core";

type Failure = readonly [code: ErrorCode, message: string];

const busy: Failure = ["databaseBusy", "others are writing to the database; try again"];
const unreachable: Failure = ["databaseUnreachable", "the database server cannot be reached"];

/** By the beginning of the server's SQLSTATE, longer ones first: its first two characters are its class. */
const failures: readonly (readonly [begin: string, failure: Failure])[] = [
  ["08", unreachable],
  ["25006", ["databaseReadOnly", "the database is read-only"]],
  ["28", ["databaseUnreachable", "the database server refuses this user"]],
  ["3D000", ["databaseMissing", "there is no such database on the server"]],
  ["3F000", ["databaseMissing", "there is no such schema in the database"]],
  ["40001", busy],
  ["40P01", busy],
  ["42501", ["databaseReadOnly", "this user may not read or write the database"]],
  ["42P01", ["databaseLost", "the record is no longer in the database"]],
  ["53100", ["databaseFull", "the disk of the database is full; nothing was written"]],
  ["53300", ["databaseBusy", "the database server has no connection left; try again"]],
  ["53", ["databaseBusy", "the database server has no room for this now; try again"]],
  ["55P03", busy],
  ["57014", ["databaseBusy", "the database took too long to answer; try again"]],
  ["57P", unreachable],
  ["58", ["databaseDamaged", "the files of the database cannot be read or written"]],
  ["XX001", ["databaseDamaged", "the database is damaged"]],
  ["XX002", ["databaseDamaged", "an index of the database is damaged"]],
];

/** Messages of the driver that come without a code of the server. */
const told: readonly (readonly [RegExp, Failure])[] = [
  [
    /timeout exceeded when trying to connect/,
    ["databaseBusy", "all connections to the database are in use; try again"],
  ],
  [/^Query read timeout$/, ["databaseUnreachable", "the database server does not answer"]],
  [/Connection terminated|timeout expired|not queryable|SSL|server does not support/i, unreachable],
];

const network = /^(E[A-Z]{2,}|UND_ERR.*|ERR_.*|CERT_.*|DEPTH_.*|SELF_SIGNED.*|UNABLE_.*)$/;

/**
 * An error of the driver as an error of the domain, with the server's message in it; any other error is given back
 * unchanged.
 */
export function postgresqlFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error;
  const { code = "", message } = error as Error & { code?: string };
  const found =
    failures.find(([begin]) => code.startsWith(begin))?.[1] ??
    told.find(([pattern]) => pattern.test(message))?.[1] ??
    (network.test(code) ? unreachable : undefined);
  if (found === undefined) return error;
  return Object.assign(new DomainError(found[0], `${found[1]} (${message || code})`), { cause: error });
}

/** Whether the server ended a connection that was open. */
export function isEndedConnection(error: unknown): boolean {
  if (!(error instanceof DomainError) || error.code !== "databaseUnreachable") return false;
  const { code, message } = error.cause as Error & { code?: string };
  return code === "57P01" || code === "ECONNRESET" || /Connection terminated|not queryable/.test(message);
}
