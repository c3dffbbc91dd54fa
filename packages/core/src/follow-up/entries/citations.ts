import type { Id } from "../../source.ts";
import type { Entry } from "./entry.ts";
import { evidenceOf } from "./shown-evidence.ts";

type Citing = { item?: Id | undefined; section?: Id | undefined };

/** The collected items and sections that pieces of evidence cite. */
export function citationsIn(evidence: readonly Citing[]): Id[] {
  return evidence.flatMap(({ item, section }) => [item, section].filter((id) => id !== undefined));
}

/** The entries without the citations of what their reader does not see: the evidence keeps its words. */
export function withoutUnseen(entries: readonly Entry[], isSeen: (id: Id) => boolean): readonly Entry[] {
  if (entries.every((entry) => citationsIn(evidenceOf(entry)).every(isSeen))) return entries;
  return entries.map((entry) => {
    if (!("evidence" in entry)) return entry;
    const evidence = entry.evidence.map(({ item, section, ...said }) => ({
      ...said,
      ...(item !== undefined && isSeen(item) && { item }),
      ...(section !== undefined && isSeen(section) && { section }),
    }));
    return { ...entry, evidence };
  });
}
