import { createHash, randomUUID } from "node:crypto";
import type { BareSql, Row, Value } from "./bare-sql.ts";

export type BaselineUpdate = { version: number; reportingYear: number; level: string; narrative: string };

const endOfTime = "9999-12-31";

/**
 * One progress update by hand, in one transaction. It reads the token, the settings, the follow-up with everything that
 * a rule would use, and the derived rows. It writes the entry, the end of one period of standing and the beginning of
 * the next, the end of the update that is no longer owed, with its year and its difference in the counts, the audit
 * record and the new version. It decides and derives nothing.
 */
export async function recordUpdate(
  sql: BareSql,
  id: string,
  token: string,
  input: BaselineUpdate,
): Promise<Row | undefined> {
  const [, prefix] = token.split("_");
  const [known] = await sql.all("SELECT hash, revoked_at FROM api_token WHERE prefix = ?", prefix ?? "");
  if (known?.hash !== sha256(token) || known.revoked_at !== null) return undefined;
  await sql.all("SELECT body FROM setting ORDER BY recorded_at DESC, id DESC LIMIT 1");
  const at = new Date().toISOString();
  const today = at.slice(0, 10);
  return sql.transaction(async (all) => {
    await all("UPDATE follow_up SET version = version + 1 WHERE id = ? AND version = ?", id, input.version);
    const [followUp] = await all(
      `SELECT f.*, r.body AS recommendation_body, p.body AS report_body, p.issuing_body_id, p.published_on
       FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id WHERE f.id = ?`,
      id,
    );
    if (followUp === undefined || followUp.version !== input.version + 1) return undefined;
    await all("SELECT * FROM reporting_cycle WHERE issuing_body_id = ?", followUp.issuing_body_id as Value);
    await all(
      `SELECT c.body FROM organization_change c JOIN organization_change_part o ON o.change_id = c.id
       WHERE o.part = 'original' AND o.organization_id IN (?, ?)`,
      followUp.addressee_id as Value,
      followUp.issuing_body_id as Value,
    );
    for (const side of ["from_id", "to_id"])
      await all(`SELECT * FROM recommendation_link WHERE ${side} = ?`, followUp.recommendation_id as Value);
    await all("SELECT * FROM responsibility WHERE follow_up_id = ?", id);
    const [checkpoint] = await all("SELECT max(sequence) AS last FROM audit_checkpoint");
    const entries = await all("SELECT id, body, content_digest FROM entry WHERE follow_up_id = ?", id);
    const owed = await all("SELECT * FROM owed WHERE follow_up_id = ?", id);
    const standings = await all("SELECT * FROM standing WHERE follow_up_id = ?", id);

    const entry = { id: randomUUID(), type: "progressUpdate", givenOn: today, recordedAt: at, asOf: today, ...input };
    const body = JSON.stringify(entry);
    const digest = sha256(body);
    await insert(all, "entry", {
      id: entry.id,
      follow_up_id: id,
      type: entry.type,
      given_on: today,
      recorded_at: at,
      body,
      content_digest: digest,
    });
    const last = standings.find(({ until_on }) => until_on === endOfTime);
    if (last !== undefined && last.from_on !== today) {
      await all(
        "UPDATE standing SET until_on = ? WHERE follow_up_id = ? AND from_on = ?",
        today,
        id,
        last.from_on as Value,
      );
      await insert(all, "standing", { ...last, from_on: today, reported: input.level });
    } else {
      await all("UPDATE standing SET reported = ? WHERE follow_up_id = ? AND from_on = ?", input.level, id, today);
    }
    const update = owed.find(({ kind, owed_until }) => kind === "update" && owed_until === endOfTime);
    if (update !== undefined) {
      await all(
        "UPDATE owed SET owed_until = ?, late_until = ?, late_until_original = ? WHERE id = ?",
        today,
        today,
        today,
        update.id as Value,
      );
      if (update.late_from !== endOfTime) await endLateness(all, update, today);
    }
    const hash = sha256(`${followUp.audit_head}${digest}${at}`);
    await insert(all, "audit_record", {
      follow_up_id: id,
      sequence: input.version + 1,
      at,
      actor: "baseline",
      system_user: "service",
      action: "update",
      content_digest: sha256(entries.map(({ content_digest }) => content_digest).join() + digest),
      checkpoint: checkpoint?.last ?? 0,
      previous_hash: String(followUp.audit_head),
      hash,
    });
    await all("UPDATE follow_up SET audit_head = ? WHERE id = ?", hash, id);
    return { version: input.version + 1 };
  });
}

async function endLateness(all: BareSql["all"], owed: Row, today: string): Promise<void> {
  await insert(all, "late_year", {
    against: "both",
    year: Number(today.slice(0, 4)),
    due: owed.due ?? null,
    owed_id: owed.id ?? null,
    late_from: owed.late_from ?? null,
    late_until: today,
    kind: "update",
  });
  const ages = { late_1: 0, late_31: 0, late_91: 0, late_181: -1, late_366: 0 };
  await insert(all, "late_change", { against: "both", kind: "update", day: today, ...ages });
}

async function insert(all: BareSql["all"], table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  await all(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    ...Object.values(row),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
