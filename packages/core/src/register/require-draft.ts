import { DomainError } from "../domain-error.ts";
import type { Report } from "../report/report.ts";

/** `consequence` tells what is not done to a published report. Errors: invalidStateTransition. */
export function requireDraft({ status, reference }: Report, consequence: string): void {
  if (status === "draft") return;
  throw new DomainError("invalidStateTransition", `the report ${reference} is published already: ${consequence}`);
}
