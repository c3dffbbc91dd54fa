import { DomainError, type Id, type Reader } from "@heed/core";
import { bodiesHeld, maySeeAll } from "@heed/core/access/reader";
import { type RegisterActName, registerActs } from "@heed/core/acts/acts";
import { personalKinds } from "@heed/core/collected-item/item-kinds";
import { isSharedByAllBodies } from "@heed/core/register/register-kinds";
import { words } from "@heed/core/text/words";
import type { Sql } from "../connection/sql.ts";
import { readBodiesOfActor } from "../organizations/bodies-of-actor.ts";
import { verifyingBodies } from "../organizations/verifying-bodies.ts";
import type { RunningAct } from "./running-act.ts";

type Keeping = Pick<RunningAct, "sql" | "context" | "input">;

type Named = { body: Id; status?: string };

/** The issuing body of each thing that acts are done on, and whether the thing is still a draft. */
const named = {
  report: "SELECT issuing_body_id AS body, status FROM report WHERE id = ?",
  recommendation: `SELECT r.issuing_body_id AS body, p.status FROM recommendation r JOIN report p ON p.id = r.report_id
    WHERE r.id = ?`,
  reportingCycle: "SELECT issuing_body_id AS body FROM reporting_cycle WHERE id = ?",
  // What others may not see is to them as a draft is.
  collectedItem: `SELECT issuing_body_id AS body,
    CASE WHEN kind IN (${personalKinds.map((kind) => `'${kind}'`).join(", ")}) THEN 'personal' WHEN is_public = 0 THEN 'draft'
      ELSE 'public' END AS status
    FROM collected_item WHERE id = ?`,
  // What is published by now is seen by all; the rest is to others as a draft is.
  reportSection: `SELECT p.issuing_body_id AS body,
    CASE WHEN s.is_final = 1 AND p.status = 'published' THEN 'public' ELSE 'draft' END AS status
    FROM report_section s JOIN report p ON p.id = s.report_id WHERE s.id = ?`,
} as const;

/**
 * An editor whose token names issuing bodies keeps the reports and cycles of these bodies, and of what became them whole, and the
 * recommendations for which they answer today; what all share, such as organizations and settings, needs an editor of all
 * bodies. The drafts of others do not exist for such an editor. Errors: missingPermission; notFound.
 */
export async function requireOwn(running: Keeping, act: RegisterActName, thing: Id, reader: Reader): Promise<void> {
  const { sql, context, input } = running;
  const { organizations } = context.actor;
  if (organizations.length === 0) return;
  const on = registerActs[act].on;
  if (isSharedByAllBodies(on))
    throw new DomainError("missingPermission", "what all bodies share can be changed only by an editor of all bodies");
  const kept = await readBodiesOfActor(sql, { organizations, today: context.today });
  const seesDraftsOf = async (body: Id) =>
    kept.has(body) ||
    maySeeAll(reader) ||
    (await readBodiesOfActor(sql, { organizations: bodiesHeld(reader), today: context.today })).has(body);
  const { issuingBody, to, type } = (input ?? {}) as { issuingBody?: unknown; to?: unknown; type?: unknown };
  if (typeof issuingBody === "string" && !kept.has(issuingBody)) throw belongsToOtherBody();
  const own = on in named && thing !== "" ? await thingOf(sql, on as keyof typeof named, thing) : undefined;
  // An assessor sees drafts of the body, and nothing about persons.
  const isHidden =
    own !== undefined &&
    (own.status === "personal" ? !kept.has(own.body) : own.status === "draft" && !(await seesDraftsOf(own.body)));
  if (isHidden) throw new DomainError("notFound", `there is no ${words(on)} with the id ${thing}`);
  if (on === "recommendation" && own?.status === "published") await requireAnswersFor(running, thing);
  else if (own !== undefined && !kept.has(own.body)) throw belongsToOtherBody();
  // A recommendation that names no body any more is its report's again.
  if (on === "recommendation" && issuingBody === null) {
    const [report] = await sql.all<Pick<Named, "body">>(
      "SELECT p.issuing_body_id AS body FROM recommendation r JOIN report p ON p.id = r.report_id WHERE r.id = ?",
      [thing],
    );
    if (report !== undefined && !kept.has(report.body)) throw belongsToOtherBody();
  }
  if (on !== "recommendation" || typeof to !== "string") return;
  const older = await thingOf(sql, "recommendation", to);
  if (older?.status === "draft" && !(await seesDraftsOf(older.body)))
    throw new DomainError("invalidInput", `there is no recommendation with the id ${to}`, [
      { name: "to", value: to, detail: "no recommendation has this id" },
    ]);
  if (older?.status === "draft" && !kept.has(older.body)) throw belongsToOtherBody();
  // Any other link could close follow-ups of the other body, or change their age.
  if (older?.status === "published" && type !== "relatesTo") await requireAnswersFor(running, to);
}

/** As for an act on a follow-up: the body that verifies each one below the recommendation on the day of the act. */
async function requireAnswersFor({ sql, context }: Keeping, recommendation: Id): Promise<void> {
  const verified = await verifyingBodies(sql, recommendation, context.today);
  const others = verified.find(({ bodies }) => !bodies.some((body) => context.actor.organizations.includes(body)));
  if (others !== undefined)
    throw new DomainError("missingPermission", `another issuing body answers for ${others.reference}`);
}

async function thingOf(sql: Sql, kind: keyof typeof named, id: Id): Promise<Named | undefined> {
  const [row] = await sql.all<Named>(named[kind], [id]);
  return row;
}

function belongsToOtherBody(): DomainError {
  return new DomainError("missingPermission", "that is another issuing body's");
}
