import type { Entry, Evidence } from "../follow-up/entry.ts";
import type { Standing } from "../follow-up/standing.ts";
import type { Id } from "../source.ts";
import type { Reader } from "./reader.ts";

/**
 * Whether a reader sees the confidential evidence of a follow-up: the issuing body's editors and assessors do, and a respondent of
 * the organization that answers for it. Those who name no body work for all.
 */
export function maySeeConfidential(
  { role, organizations }: Reader,
  addressee: Id,
  standing: (Pick<Standing, "responsible"> & Partial<Pick<Standing, "issuingBody">>) | undefined,
): boolean {
  if (role === "editor" || role === "assessor" || role === "admin") {
    const { issuingBody } = standing ?? {};
    if (organizations.length === 0 || issuingBody === undefined) return true;
    return [issuingBody.organization, ...issuingBody.candidates].some((body) => organizations.includes(body));
  }
  const responsible = standing?.responsible.organization ?? addressee;
  return role === "respondent" && organizations.includes(responsible);
}

/**
 * The entries without their confidential evidence. An entry that holds nothing else is among the hidden, with what takes it
 * back: it leaves no trace. What a correction made confidential is so in the version that it replaced, too.
 */
export function withoutConfidential(entries: readonly Entry[]): { visible: Entry[]; hidden: Entry[] } {
  const secrets = secretsOf(entries);
  const hidden = new Set<Id>();
  const shown = new Map(entries.map((entry) => [entry.id, evidenceOf(entry).filter((each) => !isSecret(entry, each))]));
  function isSecret({ id }: Entry, { title, confidential }: Evidence): boolean {
    return confidential || (secrets.get(id)?.has(title) ?? false);
  }
  for (const entry of entries) if (entry.type === "evidence" && shown.get(entry.id)?.length === 0) hidden.add(entry.id);
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const entry of entries) if (entry.type === "retraction" && hidden.has(entry.retracts)) hidden.add(entry.id);
  }
  const visible = entries.flatMap((entry): Entry[] => {
    if (hidden.has(entry.id)) return [];
    const { corrects, ...rest } = entry;
    const told = withoutAbout(corrects !== undefined && hidden.has(corrects) ? rest : entry, hidden);
    return ["evidence" in told ? { ...told, evidence: shown.get(entry.id) ?? [] } : told];
  });
  return { visible, hidden: entries.filter(({ id }) => hidden.has(id)) };
}

/** What stands behind a hidden entry stands by itself. */
function withoutAbout(entry: Entry, hidden: ReadonlySet<Id>): Entry {
  if (entry.type !== "evidence" || entry.about === undefined || !hidden.has(entry.about)) return entry;
  const { about: _, ...rest } = entry;
  return rest;
}

/** By entry, the titles that it or a later version of it keeps confidential. */
function secretsOf(entries: readonly Entry[]): Map<Id, ReadonlySet<string>> {
  const secrets = new Map<Id, Set<string>>(entries.map(({ id }) => [id, new Set()]));
  const correctedOf = new Map(entries.map(({ id, corrects }) => [id, corrects]));
  for (const entry of entries)
    for (const { title, confidential } of evidenceOf(entry)) {
      if (!confidential) continue;
      // A version that keeps it already has told those before it.
      for (
        let id: Id | undefined = entry.id;
        id !== undefined && !secrets.get(id)?.has(title);
        id = correctedOf.get(id)
      )
        secrets.get(id)?.add(title);
    }
  return secrets;
}

function evidenceOf(entry: Entry): readonly Evidence[] {
  return "evidence" in entry ? entry.evidence : [];
}
