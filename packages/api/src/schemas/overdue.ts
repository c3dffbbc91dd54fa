import { Day } from "@heed/core";
import { OverdueTotals } from "@heed/core/read-models/overdue-answer";
import { OverdueItem as CoreOverdueItem } from "@heed/core/read-models/overdue-item";
import { z } from "zod";
import { listOf, Reason } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { followUpLinks } from "./follow-up-item.ts";

export const OverdueItem = linked(CoreOverdueItem, { ...followUpLinks, reasons: z.array(Reason).readonly() });

export const OverdueList = listOf("OverdueList", OverdueItem, { asOf: Day, ...OverdueTotals.shape });
