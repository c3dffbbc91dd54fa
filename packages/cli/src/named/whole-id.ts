import { DomainError, type Id, textIn } from "@heed/core";
import type { IdKind } from "@heed/core/read-models/tracker-store";
import { nameAndCode } from "../present/organization-names.ts";
import { words } from "../present/words.ts";
import type { Tracker } from "../process/tracker.ts";

/** The first eight signs of an id that Heed made, or more of them. An id of a file may look like a name: it is not taken short. */
const beginning = /^[0-9a-f]{8}[0-9a-f-]{0,27}$/;

/** As many ids as a person chooses from. */
const most = 20;

/**
 * The id of which a text is the beginning; the text itself where it is the beginning of none. Errors: ambiguousReference,
 * with each id that begins so.
 */
export async function wholeId(tracker: Tracker, kind: IdKind, text: string, option: string = kind): Promise<string> {
  if (!beginning.test(text)) return text;
  const ids = await tracker.reads.idsBeginning(kind, text, most);
  const [only] = ids;
  if (only === undefined) return text;
  if (ids.length === 1) return only;
  return onlyOf(await seenOf(tracker, kind, ids), text, option) ?? text;
}

type Seen = { id: Id; name: string };

/** The only one of several; undefined where there is none. Errors: ambiguousReference. */
export function onlyOf(found: readonly Seen[], text: string, option: string): Id | undefined {
  if (found.length < 2) return found[0]?.id;
  throw new DomainError(
    "ambiguousReference",
    `several ids begin with ${text}; give more of the one that you mean`,
    found.map(({ id, name }) => ({ name: option, value: id, detail: name })),
  );
}

/** Those that the reader may see, each with its name. */
async function seenOf(tracker: Tracker, kind: IdKind, ids: readonly Id[]): Promise<Seen[]> {
  const named = await Promise.all(ids.map(async (id) => ({ id, name: await nameOf[kind](tracker, id) })));
  return named.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }]));
}

const nameOf: Record<IdKind, (tracker: Tracker, id: Id) => Promise<string | undefined>> = {
  organization: async ({ reads }, id) => {
    const found = await reads.organization(id);
    return found && nameAndCode(found, undefined);
  },
  organizationChange: async ({ reads }, id) => {
    const found = (await reads.organizationChanges()).find((each) => each.id === id);
    return found && `${found.on ?? "planned"}, ${words(found.type)}`;
  },
  report: async ({ reads, reader }, id) => {
    const found = await reads.report(reader, id);
    return found && `report ${found.report.reference}`;
  },
  recommendation: async ({ reads, reader, today }, id) => {
    const [found] = await reads.recommendationsByReference(reader, id, today);
    return found && `${found.reference} of report ${found.report.reference}`;
  },
  followUp: async ({ reads, reader, today }, id) => {
    const found = await reads.followUp(reader, id, today);
    return found && `${found.recommendation.reference}, ${textIn(found.addressee.name)}`;
  },
  reportingCycle: async ({ reads }, id) => {
    const found = await reads.reportingCycle(id);
    return found && `the cycle about ${found.cycle.year}`;
  },
};
