import { DomainError } from "@heed/core";
import { readDatabaseUrl } from "@heed/store";
import { type Command, Option } from "commander";
import { withPassword } from "../process/tracker.ts";
import { seconds } from "./options.ts";

export type ReplicaSettings = { replicas?: string; replicaLag: number; writesReach: "primary" | "replicas" };

export function addReplicaOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--replicas <addresses>",
        "copies that PostgreSQL keeps of the database, from which readers read: postgresql://…, separated by commas",
      ).env("HEED_REPLICAS"),
    )
    .addOption(
      new Option("--replica-lag <seconds>", "how far a replica may be behind; further behind, the primary is read")
        .env("HEED_REPLICA_LAG")
        .default(5)
        .argParser(seconds),
    )
    .addOption(
      new Option(
        "--writes-reach <where>",
        "when a write is answered: as soon as the primary has it, or as soon as the synchronous replicas of PostgreSQL show it",
      )
        .env("HEED_WRITES_REACH")
        .choices(["primary", "replicas"])
        .default("primary"),
    );
}

/** Read here and not by the option's own reader, because an error of commander's would show a password. Errors: invalidInput. */
export function replicasOf({ replicas, replicaLag }: ReplicaSettings) {
  if (!replicas) return undefined;
  const urls = replicas.split(",").map((each) => withPassword(each.trim()));
  for (const url of urls)
    if (readDatabaseUrl(url).dialect !== "postgresql")
      throw new DomainError("invalidInput", "--replicas (HEED_REPLICAS) names addresses of PostgreSQL: postgresql://…");
  return { urls, largestLag: replicaLag * 1000 };
}
