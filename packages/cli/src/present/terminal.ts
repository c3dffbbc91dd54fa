import wrapAnsi from "wrap-ansi";
import { harmless } from "./harmless.ts";

/** How many signs a line may have: a terminal's width, and no bound in a pipe, where nothing is cut. */
export function lineWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
}

/** A text that goes on below its own beginning where the line ends, broken between words. */
export function hanging(first: string, text: string, width = lineWidth()): string {
  if (!Number.isFinite(width)) return first + text;
  const indent = " ".repeat(first.length);
  return first + wrapAnsi(harmless(text), Math.max(width - first.length, 1)).replaceAll("\n", `\n${indent}`);
}
