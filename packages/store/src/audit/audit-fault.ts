import type { Id } from "@heed/core";
import type { AuditedKind } from "./audited-kind.ts";

/** The first thing found that is not as it was written. */
export type AuditFault = {
  /** Absent when a thing of the register or a checkpoint is wrong. */
  followUp?: Id;
  kind?: AuditedKind;
  /** The id of the thing of that kind. */
  thing?: Id;
  /** Of the audit record. */
  sequence?: number;
  entry?: Id;
  checkpoint?: number;
  detail: string;
};

/** Ends a verification at its first fault. */
export class Found extends Error {
  readonly fault: AuditFault;
  constructor(fault: AuditFault) {
    super(fault.detail);
    this.fault = fault;
  }
}
