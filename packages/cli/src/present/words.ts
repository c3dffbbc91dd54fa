import type { Timeliness } from "@heed/core";
import pc from "picocolors";

/** A code as words: acceptedInPart is "accepted in part". */
export function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Late is red, soon yellow, done green; without colours where the terminal has none. */
export function coloured(timeliness: Timeliness, text: string): string {
  if (timeliness === "longOverdue" || timeliness === "overdue" || timeliness === "notMet") return pc.red(text);
  if (timeliness === "dueSoon" || timeliness === "undetermined") return pc.yellow(text);
  return timeliness === "metOnTime" || timeliness === "metLate" ? pc.green(text) : text;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
