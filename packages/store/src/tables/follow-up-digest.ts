import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { contentDigest } from "./content-digest.ts";

/** A follow-up as it is stored, with the digests of its entries: its last audit record vouches for this content. */
export type FollowUpContent = {
  id: Id;
  recommendation: Id;
  addressee: Id;
  nameAtIssue: string | null;
  role: string;
  source: string | null;
  version: number;
  auditHead: string;
  /** By which the next import of the same file knows it. */
  importKey: string | null;
  /** In the order of their ids. */
  entries: ({ id: Id; digest: string | null } & ImportKey)[];
};

/** Absent for an entry that an act made. */
type ImportKey = { importKey: string | null };

/**
 * The digest of a whole follow-up; adding, changing or removing an entry or an import key changes it. Without import
 * keys it is the same as digestWithoutImportKeys().
 */
export function followUpDigest(content: FollowUpContent): string {
  const entries = content.entries.flatMap(({ id, importKey }) => (importKey === null ? [] : [[id, importKey]]));
  if (content.importKey === null && entries.length === 0) return digestWithoutImportKeys(content);
  return contentDigest({ ...withoutImportKeys(content), importKeys: { own: content.importKey, entries } });
}

/** As records kept it until they vouched for import keys too. */
export function digestWithoutImportKeys(content: FollowUpContent): string {
  return contentDigest(withoutImportKeys(content));
}

function withoutImportKeys({
  version: _,
  auditHead: __,
  importKey: ___,
  entries,
  ...content
}: FollowUpContent): object {
  return { ...content, entries: entries.map(({ id, digest }) => ({ id, digest })) };
}

/** Compares ids by their bytes, which is the order of both databases. */
export function byBytes(a: Id, b: Id): number {
  if (!beyondPlanes.test(a) && !beyondPlanes.test(b)) return a < b ? -1 : Number(a > b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Only these characters have another order in UTF-16 than in UTF-8. */
const beyondPlanes = /[\uD800-\uDFFF]/;

/** The contents of a batch of follow-ups, by two queries. */
export async function followUpContents(sql: Sql, ids: readonly Id[]): Promise<FollowUpContent[]> {
  const list = JSON.stringify(ids);
  const followUps = await sql.all<Omit<FollowUpContent, "entries">>(
    `SELECT id, recommendation_id AS recommendation, addressee_id AS addressee, name_at_issue AS "nameAtIssue", role,
       source, version, audit_head AS "auditHead", import_key AS "importKey"
     FROM follow_up WHERE ${inList(sql, "id")} ORDER BY id`,
    [list],
  );
  const entries = await sql.all<{ followUp: Id } & FollowUpContent["entries"][number]>(
    `SELECT follow_up_id AS "followUp", id, content_digest AS digest, import_key AS "importKey"
     FROM entry WHERE ${inList(sql, "follow_up_id")} ORDER BY id`,
    [list],
  );
  const byFollowUp = new Map<Id, FollowUpContent["entries"]>();
  for (const { followUp, ...entry } of entries) {
    const known = byFollowUp.get(followUp);
    if (known) known.push(entry);
    else byFollowUp.set(followUp, [entry]);
  }
  return followUps.map((followUp) => ({ ...followUp, entries: byFollowUp.get(followUp.id) ?? [] }));
}
