import type { Id } from "@heed/core";
import {
  type NamedFilter,
  type NamedItemFilter,
  namedFilter,
  namedItemFilter,
  type WrittenFilter,
  type WrittenItemFilter,
} from "@heed/core/naming/named-filter";
import type { IdKind, NameKind } from "@heed/core/read-models/tracker-store";
import { optionNames, type Tracker } from "../process/tracker.ts";
import { wholeId } from "./whole-id.ts";

/**
 * The ids that the values of options such as --addressee stand for. Errors: unknownValue, ambiguousReference, with each
 * option.
 */
export async function filterOf(tracker: Tracker, options: WrittenFilter): Promise<NamedFilter> {
  const written: Record<string, unknown> = { ...options };
  for (const [filter, kind] of byId) {
    const values = options[filter];
    if (values !== undefined)
      written[filter] = await Promise.all(values.map((each) => wholeId(tracker, kind, each, optionNames[filter])));
  }
  return namedFilter(tracker.reads, tracker.reader, written, {
    nameOf: (filter) => optionNames[filter],
    hintOf: (kind) => hints[kind],
  });
}

/** As filterOf(), for what is collected. */
export async function itemFilterOf(
  tracker: Tracker,
  { issuingBody, ...others }: WrittenItemFilter,
): Promise<NamedItemFilter> {
  const bodies = await filterOf(tracker, { issuingBody });
  return namedItemFilter(
    tracker.reads,
    tracker.reader,
    { ...others, ...bodies },
    {
      nameOf: (filter) => (filter === "year" ? "--year" : optionNames[filter]),
      hintOf: (kind) => hints[kind],
    },
  );
}

const byId = [
  ["issuingBody", "organization"],
  ["addressee", "organization"],
  ["responsible", "organization"],
  ["report", "report"],
] as const satisfies readonly [keyof WrittenFilter, IdKind][];

/** How to list what a name may stand for. */
export const hints: Partial<Record<NameKind, string>> = {
  organization: "list them with: heed organization list",
  report: "list them with: heed report list",
  recommendation: "list them with: heed recommendation list",
  collectedItem: "list them with: heed item list",
};

/** The reports that an option names by id or reference. Errors: unknownValue. */
export async function reportsOf(
  tracker: Tracker,
  given: readonly string[] | undefined,
): Promise<readonly Id[] | undefined> {
  return (await filterOf(tracker, { report: given })).report;
}
