import type { Day, Id, Link } from "@heed/core";
import pc from "picocolors";
import type { Tracker } from "../tracker.ts";
import { words } from "./words.ts";

/** How a recommendation stands to others, and others to it; nothing where there is no link. */
export async function linksText(tracker: Tracker, links: readonly Link[], asOf: Day): Promise<string> {
  if (links.length === 0) return "";
  const named = async (id: Id) =>
    (await tracker.reads.recommendation(tracker.reader, id, asOf))?.recommendation.reference ?? id;
  const lines = await Promise.all(
    links.map(async ({ type, from, to, echoes, on, reason }) => {
      const other = to === undefined ? echoes : await named(to);
      return `  ${await named(from)} ${words(type)} ${other}, from ${on}${reason ? `: ${reason}` : ""}\n`;
    }),
  );
  return `\n${pc.bold("Links")}\n${lines.join("")}`;
}
