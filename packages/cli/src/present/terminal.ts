import wrapAnsi from "wrap-ansi";
import { harmless } from "../process/harmless.ts";

/** How many characters fit on a line: the width of the terminal, and no limit in a pipe, where nothing is cut. */
export function lineWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
}

/** A text that is broken between words where the line ends; the next lines are indented under its beginning. */
export function hanging(first: string, text: string, width = lineWidth()): string {
  if (!Number.isFinite(width)) return first + text;
  const indent = " ".repeat(first.length);
  return first + wrapAnsi(harmless(text), Math.max(width - first.length, 1)).replaceAll("\n", `\n${indent}`);
}
