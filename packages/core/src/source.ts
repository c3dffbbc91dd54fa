import { z } from "zod";

/** Where something that was imported comes from: it binds R7, R8 and R10 to new acts only. */
export const Source = z
  .strictObject({
    name: z.string().min(1).describe("The source's name, as the mapping gives it."),
    file: z.string().optional(),
    row: z.int().positive().optional().describe("The line of the file on which the record starts."),
    said: z
      .record(z.string(), z.string())
      .optional()
      .describe("What the source itself said, kept word for word and never counted."),
    illustrative: z.boolean().optional().describe("The content is invented, to show how things look."),
  })
  .meta({ id: "Source", description: "Where an imported thing comes from." });
export type Source = z.infer<typeof Source>;

export const Id = z.string().min(1).max(64).meta({ id: "Id", description: "An opaque identifier." });
export type Id = z.infer<typeof Id>;

export const Instant = z.iso.datetime({ offset: true }).meta({ id: "Instant", description: "A moment, RFC 3339." });
export type Instant = z.infer<typeof Instant>;
