import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addActs } from "./commands/acts.ts";
import { addAudit } from "./commands/audit.ts";
import { addCycle } from "./commands/cycle.ts";
import { addDatabase } from "./commands/database.ts";
import { addFollowUp } from "./commands/follow-up.ts";
import { addImport } from "./commands/import.ts";
import { addOrganization } from "./commands/organization.ts";
import { addOverdue } from "./commands/overdue.ts";
import { addProgress } from "./commands/progress.ts";
import { addRecommendation } from "./commands/recommendation.ts";
import { addRecommendationActs } from "./commands/recommendation-acts.ts";
import { addReport } from "./commands/report.ts";
import { addServe } from "./commands/serve.ts";
import { addStale } from "./commands/stale.ts";
import { addToken } from "./commands/token.ts";

/** Tells the exit code of a command that ended well but with news. */
export type Exit = (code: number) => void;

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  version: string;
};

export function heedProgram(exit: Exit): Command {
  const program = new Command("heed")
    .description("What became of the recommendations: what is overdue, for whom, by how much, and why.")
    .option("--database <url>", "file:… or postgresql://…; else HEED_DATABASE, else a file in your data folder")
    .version(version)
    .exitOverride()
    // Every error begins alike, be it commander's or a command's (docs/exit-codes.md).
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "heed: ")) })
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true });
  addOverdue(program, exit);
  addStale(program);
  addRecommendation(program);
  addRecommendationActs(program);
  addFollowUp(program);
  addProgress(program);
  addActs(program);
  addReport(program);
  addCycle(program);
  addOrganization(program);
  addImport(program);
  addDatabase(program, exit);
  addAudit(program, exit);
  addToken(program);
  addServe(program);
  return program;
}
