import { canonical } from "../../canonical.ts";
import { groupedBy } from "../../grouped-by.ts";
import type { Id } from "../../source.ts";
import type { Entry } from "./entry.ts";
import { shownEvidence } from "./shown-evidence.ts";
import { unpublished, withheld } from "./unpublished.ts";

/**
 * The entries as everybody may read them: without confidential evidence (R59), and without the words of an answer that is not
 * published yet (R60), of which the entry itself stays. An entry with no other content is hidden, together with what
 * retracts it; so is a correction that changed nothing else. What a correction made confidential is also removed from
 * the version that it replaced.
 */
export function withoutConfidential(entries: readonly Entry[]): { visible: Entry[]; hidden: Entry[] } {
  const line = afterCorrected(entries);
  const shown = shownEvidence(line);
  const shownOf = (entry: Entry): Entry =>
    "evidence" in entry ? { ...entry, evidence: shown.get(entry.id) ?? [] } : entry;
  const hidden = new Set<Id>();
  for (const entry of entries)
    if (entry.type === "evidence" && entry.publication !== "withheld" && shown.get(entry.id)?.length === 0)
      hidden.add(entry.id);
  const seenAs = visibleVersion(entries, hidden);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of line) {
    const before = byId.get(seenAs(entry.corrects) ?? "");
    if (before === undefined || hidden.has(entry.id) || contentOf(shownOf(entry)) !== contentOf(shownOf(before)))
      continue;
    if (contentOf(entry) !== contentOf(before)) hidden.add(entry.id);
  }
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const entry of entries) if (hidden.has(aboutWhich(entry) ?? "")) hidden.add(entry.id);
  }
  const waiting = unpublished(entries, seenAs);
  const visible = entries.flatMap((entry) => {
    if (hidden.has(entry.id)) return [];
    const shown = withVisibleReferences(shownOf(entry), seenAs);
    return [waiting.has(entry.id) ? withheld(shown) : shown];
  });
  return { visible, hidden: entries.filter(({ id }) => hidden.has(id)) };
}

/** The entry that a retraction or a publication is about. */
function aboutWhich(entry: Entry): Id | undefined {
  if (entry.type === "retraction") return entry.retracts;
  return entry.type === "answerPublication" ? entry.answer : undefined;
}

/** The content of an entry, without who recorded it and when, and from when it is public. */
function contentOf({ id: _, recordedAt: __, actor: ___, author: ____, corrects: _____, ...content }: Entry): string {
  return canonical({ ...content, publication: null });
}

/** The entries, each after the entry that it corrects. */
function afterCorrected(entries: readonly Entry[]): readonly Entry[] {
  const corrections = groupedBy(entries, ({ corrects }) => corrects);
  const line = [...(corrections.get(undefined) ?? [])];
  for (const entry of line) line.push(...(corrections.get(entry.id) ?? []));
  return line;
}

/**
 * Finds the entry that a reader sees in place of an entry: the entry itself when it is visible, or else the nearest
 * earlier version that is; undefined when there is none.
 */
function visibleVersion(entries: readonly Entry[], hidden: ReadonlySet<Id>): (id: Id | undefined) => Id | undefined {
  // The answer is remembered for each entry on the way, so that a long line of hidden entries is walked only once.
  const nearest = new Map(entries.map(({ id, corrects }) => [id, corrects]));
  return (id) => {
    const passed: Id[] = [];
    let seen = id;
    while (seen !== undefined && hidden.has(seen)) {
      passed.push(seen);
      seen = nearest.get(seen);
    }
    for (const each of passed) nearest.set(each, seen);
    return seen;
  };
}

/**
 * An entry in which a reference to a hidden entry is replaced by the nearest earlier version that is visible, or
 * removed when there is none.
 */
function withVisibleReferences(entry: Entry, seenAs: (id: Id | undefined) => Id | undefined): Entry {
  const { corrects: _, ...rest } = entry;
  const corrects = seenAs(entry.corrects);
  const named: Entry = corrects === undefined ? rest : { ...entry, corrects };
  if (named.type === "claimWithdrawal") return { ...named, update: seenAs(named.update) ?? named.update };
  if (named.type !== "evidence") return named;
  const { about: __, ...alone } = named;
  const about = seenAs(named.about);
  return about === undefined ? alone : { ...named, about };
}
