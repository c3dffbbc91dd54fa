import { z } from "zod";
import { ChangeKind } from "../follow-up/changes/change.ts";
import type { ChangeFilter } from "./change-filter.ts";
import type { ChangeItem } from "./change-item.ts";
import type { Page } from "./paging.ts";

/** How many things changed, exactly; absent where no total was asked for. */
export const ChangeTotals = z
  .strictObject({ totalsByKind: z.record(ChangeKind, z.int()).readonly().optional() })
  .meta({ description: "How many things changed, by kind." });
export type ChangeTotals = z.infer<typeof ChangeTotals>;

export type ChangeAnswer = Page<ChangeItem> & ChangeTotals & Pick<ChangeFilter, "from" | "to">;
