import { Day } from "@heed/core";
import { Comparison } from "@heed/core/comparison/comparison";
import { ComparisonItem as CoreComparisonItem } from "@heed/core/read-models/comparison-answer";
import { listOf } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { followUpLinks } from "./follow-up-item.ts";

export const ComparisonList = listOf("ComparisonList", linked(CoreComparisonItem, followUpLinks), {
  from: Day,
  to: Day,
  ...Comparison.shape,
});
