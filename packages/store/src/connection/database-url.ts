import { DomainError } from "@heed/core";

/** Where a record is stored: a file of SQLite or a database of PostgreSQL. */
export type DatabaseUrl = { dialect: "sqlite"; file: string } | { dialect: "postgresql"; url: string };

/** Reads `file:PATH` or `postgresql://…`; throws invalidInput for anything else. No message contains the password. */
export function readDatabaseUrl(text: string): DatabaseUrl {
  if (text.startsWith("file:")) {
    const file = decoded(text.slice("file:".length).replace(/^\/\/(?=\/)/, ""));
    if (file === "") throw new DomainError("invalidInput", "the database URL file: names no file");
    return { dialect: "sqlite", file };
  }
  if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
    if (!URL.canParse(text)) throw new DomainError("invalidInput", "the PostgreSQL database URL cannot be read");
    return { dialect: "postgresql", url: text };
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0] ?? "";
  throw new DomainError(
    "invalidInput",
    `a database URL begins with file: or postgresql://${scheme === "" ? "" : `, not with ${scheme}`}`,
  );
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    throw new DomainError("invalidInput", "the database URL cannot be read: a % in it begins no character; write %25");
  }
}

/**
 * The parameters of a URL that may be shown, besides host and name. Any other could be a secret, such as `?password=`
 * or `?sslpassword=`.
 */
const harmless = ["host", "port", "dbname", "user", "sslmode", "application_name", "connect_timeout", "schema"];

/** The URL for messages and logs, without any password in it. */
export function shownDatabaseUrl(text: string): string {
  if (text.startsWith("file:")) return text;
  if (!URL.canParse(text)) return "postgresql://…";
  const url = new URL(text);
  if (url.password !== "") url.password = "***";
  for (const name of [...url.searchParams.keys()]) if (!harmless.includes(name)) url.searchParams.set(name, "***");
  return url.toString();
}

/**
 * The database file that is used when none is named, in the user's data folder (XDG base directories, or that of the
 * platform).
 */
export function defaultDatabaseUrl(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  const xdg = environment.XDG_DATA_HOME;
  if (xdg) return `file:${xdg}/heed/heed.sqlite`;
  if (platform === "darwin") return `file:${home}/Library/Application Support/heed/heed.sqlite`;
  if (platform === "win32") return `file:${environment.LOCALAPPDATA ?? home}/heed/heed.sqlite`;
  return `file:${home}/.local/share/heed/heed.sqlite`;
}
