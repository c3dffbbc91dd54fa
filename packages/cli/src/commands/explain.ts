import { DomainError, textIn } from "@heed/core";
import { nearNames } from "@heed/core/naming/near-names";
import { heldBy, type RuleNumber, ruleNumbered, rules } from "@heed/core/rules/rules";
import type { Command } from "commander";
import { sayIn } from "../messages/say.ts";
import { type Format, formatOption, languageOption } from "../options/options.ts";
import { table } from "../present/table.ts";
import { hanging } from "../process/terminal.ts";
import { write, writeJson } from "../process/write.ts";

type Options = { format: Format; lang?: string };

/** Needs no database: the rules are part of the program. */
export function addExplain(program: Command): void {
  program
    .command("explain [rule]")
    .description(
      "A rule that a reason names, such as R14: what it says, who decided it, and what holds it; without one, all",
    )
    .addOption(formatOption())
    .addOption(languageOption())
    .action(async (rule: string | undefined, { format, lang }: Options) => {
      if (rule === undefined) return writeAll(format, lang);
      const shown = ruleJson(ruleNamed(rule), lang);
      await (format === "json" ? writeJson(shown) : write(ruleText(shown, lang)));
    });
}

function ruleNamed(given: string): RuleNumber {
  const number = ruleNumbered(given);
  if (number !== undefined) return number;
  const near = nearNames(given, Object.keys(rules));
  const meant = near.length > 0 ? `did you mean ${near.join(", ")}?` : "`heed explain` lists them all";
  throw new DomainError("unknownValue", `there is no rule ${JSON.stringify(given)}; ${meant}`);
}

function ruleJson(number: RuleNumber, lang: string | undefined) {
  const { title, text, source, open } = rules[number];
  const texts = { title: textIn(title, lang), text: textIn(text, lang) };
  return { number, ...texts, source, ...heldBy(rules[number]), ...(open && { open }) };
}

type Shown = ReturnType<typeof ruleJson>;

function ruleText({ number, title, text, source, implementedBy, test, open }: Shown, lang: string | undefined): string {
  const { explain: told } = sayIn(lang);
  const lines: [string, string | undefined][] = [
    [told.decidedBy, source],
    [told.function, placeText(implementedBy)],
    [told.test, placeText(test)],
    [told.open, open],
  ];
  const held = lines.flatMap(([name, value]) => (value === undefined ? [] : [hanging(name.padEnd(12), value)]));
  return `${number}  ${title}\n\n${hanging("", text)}\n\n${held.join("\n")}\n`;
}

function placeText(place: string | undefined): string | undefined {
  return place?.replace("#", ": ");
}

async function writeAll(format: Format, lang: string | undefined): Promise<void> {
  const items = (Object.keys(rules) as RuleNumber[]).map((number) => ruleJson(number, lang));
  if (format === "json") return writeJson({ total: items.length, items });
  const { heads } = sayIn(lang);
  await write(
    table<Shown>(
      [
        { head: heads.rule, of: ({ number }) => number },
        { head: heads.title, wide: true, of: ({ title }) => title },
        { head: heads.open, wide: true, of: ({ open }) => open ?? "" },
      ],
      items,
    ),
  );
}
