import type { BareSql } from "../baseline/bare-sql.ts";
import type { Floor } from "../questions/question.ts";

/** What the record decides of the floor's SQL, as a programmer would know it of his own record. */
export async function floorOf(sql: BareSql): Promise<Floor> {
  const [row] = await sql.all(
    "SELECT count(*) AS count FROM (SELECT recommendation FROM floor_follow_up GROUP BY recommendation HAVING count(*) > 1 LIMIT 1) AS several",
  );
  return { dialect: sql.dialect, single: Number(row?.count) === 0 };
}
