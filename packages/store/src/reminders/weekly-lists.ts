import { isForIssuingBody } from "@heed/core/access/right";
import { addDays, dayOfWeek } from "@heed/core/time/day";
import { rightsOn } from "@heed/core/users/user";
import type { Sql } from "../connection/sql.ts";
import type { NewMessage } from "../outbox/outbox.ts";
import { readUsers } from "../tables/user-rows.ts";
import { common, type DecidingOn } from "./deciding-on.ts";

/** The list for each editor and assessor, once a week: on Monday, or on the first day after it on which somebody decides. */
export async function weeklyLists(sql: Sql, deciding: DecidingOn): Promise<NewMessage[]> {
  const { today } = deciding;
  const monday = addDays(today, 1 - dayOfWeek(today));
  const users = await readUsers(sql, "u.email IS NOT NULL");
  return users
    .filter((user) => rightsOn(user, today).some(isForIssuingBody))
    .map(({ id }) => ({
      ...common(deciding),
      key: `weeklyList/${monday}/${id}`,
      kind: "weeklyList",
      user: id,
      body: { reminders: [] },
    }));
}
