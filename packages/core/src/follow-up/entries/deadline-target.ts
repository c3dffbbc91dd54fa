import { z } from "zod";
import { Id } from "../../source.ts";
import type { PossibleReference } from "./entry-kind.ts";

/** The deadline that a change moves; deadlines of updates and verifications never move (D24). */
export const DeadlineTarget = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("response") }).meta({ id: "ResponseDeadline" }),
    z.strictObject({ kind: z.literal("implementation") }).meta({ id: "ImplementationDeadline" }),
    z.strictObject({ kind: z.literal("commitment"), commitment: Id }).meta({ id: "CommitmentDeadline" }),
  ])
  .meta({ id: "DeadlineTarget" });
export type DeadlineTarget = z.infer<typeof DeadlineTarget>;

/** The commitment that it names, if any. */
export function referenceOf(target: DeadlineTarget): PossibleReference {
  return {
    key: "target.commitment",
    id: target.kind === "commitment" ? target.commitment : undefined,
    type: "commitment",
  };
}
