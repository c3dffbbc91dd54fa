/** What a key of the configuration names, where it is more than a text; `database` is one address of a database, or several. */
type KeyKind = "plain" | "path" | "database";

/**
 * Every key of the configuration file, in the order in which it is shown. Each stands for the variable of the environment that
 * variableOf() gives.
 */
export const configurationKeys = {
  database: "database",
  databasePasswordFile: "path",
  files: "path",
  filesEndpoint: "plain",
  filesRegion: "plain",
  filesKey: "plain",
  filesSecretFile: "path",
  postgresqlPrograms: "path",
  backupFolder: "path",
  host: "plain",
  port: "plain",
  publicUrl: "plain",
  trustProxy: "plain",
  allowOrigin: "plain",
  dataLicence: "plain",
  contact: "plain",
  rateLimit: "plain",
  metricsPort: "plain",
  metricsHost: "plain",
  drain: "plain",
  logLevel: "plain",
  signIn: "path",
  sessionIdle: "plain",
  sessionLimit: "plain",
  largestFile: "plain",
  largestImport: "plain",
  virusScanner: "plain",
  writeWait: "plain",
  statementTimeout: "plain",
  readConnections: "plain",
  writeConnections: "plain",
  writesReach: "plain",
  replicas: "database",
  replicaLag: "plain",
  mailServer: "plain",
  mailPasswordFile: "path",
  mailFrom: "plain",
  mailBounce: "plain",
  mailHour: "plain",
  keepMessages: "plain",
  webhookNetworks: "plain",
} as const satisfies Readonly<Record<string, KeyKind>>;

export type ConfigurationKey = keyof typeof configurationKeys;

export const keyNames = Object.keys(configurationKeys) as ConfigurationKey[];

/** The variable of the environment that says the same as a key: HEED_MAIL_HOUR for mailHour. */
export function variableOf(key: ConfigurationKey): string {
  return `HEED_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** Variables of the environment that the configuration file does not have: secrets, and what is for one command alone. */
export const otherVariables: readonly string[] = ["HEED_CONFIG", "HEED_TOKEN", "HEED_CLIENT_SECRET", "HEED_DEBUG"];
