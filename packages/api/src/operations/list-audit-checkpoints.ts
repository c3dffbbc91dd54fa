import { Instant } from "@heed/core";
import { z } from "zod";
import { operation } from "../operation.ts";
import { pageBody, pagingOf } from "../page.ts";
import { listOf } from "../schemas/common.ts";
import { paging } from "../schemas/parameters.ts";

const AuditCheckpoint = z
  .strictObject({
    sequence: z.int().describe("From 1."),
    at: Instant,
    hash: z.string().describe("SHA-256, 64 hexadecimal digits."),
  })
  .meta({ id: "AuditCheckpoint", description: "What all chains of the audit came to at one moment." });

export const listAuditCheckpoints = operation({
  id: "listAuditCheckpoints",
  path: "/audit/checkpoints",
  tag: "service",
  summary: "The checkpoints of the audit, the newest first",
  description:
    "Keep a hash elsewhere: `heed audit verify --checkpoint HASH` then tells whether something was cut off or replaced since.",
  query: z.object(paging),
  output: listOf("AuditCheckpointList", AuditCheckpoint),
  async handle({ reads }, input) {
    const page = await reads.auditCheckpoints(pagingOf(input));
    return { body: pageBody("/audit/checkpoints", input, page, (checkpoint) => checkpoint) };
  },
});
