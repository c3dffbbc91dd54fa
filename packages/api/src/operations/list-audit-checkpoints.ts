import { DomainError, Instant, maySeeDrafts } from "@heed/core";
import { z } from "zod";
import { noAccessToken } from "../http/problem.ts";
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
    "For editors and assessors, as a new checkpoint tells that something was recorded. Keep a hash elsewhere: `heed audit verify --checkpoint HASH` then tells whether something was cut off or replaced since.",
  secured: true,
  query: z.object(paging),
  output: listOf("AuditCheckpointList", AuditCheckpoint),
  async handle({ reads, actor, reader }, input) {
    if (actor === undefined) throw noAccessToken();
    if (!maySeeDrafts(reader)) throw new DomainError("missingPermission", "this is for editors and assessors");
    const page = await reads.auditCheckpoints(pagingOf(input));
    return { body: pageBody("/audit/checkpoints", input, page, (checkpoint) => checkpoint) };
  },
});
