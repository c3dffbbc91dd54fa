import type { Issue } from "../../domain-error.ts";
import type { LocalizedText } from "../../localized-text.ts";
import { maxCharacters, showsNothing } from "../../text/bounded-text.ts";
import { comparedText } from "../../text/compared-text.ts";
import { didYouMean } from "../../text/nearest.ts";
import { plainText } from "../../text/plain-text.ts";
import { lowerCaseText } from "../../text/searchable-text.ts";
import { addressProblem } from "../../text/web-address.ts";
import type { Day } from "../../time/day.ts";
import type { DaySystem } from "../../time/excel-day.ts";
import type { Edition } from "../edition-day.ts";
import { columnsOf, type ListValue, type LocalizedValue, mapKey, type Value } from "../value.ts";

/** What a cell has instead of a value, such as a formula, and its place. */
export type CellFault = { value: string; detail: string };

/** What a person sees of a day in a cell with such a style: its month, as in Mar-24, or its year. */
export type ShownPeriod = "month" | "year";

/** A row while it is read, with the faults and oddities that were found in it. */
export type RowReading = {
  cells: Readonly<Record<string, string>>;
  /** By column: the cells that cannot be used. */
  faults: Readonly<Record<string, CellFault>>;
  /** By column: the days of which a person sees only the month or the year. */
  precisions: Readonly<Record<string, ShownPeriod>>;
  /** How the row's workbook counts its days. */
  daySystem?: DaySystem;
  language: string;
  rejected: Issue[];
  warnings: Issue[];
  /** The day of the row's report, when it is known exactly. */
  publishedOn?: Day;
  beforeReport: "refuse" | "warn";
  /** The columns that may be given with the import, by --fact. */
  givenFacts?: readonly string[];
  edition?: Edition;
  /** What the row tells of its report was read without a fault. */
  reportIsRead?: boolean;
};

/**
 * The text of a value; undefined when it is blank or rejected. A text with columns is blank when one of its columns is
 * blank.
 */
export function readText(value: Value, reading: RowReading): string | undefined {
  const text = writtenText(value, reading);
  const meant = text === undefined ? undefined : meaningOf(text, value, reading);
  if (meant !== undefined) return meant;
  return value.otherwise === undefined ? undefined : readText(value.otherwise, reading);
}

/**
 * Whether a value is one of the whole file, a fact or a constant of the mapping, only because the row leaves blank what
 * would give it.
 */
export function isAssumed(value: Value, reading: RowReading): boolean {
  const { otherwise, ...own } = value;
  if (otherwise === undefined || readText(own, reading) !== undefined) return false;
  const isOfRow = (each: Value) => columnsOf(each).some((column) => !reading.givenFacts?.includes(column));
  return isAssumed(otherwise, reading) || (isOfRow(value) && !isOfRow(otherwise));
}

/** A text or name that the record keeps: when it is too long, the row is rejected. */
export function readBounded(value: Value, reading: RowReading, kind: keyof typeof maxCharacters): string | undefined {
  const text = readText(value, reading);
  return text === undefined || !isTooLong(text, value, reading, kind) ? text : undefined;
}

export function isTooLong(
  text: string,
  value: Pick<Value, "parts">,
  reading: RowReading,
  kind: keyof typeof maxCharacters,
): boolean {
  const most = maxCharacters[kind];
  if (text.length <= most) return false;
  const [have, may] = [text.length, most].map((signs) => signs.toLocaleString("en"));
  reject(value, reading, `${text.slice(0, 40)}…`, `is ${have} characters long; a ${kind} has ${may} at most`);
  return true;
}

/** Each value in a cell once, without blank ones. */
export function readTexts(value: ListValue, reading: RowReading): string[] {
  const written = writtenText(value, reading);
  const taken = written === undefined || !value.takeBeforeSplit ? written : firstMatch(written, value.takeBeforeSplit);
  const pieces = taken === undefined ? [] : piecesOf(taken, value.split ?? [], value.whole ?? []);
  const texts = pieces.flatMap((piece) => (showsNothing(piece) ? [] : (meaningOf(piece.trim(), value, reading) ?? [])));
  if (texts.length === 0 && value.otherwise !== undefined) return readTexts(value.otherwise, reading);
  const known = new Map<string, string>();
  for (const text of texts)
    if (!isTooLong(text, value, reading, "name") && !known.has(comparedText(text))) known.set(comparedText(text), text);
  return [...known.values()];
}

export function readLocalized(value: LocalizedValue, reading: RowReading): LocalizedText | undefined {
  const values = "languages" in value ? Object.entries(value.languages) : [[reading.language, value] as const];
  const texts: LocalizedText = {};
  for (const [language, each] of values) {
    const text = readBounded(each, reading, "text");
    if (text !== undefined) texts[language] = text;
  }
  return Object.keys(texts).length > 0 ? texts : undefined;
}

/** A text that must be there: the row is rejected when it is blank. */
export function readRequired(value: Value, reading: RowReading, what: string): string {
  const rejectedBefore = reading.rejected.length;
  const text = readBounded(value, reading, "name");
  if (text === undefined && reading.rejected.length === rejectedBefore)
    reject(value, reading, undefined, `is blank: it gives ${what}`);
  return text ?? "";
}

/** One of a fixed list of codes; undefined when it is blank or rejected. */
export function readChoice<Code extends string>(
  value: Value,
  codes: readonly Code[],
  reading: RowReading,
): Code | undefined {
  const text = readText(value, reading);
  if (text === undefined) return undefined;
  const code = codes.find((each) => each === comparedText(text));
  if (code === undefined)
    reject(
      value,
      reading,
      text,
      `is not one of ${codes.join(", ")}; give its meaning under map${didYouMean(text, codes)}`,
    );
  return code;
}

/** The address of a document; the row is rejected when it is not safe to follow. */
export function readAddress(value: Value, reading: RowReading): string | undefined {
  const text = readText(value, reading);
  const wrong = text === undefined ? undefined : addressProblem(text);
  if (wrong === undefined) return text;
  reject(value, reading, text, wrong);
  return undefined;
}

export function readWhole(value: Value, reading: RowReading): number | undefined {
  const text = readText(value, reading);
  if (text === undefined) return undefined;
  const plain = comparedText(text);
  if (/^-?\d{1,15}$/.test(plain)) return Number(plain);
  reject(value, reading, text, "is not a whole number");
  return undefined;
}

/** A cell without spaces around it; a cell with a fault is blank and rejects the row. */
export function cellOf(column: string, reading: RowReading): string {
  const { cells, faults } = reading;
  const fault = Object.hasOwn(faults, column) ? faults[column] : undefined;
  if (fault !== undefined) {
    reject({ parts: [{ column }] }, reading, fault.value === "" ? undefined : fault.value, fault.detail);
    return "";
  }
  const cell = Object.hasOwn(cells, column) ? (cells[column] ?? "").trim() : "";
  // A cell that shows nothing is blank, whatever invisible characters it has.
  return showsNothing(cell) ? "" : cell;
}

/** The values of a cell, separated by the separators of the mapping. */
function piecesOf(text: string, separators: readonly string[], whole: readonly string[]): string[] {
  const written = splitAt(text, separators, whole);
  const plain = splitAt(plainText(text), separators.map(plainText), whole);
  return written.length === plain.length ? written : plain;
}

/**
 * The pieces between the separators. A piece that begins with one of the whole values is that value up to the next
 * separator or the end, even when it contains separators itself.
 */
function splitAt(text: string, separators: readonly string[], whole: readonly string[]): string[] {
  const pieces: string[] = [];
  let start = 0;
  let isBegun = false;
  for (let at = 0; at <= text.length; at++) {
    if (!isBegun) at = wholeEnd(text, at, separators, whole);
    const separator = separators.find((each) => text.startsWith(each, at));
    isBegun ||= text.charAt(at).trim() !== "";
    if (separator === undefined && at < text.length) continue;
    pieces.push(text.slice(start, at));
    if (separator === undefined) break;
    start = at + separator.length;
    at = start - 1;
    isBegun = false;
  }
  return pieces;
}

/** The end of the longest whole value at a place; the place itself when there is none. */
function wholeEnd(text: string, at: number, separators: readonly string[], whole: readonly string[]): number {
  let longest = at;
  for (const each of whole) {
    const end = at + each.length;
    if (end <= longest || lowerCaseText(text.slice(at, end)) !== lowerCaseText(each)) continue;
    const rest = text.slice(end);
    const bare = rest.trimStart();
    if (bare === "" || separators.some((one) => rest.startsWith(one) || bare.startsWith(one))) longest = end;
  }
  return longest;
}

export function reject(
  value: Pick<Value, "parts">,
  reading: RowReading,
  text: string | undefined,
  detail: string,
): void {
  const issue = issueOf(value, text, detail);
  // The same cell may be read for every addressee and condition: report a fault once.
  const known = reading.rejected.some(
    (each) => each.name === issue.name && each.value === issue.value && each.detail === issue.detail,
  );
  if (!known) reading.rejected.push(issue);
}

/** How the import may give what a value lacks; nothing when no column of it is such a fact. */
export function factHint(
  value: Value | undefined,
  { givenFacts = [], cells }: Pick<RowReading, "givenFacts" | "cells">,
): string {
  if (value === undefined) return "";
  const fact = columnsOf(value).find((column) => givenFacts.includes(column) && showsNothing(cells[column] ?? ""));
  return fact === undefined ? factHint(value.otherwise, { givenFacts, cells }) : `; --fact ${fact}=… gives it`;
}

/** A message about a value of a row: its columns, the text, and the reason. */
export function issueOf(value: Pick<Value, "parts">, text: string | undefined, detail: string): Issue {
  const columns = columnsOf(value);
  return {
    ...(columns.length === 0 ? {} : { name: columns.join(", ") }),
    ...(text === undefined ? {} : { value: text }),
    detail,
  };
}

function writtenText({ parts }: Value, reading: RowReading): string | undefined {
  let text = "";
  for (const part of parts) {
    const piece = typeof part === "string" ? part : cellOf(part.column, reading);
    if (piece === "") return undefined;
    text += piece;
  }
  return showsNothing(text) ? undefined : text.trim();
}

/** The code for a text, by the mapping's list of what the words of the source mean. */
function meaningOf(text: string, value: Value, reading: RowReading): string | undefined {
  let taken = text;
  if (value.take !== undefined) taken = firstMatch(text, value.take);
  if (showsNothing(taken)) return undefined;
  if (value.map === undefined) return taken;
  const compared = mapKey(taken, value.anyCase);
  const meant = Object.hasOwn(value.map, compared) ? value.map[compared] : value.map["*"];
  if (meant === undefined) {
    reject(value, reading, taken, `is not in the mapping's list${didYouMean(taken, Object.keys(value.map))}`);
    return undefined;
  }
  return showsNothing(meant) ? undefined : meant;
}

/** The first group of the expression, or the whole match when it has no group. */
function firstMatch(text: string, take: RegExp): string {
  const match = take.exec(comparedText(text));
  return (match?.[1] ?? match?.[0] ?? "").trim();
}
