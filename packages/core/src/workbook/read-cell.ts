import { GivenPosition, Level } from "../follow-up/levels.ts";
import type { Label } from "../label.ts";
import { columnName } from "../text/plain-text.ts";
import type { DueDate } from "../time/due-date.ts";
import { readTypedDay } from "../time/typed-day.ts";
import { readVagueDate } from "../time/vague-date.ts";
import { labelOf } from "../wording/label-within.ts";
import type { AskedKind } from "./columns/columns.ts";
import { workbookWords } from "./words/words.ts";

/** A choice of a list: its code, and its word in the language of the workbook. */
export type WorkbookChoice = { code: string; text: string };

/** What can be chosen; nothing where the cell has no list. */
export function workbookChoices(kind: AskedKind, language: keyof Label): readonly WorkbookChoice[] {
  switch (kind) {
    case "position":
      return GivenPosition.options.map((code) => ({ code, text: labelOf("position", code, language) }));
    case "level":
      return Level.options.map((code) => ({ code, text: labelOf("reportedLevel", code, language) }));
    case "yesNo": {
      const { yes, no } = workbookWords(language);
      return [
        { code: "yes", text: yes },
        { code: "no", text: no },
      ];
    }
    default:
      return [];
  }
}

/** What a cell says as the property of an act, or why it cannot be read. */
export type ReadCell = { value: unknown } | { fault: string };

/**
 * `text` is not blank. A day of the workbook itself comes as yyyy-MM-dd. `language` is that of the workbook, `told` that in which a
 * fault is told.
 */
export function readCell(kind: AskedKind, text: string, language: keyof Label, told: keyof Label): ReadCell {
  const { faults } = workbookWords(told);
  const plain = columnName(text);
  switch (kind) {
    case "position":
    case "level":
      return chosen(kind, plain, language, told);
    case "yesNo": {
      // A program may make a truth value of such a word.
      const truth = { TRUE: "yes", FALSE: "no" }[plain];
      const read = truth === undefined ? chosen(kind, plain, language, told) : { value: truth };
      return "fault" in read ? read : { value: read.value === "yes" };
    }
    case "year":
      return /^\d{4}$/.test(plain) ? { value: Number(plain) } : { fault: faults.year };
    case "day": {
      const on = dayIn(plain);
      return on === undefined ? { fault: faults.day } : { value: on };
    }
    case "dueDate": {
      const on = dayIn(plain);
      const due: DueDate | undefined = on === undefined ? readVagueDate(plain, { language }) : { on, precision: "day" };
      return due === undefined ? { fault: faults.due } : { value: due };
    }
    case "text":
      return { value: text.trim() };
  }
}

function chosen(kind: AskedKind, plain: string, language: keyof Label, told: keyof Label): ReadCell {
  const all = workbookChoices(kind, language);
  const found = all.find(({ code, text }) => [code, text].some((each) => same(each, plain)));
  if (found !== undefined) return { value: found.code };
  return { fault: workbookWords(told).faults.choice(all.map(({ text }) => text).join(", ")) };
}

function same(one: string, other: string): boolean {
  return columnName(one).toLowerCase() === other.toLowerCase();
}

function dayIn(text: string): string | undefined {
  const read = readTypedDay(text);
  return "on" in read ? read.on : undefined;
}
