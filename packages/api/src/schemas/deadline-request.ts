import { Day } from "@heed/core";
import { DeadlineRequestItem as CoreItem } from "@heed/core/read-models/deadline-request-item";
import { listOf } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { followUpLinks } from "./follow-up-item.ts";

export const DeadlineRequestList = listOf("DeadlineRequestList", linked(CoreItem, followUpLinks), { asOf: Day });
