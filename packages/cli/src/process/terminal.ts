import wrapAnsi from "wrap-ansi";
import { harmless } from "./harmless.ts";
import { widthOf } from "./text-width.ts";

/** How many characters fit on a line: the width of the terminal, and no limit in a pipe, where nothing is cut. */
export function lineWidth(of: Pick<NodeJS.WriteStream, "isTTY" | "columns"> = process.stdout): number {
  return of.isTTY ? of.columns || Number.POSITIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** A text that is broken between words where the line ends; the next lines are indented under its beginning. */
export function hanging(first: string, text: string, width = lineWidth()): string {
  if (!Number.isFinite(width)) return first + text;
  const indent = " ".repeat(first.length);
  return first + wrapAnsi(harmless(text), Math.max(width - first.length, 1)).replaceAll("\n", `\n${indent}`);
}

/** A text in which each line that is too long goes on below, indented as it begins: a terminal would break words. */
export function fitted(text: string, width = lineWidth()): string {
  if (!Number.isFinite(width)) return text;
  return text
    .split("\n")
    .map((line) => {
      if (widthOf(line) <= width) return line;
      const told = line.trimStart();
      return hanging(" ".repeat(line.length - told.length), told, width);
    })
    .join("\n");
}
