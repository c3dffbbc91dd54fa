import { createHmac, timingSafeEqual } from "node:crypto";
import type { Id } from "@heed/core";
import type { Follower, FollowerLink } from "@heed/core/followers/follower";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql } from "../connection/sql.ts";
import { type FollowerRow, followerTable } from "../generated/tables.ts";
import { selected } from "../tables/table.ts";

/** A follower as it is kept, with what signs its links. */
export type KeptFollower = Follower & { secret: string };

export async function readFollowers(sql: Sql, where: string, values: readonly string[]): Promise<KeptFollower[]> {
  const rows = await sql.all<FollowerRow>(
    `SELECT ${selected(followerTable)} FROM follower WHERE ${where} ORDER BY id`,
    values,
  );
  return rows.map(({ confirmedAt, ...row }) =>
    withoutAbsent({ ...row, confirmedAt: confirmedAt ?? undefined }),
  ) as KeptFollower[];
}

export async function readFollower(sql: Sql, id: Id): Promise<KeptFollower | undefined> {
  const [follower] = await readFollowers(sql, "id = ?", [id]);
  return follower;
}

/** The secret part of a link: who it is for and what it does, signed. Another link of the same follower cannot be made of it. */
export function secretOf({ id, secret }: Pick<KeptFollower, "id" | "secret">, link: FollowerLink): string {
  return `${id}.${createHmac("sha256", secret).update(link).digest("base64url")}`;
}

/** The follower of a link, where it was signed for that. */
export async function followerOfLink(sql: Sql, link: FollowerLink, given: string): Promise<KeptFollower | undefined> {
  const [id = ""] = given.split(".");
  const follower = await readFollower(sql, id);
  if (follower === undefined) return undefined;
  const [one, other] = [Buffer.from(given), Buffer.from(secretOf(follower, link))];
  return one.length === other.length && timingSafeEqual(one, other) ? follower : undefined;
}
