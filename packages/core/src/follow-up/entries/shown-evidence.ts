import { canonical } from "../../canonical.ts";
import type { Id } from "../../source.ts";
import type { Entry } from "./entry.ts";
import type { Evidence } from "./evidence.ts";

/** What later versions of an entry keep from its earlier ones. */
type Kept = {
  secrets: Set<string>;
  /** The items that are open in each version that brought a secret of its own; undefined where none did. */
  open?: ReadonlySet<string>;
};

/**
 * By entry, the evidence that everybody may read in it, given each after what it corrects. An item is itself by all that it
 * says, not by its title. What a later version keeps confidential is kept in the earlier ones. Where a version has a
 * confidential item that the one before had not, that may be one of before under other words: the earlier versions then show
 * no item but those that stay open.
 */
export function shownEvidence(line: readonly Entry[]): Map<Id, Evidence[]> {
  const byId = new Map(line.map((entry) => [entry.id, entry]));
  const keptFrom = new Map<Id, Kept>();
  const shown = new Map<Id, Evidence[]>();
  for (const entry of [...line].reverse()) {
    const evidence = evidenceOf(entry);
    const kept: Kept = keptFrom.get(entry.id) ?? { secrets: new Set() };
    keptFrom.delete(entry.id);
    shown.set(
      entry.id,
      evidence.filter((item) => !item.confidential && !kept.secrets.has(itselfOf(item)) && isOpenIn(kept, item)),
    );
    const before = entry.corrects === undefined ? undefined : byId.get(entry.corrects);
    if (before === undefined) continue;
    const after = withSecretsOf(kept, evidence, evidenceOf(before));
    const others = keptFrom.get(before.id);
    keptFrom.set(before.id, others === undefined ? after : both(others, after));
  }
  return shown;
}

export function evidenceOf(entry: Entry): readonly Evidence[] {
  return "evidence" in entry ? entry.evidence : [];
}

/** Adds to what is kept, rather than copying it: a line of versions may be long. */
function withSecretsOf(kept: Kept, evidence: readonly Evidence[], before: readonly Evidence[]): Kept {
  const open = new Set(evidence.filter(({ confidential }) => !confidential).map(itselfOf));
  const secrets = evidence.filter(({ confidential }) => confidential).map(itselfOf);
  for (const secret of secrets) if (!open.has(secret)) kept.secrets.add(secret);
  const had = new Set(before.map(itselfOf));
  return secrets.every((secret) => had.has(secret)) ? kept : both(kept, { secrets: new Set(), open });
}

function both(one: Kept, other: Kept): Kept {
  for (const secret of other.secrets) one.secrets.add(secret);
  const open =
    one.open === undefined || other.open === undefined
      ? (one.open ?? other.open)
      : new Set([...one.open].filter((each) => other.open?.has(each)));
  return { secrets: one.secrets, ...(open && { open }) };
}

function isOpenIn({ open }: Kept, item: Evidence): boolean {
  return open?.has(itselfOf(item)) ?? true;
}

function itselfOf({ confidential: _, ...item }: Evidence): string {
  return canonical(item);
}
