import { OverdueKind } from "@heed/core";
import type { Sql } from "../../connection/sql.ts";
import { indexed } from "../../statements/indexed.ts";
import { joinInOrder } from "../../statements/join-in-order.ts";
import { Where } from "../../statements/where.ts";
import { type BesideLasting, besideLasting, fewEnding } from "../responsible/beside-lasting.ts";
import { candidatesOn } from "../responsible/responsible.ts";
import { indexOf, type Lead, lasting, leadOf } from "./lead.ts";
import { type OnDay, undated } from "./owed-on-day.ts";
import { type OwedFilter, owedWhere, owingOrganization } from "./owed-where.ts";

/** Some of the things owed that fulfil a filter: `from` names the table of rows `o`; `due` is the SQL of the date in order. */
export type OwedPart = { from: string; where: Where; due: string };

/** The parts of a list, and whether one thing may be in several of them. */
export type OwedParts = { parts: readonly OwedPart[]; mayRepeat: boolean };

/** More would take as long to prepare as to read. */
const mostRanges = 24;

/**
 * The things owed that fulfil a filter, in parts, each read in the order of due dates along an index. Most of what is owed
 * today has no end: it is found by what leads and by kind. What ends after the day is few on most days, and found by its
 * end; on days long ago it is many, and all is found by the indexes of any period (docs/decisions/0046). Who has counted
 * already what is read beside gives it.
 */
export async function owedParts(
  sql: Sql,
  filter: OwedFilter,
  onDay: OnDay,
  counted?: BesideLasting,
): Promise<OwedParts> {
  const mixed = onDay.undated ? `COALESCE(${onDay.due}, ${undated})` : onDay.due;
  const beside = counted ?? (await besideLasting(sql, "owed", filter));
  const { responsible, ...others } = filter;
  const ofAny = (where: Where) => besides(where, owedWhere(sql, others, onDay.any));
  const itself = new Where(sql.dialect).andInList("o.responsible_id", responsible);
  const isLongAgo = beside.ending > fewEnding;
  const lead = isLongAgo ? undefined : await leadOf(sql, filter);
  const parts = isLongAgo
    ? [{ from: "owed o", where: ofAny(itself), due: mixed }]
    : lastingParts(sql, filter, onDay, lead);
  if (beside.candidates > 0)
    parts.push({
      from: `responsibility candidate ${indexed(sql, "responsibility_candidate_idx")}
        ${joinInOrder(sql)} owed o ON o.follow_up_id = candidate.follow_up_id AND candidate.side = ${owingOrganization.side}`,
      where: ofAny(candidatesOn(sql.dialect, filter.asOf, responsible)),
      due: mixed,
    });
  if (!isLongAgo && beside.ending > 0)
    parts.push({
      from: `owed o ${indexed(sql, "owed_ended_idx")}`,
      where: ofAny(itself.copy().and("o.owed_until < '9999-12-31'")),
      due: mixed,
    });
  const hasSeveralThemes = lead?.name === "theme" && new Set(filter.theme).size > 1;
  return { parts, mayRepeat: hasSeveralThemes || beside.candidates > 0 };
}

/** One range of an index for each value that leads and each kind; what has no date is a range of its own. */
function lastingParts(sql: Sql, filter: OwedFilter, onDay: OnDay, lead: Lead | undefined): OwedPart[] {
  const order = onDay.due === "o.due" ? "due" : "original_due";
  const from = `${lead?.table ?? "owed"} o ${indexed(sql, indexOf(lead, order))}`;
  const values = lead === undefined ? [undefined] : [...new Set(filter[lead.name])];
  const kinds = filter.kind === undefined ? OverdueKind.options : [...new Set(filter.kind)];
  const others = besides(onDay.lasting, andOthers(new Where(sql.dialect), filter, lead));
  const all = () => new Where(sql.dialect).and(lasting(lead));
  const ranges = values.length * kinds.length;
  if (ranges === 0 || ranges > mostRanges) {
    const where = all().andInList("o.kind", filter.kind);
    if (lead !== undefined) where.andInList(`o.${lead.column}`, filter[lead.name]);
    const due = onDay.undated ? `COALESCE(${onDay.due}, ${undated})` : onDay.due;
    return [{ from, where: besides(where, others), due }];
  }
  return values.flatMap((value) =>
    kinds.flatMap((kind) => {
      const range = () => {
        const where = all();
        if (lead !== undefined && value !== undefined) where.and(`o.${lead.column} = ?`, value);
        return where.and("o.kind = ?", kind);
      };
      if (!onDay.undated) return [{ from, where: besides(range(), others), due: onDay.due }];
      return [
        { from, where: besides(range().and("o.due IS NOT NULL"), others), due: onDay.due },
        { from, where: besides(range().and("o.due IS NULL"), others), due: undated },
      ];
    }),
  );
}

/** What is asked beside what leads. */
function andOthers(where: Where, { addressee, responsible, report, theme }: OwedFilter, lead?: Lead): Where {
  const other = (name: Lead["name"], column: string, list: readonly string[] | undefined) =>
    lead?.name === name ? where : where.andInList(column, list);
  other("addressee", "o.addressee_id", addressee);
  other("responsible", "o.responsible_id", responsible);
  other("report", "o.report_id", report);
  if (theme === undefined || lead?.name === "theme") return where;
  const themes = new Where(where.dialect).andInList("t.theme", theme);
  return where.and(`EXISTS (SELECT 1 FROM theme_owed t WHERE t.id = o.id AND ${themes.text})`, ...themes.values);
}

function besides(where: Where, others: Where): Where {
  return where.copy().and(others.text, ...others.values);
}
