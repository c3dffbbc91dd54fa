import { z } from "zod";
import { Instant } from "../source.ts";

/**
 * What others can note of a checkpoint of the audit: with it they can see later whether something was removed or
 * replaced.
 */
export const CheckpointHash = z
  .strictObject({
    sequence: z.int().describe("From 1."),
    at: Instant,
    hash: z.string().describe("SHA-256, 64 hexadecimal digits."),
  })
  .meta({ id: "AuditCheckpoint", description: "The last records of all audit chains at one moment, as one hash." });
export type CheckpointHash = z.infer<typeof CheckpointHash>;
