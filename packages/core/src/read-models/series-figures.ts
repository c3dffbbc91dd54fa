import { z } from "zod";
import { Id } from "../source.ts";
import { Year } from "../time/day.ts";

const FigureCell = z
  .strictObject({
    row: z.string().optional().describe("The code of the row; absent in the total over rows, or without rows."),
    column: z.string().optional().describe("The code of the column; absent in the total over columns, or without."),
    value: z.int().optional().describe("The number; absent where it is suppressed."),
    suppressed: z
      .literal(true)
      .optional()
      .describe(
        "It is small, or would betray a small one: not published. Who keeps the record sees the number beside.",
      ),
  })
  .meta({ id: "FigureCell", description: "A number of a series, or a total." });
export type FigureCell = z.infer<typeof FigureCell>;

const Cells = z.array(FigureCell).readonly();

const Delivery = z
  .strictObject({ item: Id, deliveredBy: z.string(), cells: Cells })
  .meta({ id: "DeliveredFigures", description: "What one body delivered, with its totals." });

const YearFigures = z
  .strictObject({
    year: Year,
    cells: Cells.describe("What all delivered, added up, row by row, with the totals last."),
    isPublic: z.boolean(),
    deliveries: z.array(Delivery).readonly().optional().describe("Only for who keeps the body's record."),
    awaited: z
      .array(z.string())
      .readonly()
      .optional()
      .describe("Who the series names and has not delivered; only for who keeps the body's record."),
  })
  .meta({ id: "FiguresOfYear", description: "The numbers of a series for a year." });
export type YearFigures = z.infer<typeof YearFigures>;

export const SeriesFigures = z
  .strictObject({
    seesAll: z.boolean().describe("Whether who asks keeps the body's record."),
    years: z.array(YearFigures).readonly().describe("The newest first."),
  })
  .meta({
    id: "SeriesFigures",
    description:
      "The numbers of a series. The public sees the years that are published, without what is suppressed; who keeps the body's record sees all.",
  });
export type SeriesFigures = z.infer<typeof SeriesFigures>;
