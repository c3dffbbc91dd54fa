import { AssessedLevel, type Day, Lifecycle, Position, ReportedLevel } from "@heed/core";
import type { Command } from "commander";
import { asOfOption, knownAtOption, repeatable, yearsOption } from "./options.ts";

/** The answers by which follow-ups are found. */
export type AnswerOptions = {
  position?: Position[];
  reported?: ReportedLevel[];
  assessed?: AssessedLevel[];
  lifecycle?: Lifecycle[];
};

/** What recommendations are found by. */
export type RecommendationOptions = AnswerOptions & {
  asOf?: Day;
  knownAt?: string;
  search?: string;
  reference?: string[];
  report?: string[];
  year?: number[];
  theme?: string[];
  addressee?: string[];
  responsible?: string[];
  divergent?: boolean;
  unverified?: boolean;
  longOutstanding?: boolean;
  acceptanceWithdrawn?: boolean;
  undecided?: boolean;
  withoutAddressee?: boolean;
};

/** Adds the options by which recommendations are found. */
export function withRecommendationFilters(command: Command): Command {
  const found = command
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .option("--search <words>", "whole words of the reference, the title or the text; chiffre does not find chiffres")
    .addOption(repeatable("--reference <reference>", "the reference"))
    .addOption(repeatable("--report <reference>", "the report"))
    .addOption(yearsOption())
    .addOption(repeatable("--theme <theme>", "the theme"))
    .addOption(repeatable("--addressee <name>", "the addressee as printed"))
    .addOption(repeatable("--responsible <name>", "the organization responsible on that day"));
  return withAnswerFilters(found)
    .option("--divergent", "the addressee claims that all is done, the issuing body finds less")
    .option("--unverified", "claimed as done and not yet verified")
    .option("--long-outstanding", "not closed, owing, and first asked five years ago or more")
    .option(
      "--acceptance-withdrawn",
      "the addressee declines what it had accepted, or accepted again past a date that it had missed",
    )
    .option("--undecided", "waits for an editor to decide who is responsible after a change of organizations")
    .option("--without-addressee", "nobody owes anything for it");
}

/** Adds the options that narrow a list by the answers. */
export function withAnswerFilters(command: Command): Command {
  return command
    .addOption(repeatable("--position <position>", "the addressee's position", Position.options))
    .addOption(repeatable("--reported <level>", "the level that the addressee reports", ReportedLevel.options))
    .addOption(
      repeatable(
        "--assessed <level>",
        "the level that the issuing body finds for an addressee (not one set by override-level)",
        AssessedLevel.options,
      ),
    )
    .addOption(repeatable("--lifecycle <state>", "is it still followed", Lifecycle.options));
}
