import { z } from "zod";
import { Holder } from "../../organization/holder.ts";
import { Id } from "../../source.ts";
import { Day } from "../../time/day.ts";

/** Who is responsible on a day, and since when (R14, R41). */
export const Responsible = z
  .strictObject({
    ...Holder.shape,
    /** Absent for the printed organization. */
    since: Day.optional(),
    change: Id.optional().describe(
      "The change of organizations since which it is so: a decision on the successor names it.",
    ),
    daysSinceResponsible: z.int().optional().describe("Whole days on the day asked about: 0 on the day of the change."),
  })
  .meta({
    id: "Responsible",
    description: "The responsible organization; undecided: an editor decides among the candidates (R14).",
  });
export type Responsible = z.infer<typeof Responsible>;
