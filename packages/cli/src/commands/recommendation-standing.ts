import { type Day, textIn } from "@heed/core";
import type { LevelOverride } from "@heed/core/recommendation-standing/level-override";
import type { Command } from "commander";
import { sayIn } from "../messages/say.ts";
import { notFound, theRecommendation } from "../named/the-recommendation.ts";
import { requireLanguageFits } from "../options/fits-format.ts";
import {
  asOfOption,
  type Format,
  formatOption,
  knownAtOption,
  languageOption,
  repeatable,
} from "../options/options.ts";
import { standingJson, standingText } from "../present/recommendation-standing.ts";
import { table } from "../present/table.ts";
import { dayText } from "../present/words.ts";
import { shortId } from "../process/short-id.ts";
import { knownAtOf, type Tracker, withTracker } from "../process/tracker.ts";
import { write, writeJson } from "../process/write.ts";

type Options = { report?: string[]; asOf?: Day; knownAt?: string; format: Format; lang?: string };

/** Adds a command on recommendations. */
export function addRecommendationStanding(program: Command): void {
  program.commands
    .find((each) => each.name() === "recommendation")
    ?.command("standing <reference>")
    .description("How a recommendation stands over its follow-ups and parts, why, and where the issuing body put it")
    .addOption(repeatable("--report <reference>", "the report, where several have the reference"))
    .addOption(asOfOption())
    .addOption(knownAtOption())
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (reference: string, options: Options, command: Command) => {
      requireLanguageFits(options);
      await withTracker(command, (tracker) => show(tracker, reference, options));
    });
}

async function show(tracker: Tracker, reference: string, options: Options): Promise<void> {
  const { reads, reader, today } = tracker;
  const { asOf = today, lang } = options;
  const { knownAt } = knownAtOf(tracker, options.knownAt);
  const { id, report } = await theRecommendation(tracker, reference, options.report, asOf);
  const standing = await reads.recommendationStanding(reader, id, asOf, knownAt);
  if (standing === undefined) throw notFound(reference);
  const overrides = await reads.levelOverrides(reader, id, knownAt);
  if (options.format === "json")
    return writeJson({ asOf, recommendation: id, standing: standingJson(standing), overrides });
  const set = overrides.length === 0 ? "" : `\n${overridesText(overrides, lang)}`;
  const say = sayIn(lang);
  await write(`${standingText(standing, dayText(say, asOf, options.knownAt), asOf, report, say)}\n${set}`);
}

function overridesText(overrides: readonly LevelOverride[], lang: string | undefined): string {
  const { heads, label, recommendation } = sayIn(lang);
  const ids = overrides.map(({ id }) => id);
  return table<LevelOverride>(
    [
      { head: heads.from, of: ({ on }) => on },
      {
        head: heads.level,
        of: ({ level, withdraws = "" }) =>
          level ? label("assessedLevel", level) : recommendation.isWithdrawn(shortId(withdraws, ids)),
      },
      { head: heads.why, wide: true, of: ({ reason }) => textIn(reason, lang) },
      { head: heads.by, of: ({ actor = "" }) => actor },
      { head: heads.id, of: ({ id }) => shortId(id, ids) },
    ],
    overrides,
  );
}
