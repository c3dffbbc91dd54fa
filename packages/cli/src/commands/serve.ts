import { DomainError } from "@heed/core";
import { type Command, Option } from "commander";
import { count } from "../options.ts";
import { write } from "../present/write.ts";
import { leaveFaultsToTheService } from "../run.ts";
import { databaseUrlOf } from "../tracker.ts";

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("Serve the API and its documents; upgrades the database first")
    .addOption(
      new Option("--port <port>", "0 takes a free one").env("HEED_PORT").default(3000, "3000").argParser(count),
    )
    .addOption(new Option("--host <address>", "the address to listen on").env("HEED_HOST").default("127.0.0.1"))
    .action(async (options: { port: number; host: string }, command: Command) => {
      const { startService } = await import("@heed/api");
      leaveFaultsToTheService();
      const service = await startService({ url: databaseUrlOf(command), ...options }).catch((error: unknown) => {
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
      await stopSignal();
      await service.close();
    });
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
