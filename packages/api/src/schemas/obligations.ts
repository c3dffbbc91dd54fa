import { Day } from "@heed/core";
import { ObligationTotals } from "@heed/core/read-models/obligation-answer";
import { ObligationItem as CoreObligationItem } from "@heed/core/read-models/obligation-item";
import { z } from "zod";
import { listOf, Reason } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { followUpLinks } from "./follow-up-item.ts";

export const ObligationItem = linked(CoreObligationItem, { ...followUpLinks, reasons: z.array(Reason).readonly() });

export const ObligationList = listOf("ObligationList", ObligationItem, { asOf: Day, ...ObligationTotals.shape });
