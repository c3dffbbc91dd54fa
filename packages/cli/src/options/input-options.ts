import { DomainError, Evidence } from "@heed/core";
import type { OptionText } from "@heed/core/acting/act-texts";
import { type PropertyKind, propertyKind } from "@heed/core/acting/property-kind";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { Option } from "commander";
import { dueDate, jsonObject } from "./act-options.ts";
import { day, year } from "./options.ts";

type Values = Record<string, unknown>;
type InputOption = { options: Option[]; valueIn: (values: Values) => unknown };

/** The options of an act's command, and the input that their values are; each option is read by what its property is. */
export function inputOptions({ input, command }: FollowUpAct): {
  options: Option[];
  inputOf: (values: Values) => object;
} {
  const texts = Object.entries(command.options) as [string, OptionText][];
  const read = texts.map(([property, text]) => ({
    property,
    ...optionOf(text, propertyKind(input.shape[property] as Parameters<typeof propertyKind>[0])),
  }));
  return {
    options: read.flatMap(({ options }) => options),
    inputOf: (values) => Object.fromEntries(read.map(({ property, valueIn }) => [property, valueIn(values)])),
  };
}

function optionOf([flags, about]: OptionText, { kind, needed, choices }: ReturnType<typeof propertyKind>): InputOption {
  if (kind === "evidence") return evidenceOptions(flags, about, needed);
  const option = new Option(flags, kind === "dueDate" ? `${about}: ${dueDateText}` : about);
  const parser = parsers[kind];
  if (kind === "choice") option.choices(choices);
  if (parser !== undefined) option.argParser(parser);
  if (needed) option.makeOptionMandatory();
  return { options: [option], valueIn: (values) => values[option.attributeName()] };
}

const dueDateText = 'a day, or words such as "second quarter 2025"';

/** How the option of each kind of property is read; undefined where it is as it is written. */
const parsers: Record<Exclude<PropertyKind, "evidence">, ((given: string) => unknown) | undefined> = {
  choice: undefined,
  day,
  year,
  dueDate,
  deadline: targetOf,
  changes: jsonObject,
  yes: undefined,
  text: undefined,
};

/** Confidential evidence has an option of its own. */
function evidenceOptions(flags: string, about: string, needed: boolean): InputOption {
  const open = new Option(flags, about).argParser((given: string, before: Evidence[] | undefined) => [
    ...(before ?? []),
    evidenceOf(given),
  ]);
  const confidential = new Option(
    "--confidential-evidence <kind:title>",
    "confidential evidence, visible only to the issuing body and the responsible organization; may be repeated",
  ).argParser((given: string, before: Evidence[] | undefined) => [
    ...(before ?? []),
    { ...evidenceOf(given), confidential: true },
  ]);
  const valueIn = (values: Values) => {
    const given = [open, confidential].flatMap(
      (option) => (values[option.attributeName()] as Evidence[] | undefined) ?? [],
    );
    return given.length > 0 || needed ? given : undefined;
  };
  return { options: [open, confidential], valueIn };
}

function targetOf(given: string): object {
  return given === "response" || given === "implementation"
    ? { kind: given }
    : { kind: "commitment", commitment: given };
}

function evidenceOf(given: string): Evidence {
  const [kind, ...title] = given.split(":");
  const parsed = Evidence.safeParse({ kind, title: title.join(":").trim() });
  if (parsed.success) return parsed.data;
  throw new DomainError("invalidInput", "evidence cannot be read", [
    {
      name: "--evidence",
      value: given,
      detail: "write kind:title; the kind is document, law, statistic, judgment, file or interview",
    },
  ]);
}
