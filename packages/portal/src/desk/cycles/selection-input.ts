import type { Id } from "@heed/core";
import type { MessageKey } from "../../language/message.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import type { Values } from "../form/values.ts";
import { followUpsNumbered } from "../register/follow-ups-numbered.ts";

/** What a selection names, each with the field in which it is written, one on each line. */
export const selectionKinds = [
  { name: "reports", label: "select.reports", hint: "select.reports.hint", kind: "report" },
  { name: "themes", label: "select.themes", hint: "draftRec.themes.hint", kind: "theme" },
  { name: "addressees", label: "select.addressees", hint: "select.addressees.hint", kind: "organization" },
  { name: "followUps", label: "select.followUps", hint: "select.followUps.hint", kind: "followUp" },
] as const satisfies readonly { name: string; label: MessageKey; hint: MessageKey; kind: string }[];
type Kind = (typeof selectionKinds)[number];

/** What the form says, as the act takes it. */
export type Selected = {
  [Name in Kind["name"]]?: Id[];
} & { on?: string; reason?: string };

/** The selection of a form, and what in it names nothing. */
export async function selectionInput(
  asked: DeskAsked,
  values: Values,
): Promise<{ input: Selected; faults: readonly Fault[] }> {
  const read = await Promise.all(selectionKinds.map((each) => namedIn(asked, values, each)));
  const of = (name: string) => (values.get(name) ?? "").trim();
  return {
    input: {
      ...Object.fromEntries(read.flatMap(({ name, found }) => (found.length === 0 ? [] : [[name, found]]))),
      ...(of("on") !== "" && { on: of("on") }),
      ...(of("reason") !== "" && { reason: of("reason") }),
    },
    faults: read.flatMap(({ faults }) => faults),
  };
}

async function namedIn(asked: DeskAsked, values: Values, { name, label: key, kind }: Kind) {
  const { say, reads, reader } = asked;
  const label = say.message(key);
  const lines = (values.get(name) ?? "").split("\n").flatMap((line) => line.trim() || []);
  const found: Id[] = [];
  const faults: Fault[] = [];
  if (kind === "followUp") {
    for (const line of lines) {
      const read = await followUpsNumbered(asked, line, label);
      if ("fault" in read) faults.push({ name, text: read.fault });
      else found.push(...read.followUps);
    }
  } else {
    const named = await reads.named(reader, kind, lines);
    for (const line of lines) {
      const own = named.get(line) ?? [];
      if (own.length > 0) found.push(...own);
      else faults.push({ name, text: say.message("fault.unknownName", { label, name: line }) });
    }
  }
  return { name, found: [...new Set(found)], faults: faults.slice(0, 1) };
}
