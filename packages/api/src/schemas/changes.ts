import { Day } from "@heed/core";
import { ChangeTotals } from "@heed/core/read-models/change-answer";
import { ChangeItem as CoreChangeItem } from "@heed/core/read-models/change-item";
import { listOf } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { followUpLinks } from "./follow-up-item.ts";

export const ChangeList = listOf("ChangeList", linked(CoreChangeItem, followUpLinks), {
  from: Day,
  to: Day,
  ...ChangeTotals.shape,
});
