import { z } from "zod";
import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import { type FrozenDocument, FrozenLanguage } from "../report/frozen-report.ts";
import type { Report } from "../report/report.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const NewFreeze = z
  .strictObject({
    languages: z
      .array(FrozenLanguage)
      .min(1)
      .max(FrozenLanguage.options.length)
      .optional()
      .describe(
        "Those in which it is frozen; when absent, its authentic languages of these, and English where it has none.",
      ),
  })
  .meta({ id: "NewFreeze", description: "The languages in which a report is frozen." });

export const freezeReportAct = {
  name: "freezeReport",
  on: "report",
  roles: byEditor.roles,
  states: ["published"],
  input: NewFreeze,
  makes: "report",
  operation: {
    id: "freezeReport",
    method: "post",
    path: "/reports/{id}/freezes",
    summary: "Fix what the report says: its documents keep their bytes, and what is wrong in them is told beside",
  },
  command: {
    noun: "report",
    verb: "freeze",
    about: "Fix what the report says: its documents keep their bytes, whatever is recorded later",
    done: "Frozen",
    names: { thing: "<reference>" },
    options: {
      languages: ["--language <code>", "a language, nl, fr, de or en; may be repeated (default: its authentic ones)"],
    },
  },
} as const satisfies RegisterAct;

/** A document that was written for a freeze, with its bytes. */
export type WrittenDocument = FrozenDocument & { bytes: Uint8Array };

/** The languages in which a report is frozen, each once, in one order. */
export function languagesToFreeze({ authenticLanguages }: Report, input: unknown): readonly FrozenLanguage[] {
  const { languages } = parseInput(NewFreeze, input);
  const asked = FrozenLanguage.options.filter((each) => (languages ?? authenticLanguages).includes(each));
  return asked.length === 0 ? ["en"] : asked;
}

/** Errors: missingPermission; invalidStateTransition where it is not published, or frozen already. */
export function requireToFreeze(context: RegisterContext, report: Report): void {
  requireAllowedOnRegister(freezeReportAct, context, report.status);
  if (report.frozen !== undefined)
    throw new DomainError("invalidStateTransition", `the report was frozen on ${report.frozen.on}; tell an erratum`);
}

/** The report with the digests of the documents that were written of it. */
export function freezeReport(
  context: RegisterContext,
  report: Report,
  input: unknown,
  written: readonly WrittenDocument[],
): Report {
  parseInput(NewFreeze, input);
  requireToFreeze(context, report);
  const { today: on, at: recordedAt, actor } = context;
  const documents = written.map(({ bytes: _, ...told }) => told);
  return { ...report, frozen: { on, recordedAt, actor: actor.name, documents } };
}
