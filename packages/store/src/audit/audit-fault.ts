import type { Id } from "@heed/core";
import type { AuditedKind } from "./audited-kind.ts";

/** The first thing found that differs from what was written. */
export type AuditFault = {
  /** Absent when the fault is in a thing of the register or in a checkpoint. */
  followUp?: Id;
  kind?: AuditedKind;
  /** The id of the thing of that kind. */
  thing?: Id;
  /** The sequence of the audit record. */
  sequence?: number;
  entry?: Id;
  checkpoint?: number;
  detail: string;
};

/** Ends a verification at its first fault. */
export class AuditFaultError extends Error {
  readonly fault: AuditFault;
  constructor(fault: AuditFault) {
    super(fault.detail);
    this.fault = fault;
  }
}
