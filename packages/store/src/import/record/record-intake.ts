import { DomainError, type Id, type Issue, type RecordFile } from "@heed/core";
import type { AuditedKind } from "../../audit/audited-kind.ts";
import type { Sql } from "../../connection/sql.ts";
import { inUtc } from "../../tables/entry-rows.ts";
import type { ImportRun } from "../import-run.ts";
import { Moments } from "./moments.ts";
import { TouchedFollowUps } from "./touched-follow-ups.ts";

const mostFaults = 1000;

/** The import of one record file: what it reads and where it writes, and what its steps found and made so far. */
export class RecordIntake {
  readonly sql: Sql;
  /** The file, without the moments of recording, which `moments` gives. */
  readonly record: RecordFile;
  readonly moments: Moments;
  /** With the settings of the database, once those of the file are in it. */
  run: ImportRun;
  /** The moment of the import, in UTC. */
  readonly at: string;
  readonly faults: Issue[] = [];
  /** By their text; each with the places where it applies. */
  readonly warnings = new Map<string, Issue[]>();
  readonly created = { organizations: 0, reports: 0, recommendations: 0, followUps: 0, entries: 0 };
  /** The recommendations that are there already. */
  unchanged = 0;
  /** The new things of the register. */
  readonly things: Partial<Record<AuditedKind, readonly Id[]>> = {};
  readonly touched = new TouchedFollowUps();

  constructor(sql: Sql, record: RecordFile, run: ImportRun) {
    this.sql = sql;
    this.record = {
      ...record,
      reports: record.reports.map(({ recordedAt: _, ...report }) => report),
      recommendations: record.recommendations.map(({ recordedAt: _, ...recommendation }) => recommendation),
      followUps: record.followUps.map(({ recordedAt: _, ...followUp }) => followUp),
      reportingCycles: record.reportingCycles.map(({ recordedAt: _, ...cycle }) => cycle),
      collectedItems: record.collectedItems.map(({ recordedAt: _, ...item }) => item),
      reportSections: record.reportSections.map(({ recordedAt: _, ...section }) => section),
    };
    this.run = run;
    this.at = inUtc(run.at);
    this.moments = new Moments(record, this.at);
  }

  /** With a fault nothing is written any more; the steps go on, to find the other faults. */
  get isRefused(): boolean {
    return this.faults.length > 0;
  }

  /** Notes a fault. Errors: rowsRejected when there are too many. */
  refuse(name: string, value: string, detail: string): void {
    this.faults.push({ file: this.run.file, name, value, detail });
    if (this.faults.length >= mostFaults)
      throw new DomainError("rowsRejected", "nothing was imported: the file has too many faults", this.faults);
  }

  warn(detail: string, issue: Issue): void {
    const known = this.warnings.get(detail) ?? [];
    known.push({ file: this.run.file, ...issue });
    this.warnings.set(detail, known);
  }
}
