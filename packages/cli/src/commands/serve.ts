import type { FileOptions, LogLevel } from "@heed/api";
import { DomainError } from "@heed/core";
import { readYaml } from "@heed/files";
import { type DatabaseLimits, type FilesAt, messagesKeptAtLeast } from "@heed/store";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type AccessOptions, accessOf, addAccessOptions } from "../options/access-options.ts";
import { addMailOptions, type MailSettings, remindersOf } from "../options/mail-options.ts";
import { atLeastOne, count, days, port, seconds } from "../options/options.ts";
import { addReplicaOptions, type ReplicaSettings, replicasOf } from "../options/replica-options.ts";
import {
  addSessionOptions,
  clientSecretOf,
  type SessionOptions,
  sessionsOfOptions,
} from "../options/session-options.ts";
import { addWebhookOptions, type WebhookSettings } from "../options/webhook-options.ts";
import { leaveFaultsToTheService } from "../process/run.ts";
import { servicePath } from "../process/service-path.ts";
import { cannotOpen, databaseUrlOf, filesAtOf, madeText } from "../process/tracker.ts";
import { write, writeError } from "../process/write.ts";

type Options = AccessOptions &
  SessionOptions &
  MailSettings &
  WebhookSettings &
  ReplicaSettings & {
    port: number;
    host: string;
    logLevel: LogLevel;
    rateLimit: number;
    create?: boolean;
    signIn?: string;
    writeWait: number;
    statementTimeout: number;
    readConnections: number;
    writeConnections: number;
    largestFile: number;
    largestImport: number;
    virusScanner?: string;
    metricsPort?: number;
    metricsHost: string;
    drain: number;
    keepMessages: number;
  };

function limitsOf({
  writeWait,
  statementTimeout,
  readConnections,
  writeConnections,
  writesReach,
}: Options): DatabaseLimits {
  return {
    patience: writeWait * 1000,
    statementTimeout: statementTimeout * 1000,
    readConnections,
    writeConnections,
    writesReach,
  };
}

function filesOf({ largestFile, largestImport, virusScanner }: Options, at: FilesAt | undefined): FileOptions {
  return {
    limit: largestFile * 1_000_000,
    importLimit: largestImport * 1_000_000,
    ...(at !== undefined && { at }),
    ...(virusScanner && { scanner: virusScanner }),
  };
}

export function addServe(program: Command): void {
  addReplicaOptions(addWebhookOptions(addMailOptions(addSessionOptions(addAccessOptions(program.command("serve"))))))
    .description("Serve the pages, the API and its documents; upgrades the database first")
    .addOption(
      new Option("--port <port>", "0 takes a free port").env("HEED_PORT").default(3000, "3000").argParser(port),
    )
    .addOption(
      new Option("--host <address>", "the address to listen on")
        .env("HEED_HOST")
        .default("127.0.0.1")
        .argParser(hostName),
    )
    .addOption(
      new Option("--log-level <level>", "what the service logs: this level and what is graver")
        .env("HEED_LOG_LEVEL")
        .choices(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
        .default("warn"),
    )
    .addOption(
      new Option("--rate-limit <n>", "requests per client and minute; 0 sets no limit")
        .env("HEED_RATE_LIMIT")
        .default(600)
        .argParser(count),
    )
    .addOption(
      new Option("--largest-file <MB>", "the largest file of evidence that is taken")
        .env("HEED_LARGEST_FILE")
        .default(25)
        .argParser(atLeastOne),
    )
    .addOption(
      new Option("--largest-import <MB>", "the largest file that is imported")
        .env("HEED_LARGEST_IMPORT")
        .default(100)
        .argParser(atLeastOne),
    )
    .addOption(
      new Option(
        "--virus-scanner <address>",
        "clamd, which each file is shown to: tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl",
      ).env("HEED_VIRUS_SCANNER"),
    )
    .addOption(
      new Option("--metrics-port <port>", "answers GET /metrics there for Prometheus; without it there are none")
        .env("HEED_METRICS_PORT")
        .argParser(port),
    )
    .addOption(
      new Option("--metrics-host <address>", "the address of the metrics")
        .env("HEED_METRICS_HOST")
        .default("127.0.0.1")
        .argParser(hostName),
    )
    .addOption(
      new Option("--drain <seconds>", "how long a service that is told to stop says first that it is not ready")
        .env("HEED_DRAIN")
        .default(0)
        .argParser(seconds),
    )
    .addOption(
      new Option(
        "--keep-messages <days>",
        `after how many days a message that went out or was given up is erased; at least ${messagesKeptAtLeast}`,
      )
        .env("HEED_KEEP_MESSAGES")
        .default(365)
        .argParser(daysKept),
    )
    .option("--create", "create the database if there is none")
    .addOption(
      new Option(
        "--sign-in <file>",
        "an issuer of OpenID Connect whose tokens the API takes, at which people sign in on the pages, and what its claims give (docs/sign-in.md)",
      ).env("HEED_SIGN_IN"),
    )
    .addOption(
      new Option("--write-wait <seconds>", "how long a write waits for other writes before it is refused")
        .env("HEED_WRITE_WAIT")
        .default(5)
        .argParser(seconds),
    )
    .addOption(
      new Option("--statement-timeout <seconds>", "how long one statement may take on PostgreSQL; 0 sets no limit")
        .env("HEED_STATEMENT_TIMEOUT")
        .default(30)
        .argParser(seconds),
    )
    .addOption(
      new Option("--read-connections <n>", "connections to PostgreSQL for reads")
        .env("HEED_READ_CONNECTIONS")
        .default(16)
        .argParser(atLeastOne),
    )
    .addOption(
      new Option("--write-connections <n>", "connections to PostgreSQL for writes")
        .env("HEED_WRITE_CONNECTIONS")
        .default(16)
        .argParser(atLeastOne),
    )
    .action(async (options: Options, command: Command) => {
      const { SignInFile, startService } = await import("@heed/api");
      const signIn =
        options.signIn === undefined ? undefined : (await readYaml(options.signIn, SignInFile, "invalidInput")).value;
      const clientSecret = signIn && (await clientSecretOf(options.signIn ?? "", signIn, options.publicUrl));
      // Set up first: a caller may stop the service as soon as it reads the address.
      const stopped = stopSignal();
      leaveFaultsToTheService();
      const made = options.create ? madeText(command, await cannotOpen(databaseUrlOf(command))) : undefined;
      const service = await startService({
        url: databaseUrlOf(command),
        ...options,
        signIn,
        clientSecret,
        sessions: sessionsOfOptions(options),
        reminders: await remindersOf(options),
        webhooks: { allowedNetworks: options.webhookNetworks },
        messagesKept: options.keepMessages,
        limits: limitsOf(options),
        replicas: replicasOf(options),
        files: filesOf(options, await filesAtOf(command)),
        access: accessOf(options),
        metrics:
          options.metricsPort === undefined ? undefined : { port: options.metricsPort, host: options.metricsHost },
        drain: options.drain * 1000,
      }).catch((error: unknown) => {
        throw cannotListen(error, options) ?? error;
      });
      if (made !== undefined) writeError(made);
      const host = options.host.includes(":")
        ? `[${options.host}]`
        : options.host === "127.0.0.1"
          ? "localhost"
          : options.host;
      const address = `http://${host}:${service.port}`;
      const api = `${address}${servicePath}`;
      await write(`Heed is at ${address}/ for readers; its API is at ${api}, with its documents at ${api}/doc/\n`);
      await stopped;
      await service.close();
      // Connections that a hanging server left open must not keep the process alive.
      setTimeout(() => process.exit(), 500).unref();
    });
}

function daysKept(text: string): number {
  const kept = days(text);
  if (kept >= messagesKeptAtLeast) return kept;
  throw new InvalidArgumentError(`It is at least ${messagesKeptAtLeast}.`);
}

function hostName(text: string): string {
  // Without a name Node would listen on every address of the machine.
  if (text.trim() !== "" && !/\s/.test(text)) return text;
  throw new InvalidArgumentError("It is not an address or a host name, such as 127.0.0.1.");
}

/** Undefined when the error has nothing to do with the address. The system looks up the name, and takes the port. */
function cannotListen(error: unknown, options: Options): DomainError | undefined {
  const { code, syscall, port: asked } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall !== "listen" && syscall !== "bind" && syscall !== "getaddrinfo") return undefined;
  const isOfMetrics = asked !== undefined && asked === options.metricsPort && asked !== options.port;
  const [host, port] = isOfMetrics ? [options.metricsHost, asked] : [options.host, options.port];
  const [ofHost, ofPort] = isOfMetrics
    ? ["--metrics-host (HEED_METRICS_HOST)", "--metrics-port (HEED_METRICS_PORT)"]
    : ["--host (HEED_HOST)", "--port (HEED_PORT)"];
  const isHost = code !== "EADDRINUSE" && code !== "EACCES";
  return new DomainError("invalidInput", `cannot listen on ${host}:${port}: ${code}`, [
    isHost
      ? { name: ofHost, value: host, detail: "this machine has no such address" }
      : { name: ofPort, value: String(port), detail: "it is taken, or not allowed; name another" },
  ]);
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
