import { DomainError } from "@heed/core";
import type { DatabaseLimits } from "@heed/store";
import { type Command, Option } from "commander";
import { type AccessOptions, accessOf, addAccessOptions } from "../options/access-options.ts";
import { atLeastOne, count, seconds } from "../options/options.ts";
import { leaveFaultsToTheService } from "../process/run.ts";
import { databaseUrlOf } from "../process/tracker.ts";
import { write } from "../process/write.ts";

type Options = AccessOptions & {
  port: number;
  host: string;
  rateLimit: number;
  create?: boolean;
  writeWait: number;
  statementTimeout: number;
  readConnections: number;
  writeConnections: number;
};

function limitsOf({ writeWait, statementTimeout, readConnections, writeConnections }: Options): DatabaseLimits {
  return {
    patience: writeWait * 1000,
    statementTimeout: statementTimeout * 1000,
    readConnections,
    writeConnections,
  };
}

export function addServe(program: Command): void {
  addAccessOptions(program.command("serve"))
    .description("Serve the API and its documents; upgrades the database first")
    .addOption(
      new Option("--port <port>", "0 takes a free port").env("HEED_PORT").default(3000, "3000").argParser(count),
    )
    .addOption(new Option("--host <address>", "the address to listen on").env("HEED_HOST").default("127.0.0.1"))
    .addOption(
      new Option("--rate-limit <n>", "requests per client and minute; 0 sets no limit")
        .env("HEED_RATE_LIMIT")
        .default(600)
        .argParser(count),
    )
    .option("--create", "create the database if there is none")
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
      const { startService } = await import("@heed/api");
      // Set up first: a caller may stop the service as soon as it reads the address.
      const stopped = stopSignal();
      leaveFaultsToTheService();
      const service = await startService({
        url: databaseUrlOf(command),
        ...options,
        limits: limitsOf(options),
        access: accessOf(options),
      }).catch((error: unknown) => {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== "EADDRINUSE" && code !== "EACCES" && code !== "EADDRNOTAVAIL") throw error;
        throw new DomainError("invalidInput", `cannot listen on ${options.host}:${options.port}: ${code}`);
      });
      const host = options.host.includes(":")
        ? `[${options.host}]`
        : options.host === "127.0.0.1"
          ? "localhost"
          : options.host;
      await write(
        `Heed is at http://${host}:${service.port}/recommendationFollowUp/v1; its documents at http://${host}:${service.port}/recommendationFollowUp/v1/doc/\n`,
      );
      await stopped;
      await service.close();
      // Connections that a hanging server left open must not keep the process alive.
      setTimeout(() => process.exit(), 500).unref();
    });
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
