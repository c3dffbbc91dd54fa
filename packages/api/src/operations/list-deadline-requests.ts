import { z } from "zod";
import { filterNamed } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { organizationNames, pagingByCursor, reportNames } from "../contract/parameters.ts";
import { DeadlineRequestList } from "../schemas/deadline-request.ts";
import { followUpItem } from "../schemas/present.ts";

export const listDeadlineRequests = operation({
  id: "listDeadlineRequests",
  path: "/deadlineRequests",
  tag: "overdue",
  summary: "The requests for a later date that wait for a decision today, the oldest first",
  query: z.object({
    addressee: organizationNames("The addressee as printed"),
    report: reportNames,
    ...pagingByCursor,
  }),
  output: DeadlineRequestList,
  async handle(context, input) {
    const { addressee, report } = input;
    const asOf = context.today;
    const filter = { asOf, ...(await filterNamed(context, { addressee, report })) };
    const page = await context.reads.deadlineRequests(context.reader, filter, pagingOf(input));
    return { body: { ...pageBody("/deadlineRequests", input, page, followUpItem), asOf } };
  },
});
