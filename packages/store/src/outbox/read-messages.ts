import type { Id } from "@heed/core";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { MessageFilter, ShownMessage } from "@heed/core/reminders/reminder-desk";
import { withoutAbsent } from "@heed/core/without-absent";
import type { Sql } from "../connection/sql.ts";
import { type OutboxMessageRow, outboxMessageTable } from "../generated/tables.ts";
import { localizedText } from "../queries/localized-text.ts";
import { total } from "../queries/register.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { selected } from "../tables/table.ts";
import { messageOf } from "./outbox.ts";

type Row = OutboxMessageRow & { userName: string | null; code: string | null; organizationName: string | null };

/** The newest first. */
export async function readMessages(
  sql: Sql,
  { state, kind }: MessageFilter,
  paging: Paging,
): Promise<Page<ShownMessage>> {
  const where = new Where(sql.dialect).andInList("m.state", state).andInList("m.kind", kind);
  const page = where.copy();
  if (paging.after !== undefined) page.and("(m.day, m.id) < (?, ?)", ...placeOf("outboxMessages", paging.after));
  const rows = await rowsOf(sql, page, ` ORDER BY m.day DESC, m.id DESC${limitText(paging)}`);
  const { items, ...rest } = pageOf("outboxMessages", rows, paging, ({ day, id }) => [day, id]);
  return { items: items.map(shownMessage), ...rest, ...(await total(sql, paging, "outbox_message m", where)) };
}

export async function readMessage(sql: Sql, id: Id): Promise<ShownMessage | undefined> {
  const [row] = await rowsOf(sql, new Where(sql.dialect).and("m.id = ?", id));
  return row && shownMessage(row);
}

function rowsOf(sql: Sql, where: Where, order = ""): Promise<Row[]> {
  return sql.all<Row>(
    `SELECT ${selected(outboxMessageTable, "m")}, u.name AS "userName", o.code, o.name AS "organizationName"
     FROM outbox_message m
       LEFT JOIN user_account u ON u.id = m.user_id LEFT JOIN organization o ON o.id = m.organization_id
     WHERE ${where.text}${order}`,
    where.values,
  );
}

function shownMessage({ userName, code, organizationName, ...row }: Row): ShownMessage {
  const { user, organization, ...message } = messageOf(row);
  return withoutAbsent({
    ...message,
    user: user === undefined ? undefined : { id: user, name: userName ?? user },
    organization:
      organization === undefined || organizationName === null
        ? undefined
        : { id: organization, code: code ?? "", name: localizedText(organizationName) },
  }) as ShownMessage;
}
