import { DomainError, textIn } from "@heed/core";
import { evidenceKindOf } from "@heed/core/collected-item/evidence-kind";
import type { NewEvidenceItem } from "@heed/core/follow-up/entries/evidence";
import type { CitedEvidence } from "../options/cited-evidence.ts";
import type { Tracker } from "../process/tracker.ts";
import { theItem } from "./the-item.ts";
import { theSection } from "./the-section.ts";

/** The evidence of an input with what it cites, which gives its kind and title. Errors: notFound; ambiguousReference. */
export async function withCitations<Other extends object>(
  tracker: Tracker,
  evidence: readonly (Other | CitedEvidence)[],
): Promise<(Other | NewEvidenceItem)[]> {
  const all: (Other | NewEvidenceItem)[] = [];
  for (const each of evidence)
    all.push("cites" in each ? await cited(tracker, each as CitedEvidence) : (each as Other));
  return all;
}

async function cited(tracker: Tracker, { cites, confidential }: CitedEvidence): Promise<NewEvidenceItem> {
  const { reads, reader } = tracker;
  const item = await unlessMissing(() => theItem(tracker, cites, undefined, false));
  const found = item === undefined ? undefined : await reads.collectedItem(reader, item);
  if (found !== undefined)
    return { kind: evidenceKindOf(found.item.kind), title: named(found.item), item: found.item.id, confidential };
  const detail = await reads.reportSection(reader, await theSection(tracker, cites, undefined));
  if (detail === undefined) throw new DomainError("notFound", `nothing that can be cited is called ${cites}`);
  return { kind: "document", title: named(detail.section), section: detail.section.id, confidential };
}

function named({ reference, title }: { reference: string; title: Record<string, string> }): string {
  return `${reference} ${textIn(title, undefined)}`.trim();
}

async function unlessMissing<Found>(find: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof DomainError && error.code === "notFound") return undefined;
    throw error;
  }
}
