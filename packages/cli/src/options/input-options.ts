import { DomainError } from "@heed/core";
import type { CommandOptions, OptionText } from "@heed/core/acting/act-texts";
import { type Property, type PropertyKind, propertyOf } from "@heed/core/acting/property-kind";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { NewEvidenceItem } from "@heed/core/follow-up/entries/evidence";
import { withoutAbsent } from "@heed/core/without-absent";
import { Option } from "commander";
import { type LocalEvidence, localEvidence } from "../acting/local-file.ts";
import { dueDate, jsonObject, plainTextOption, textOption } from "./act-options.ts";
import type { CitedEvidence } from "./cited-evidence.ts";
import { day, repeatable, year } from "./options.ts";
import { responsePeriodOptions } from "./response-period-options.ts";
import { settingOption } from "./setting-option.ts";

export type Values = Readonly<Record<string, unknown>>;
type InputOption = { options: Option[]; valueIn: (values: Values) => unknown };

/** A property of the input, what it is, and the option by which it is given. */
export type GivenProperty = { property: string; kind: PropertyKind; option: string };

/** The options of an act's command, and the input that their values are, with names as they are written. */
export type InputOptions = {
  options: readonly Option[];
  inputOf: (values: Values) => Values;
  given: readonly GivenProperty[];
};

/** Each option is read by what its property is; `others` are no properties of the input. */
export function inputOptions(
  input: FollowUpAct["input"] | undefined,
  texts: CommandOptions,
  others: Readonly<Record<string, Property>> = {},
): InputOptions {
  const read = (Object.entries(texts) as [string, OptionText][]).map(([property, [flags, about, as]]) => {
    const is = others[property] ?? propertyOf(input, property, as);
    const { options, valueIn } = optionOf(flags, about, is);
    return { property, kind: is.kind, option: options[0]?.long ?? flags, options, valueIn };
  });
  return {
    options: read.flatMap(({ options }) => options),
    inputOf: (values) => Object.fromEntries(read.map(({ property, valueIn }) => [property, valueIn(values)])),
    given: read,
  };
}

function optionOf(flags: string, about: string, property: Property): InputOption {
  const { kind, needed } = property;
  if (kind === "evidence") return evidenceOptions(flags, about, needed);
  if (kind === "responsePeriod") return responsePeriodOptions(flags, about);
  const option = plainOption(flags, about, property);
  if (needed) option.makeOptionMandatory();
  const given = (values: Values) => values[option.attributeName()];
  // Commander says true where an option that negates is absent.
  if (kind === "only")
    return {
      options: [option],
      valueIn: (values) => (given(values) === !option.negate ? property.choices[0] : undefined),
    };
  if (kind === "otherName")
    return {
      options: [option],
      valueIn: (values) => (given(values) as string[] | undefined)?.map((name) => ({ name })),
    };
  return { options: [option], valueIn: given };
}

function plainOption(flags: string, about: string, { kind, many, choices }: Property): Option {
  if (kind === "texts") return textOption(flags, about);
  if (kind === "settings") return settingOption(flags, about);
  if (many || listed.includes(kind)) return repeatable(flags, about);
  if (kind === "text" && flags.endsWith("<text>")) return plainTextOption(flags, about);
  const option = new Option(flags, about);
  const parser = parsers[kind];
  if (kind === "choice") option.choices(choices);
  if (parser !== undefined) option.argParser(parser);
  return option;
}

/** What is always a list, also where a merge patch says that it may be null. */
const listed: readonly PropertyKind[] = ["addresseeInRole", "result", "otherName"];

/** How the option of each kind of property is read, where that is not as it is written. */
const parsers: Partial<Record<PropertyKind, (given: string) => unknown>> = {
  day,
  year,
  dueDate,
  deadline: targetOf,
  changes: jsonObject,
};

/** Confidential evidence has an option of its own. */
function evidenceOptions(flags: string, about: string, needed: boolean): InputOption {
  const open = new Option(flags, about).argParser((given: string, before: NewEvidenceItem[] | undefined) => [
    ...(before ?? []),
    evidenceOf(given),
  ]);
  const confidential = new Option(
    "--confidential-evidence <kind:title>",
    "confidential evidence, visible only to the issuing body and the responsible organization; may be repeated",
  ).argParser((given: string, before: NewEvidenceItem[] | undefined) => [
    ...(before ?? []),
    { ...evidenceOf(given), confidential: true },
  ]);
  const files = [false, true].map((isConfidential) =>
    new Option(
      isConfidential ? "--confidential-file <[kind:title=]path>" : "--file <[kind:title=]path>",
      `a file as ${isConfidential ? "confidential " : ""}evidence, such as document:Circular 3=circular.pdf; may be repeated`,
    ).argParser((path: string, before: LocalEvidence[] | undefined) => [
      ...(before ?? []),
      localEvidence(path, isConfidential),
    ]),
  );
  const cites = [false, true].map((isConfidential) =>
    new Option(
      isConfidential ? "--confidential-cites <reference>" : "--cites <reference>",
      `what was collected, or a section of a report, as ${isConfidential ? "confidential " : ""}evidence; may be repeated`,
    ).argParser((reference: string, before: CitedEvidence[] | undefined) => [
      ...(before ?? []),
      { cites: reference, confidential: isConfidential },
    ]),
  );
  const valueIn = (values: Values) => {
    const given = [open, confidential, ...files, ...cites].flatMap(
      (option) => (values[option.attributeName()] as NewEvidenceItem[] | undefined) ?? [],
    );
    return given.length > 0 || needed ? given : undefined;
  };
  return { options: [open, confidential, ...files, ...cites], valueIn };
}

function targetOf(given: string): object {
  return given === "response" || given === "implementation"
    ? { kind: given }
    : { kind: "commitment", commitment: given };
}

/** Such as `law: Act of 1 June <https://…> sha256:…`, as an export writes it. */
function evidenceOf(given: string): NewEvidenceItem {
  const [, kind, words = "", url, seenDigest] =
    /^([^:]*):(.*?)(?:\s<(\S+)>(?:\s+sha256:([0-9a-f]{64}))?)?\s*$/s.exec(given) ?? [];
  const parsed = NewEvidenceItem.safeParse(withoutAbsent({ kind, title: words.trim(), url, seenDigest }));
  if (parsed.success) return parsed.data;
  throw new DomainError("invalidInput", "evidence cannot be read", [
    {
      name: "--evidence",
      value: given,
      detail:
        "write kind:title, or kind:title <address> sha256:digest; the kind is document, law, statistic, judgment, file or interview",
    },
  ]);
}
