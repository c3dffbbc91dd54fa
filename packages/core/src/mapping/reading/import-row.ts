import type { Issue } from "../../domain-error.ts";
import type { Entry, EntryType } from "../../follow-up/entries/entry.ts";
import type { Role } from "../../follow-up/follow-up.ts";
import type { OrganizationLevel } from "../../organization/organization.ts";
import type { Recommendation } from "../../recommendation/recommendation.ts";
import type { Report } from "../../report/report.ts";
import type { Id, Source } from "../../source.ts";
import type { Day } from "../../time/day.ts";

type EachWithout<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An entry before it is recorded, without id, moment and actor. */
export type NewEntry = EachWithout<Entry, "id" | "recordedAt" | "actor" | "corrects">;

/** The fields that a mapping takes from the edition's day when a row does not give them. */
export type Assumed = "asOf" | "reportingYear";
export type MappedEntry = NewEntry & { assumed?: readonly Assumed[] };

/** The entry types that an edition shows of a follow-up, each with the day of the edition when it is known. */
export type ShownTypes = Partial<Record<EntryType, Day | null>>;

/** The place of a row in its file: its number, and its line when that is different. */
export type RowPlace = {
  /** From 1; the header is row 1. */
  row: number;
  line?: number;
  /** The sheet of the workbook. */
  sheet?: string;
};

/** What one row of a file says, in the domain's words. Organizations are given by name, not by id. */
export type ImportRow = RowPlace & {
  /** Hash of the row's cells: the key of a row whose reference is blank or repeated (R66). */
  digest: string;
  /** The language of the row, in which it names organizations; that of the plan when absent. */
  language?: string;
  report: Omit<Report, "id" | "issuingBody" | "status" | "source" | "reportingYear" | "responsePeriod"> & {
    issuingBody: string;
    /** 0 where the row tells none: another row of the report, or the record, may. */
    reportingYear: number;
    /** `until`: the last day for an answer, where the row does not tell the publication from which the period runs. */
    responsePeriod?: Report["responsePeriod"] | { until: Day };
  };
  /** The row tells no year; `report` has the one that the mapping or the import assumes for the file. */
  yearIsAssumed?: true;
  recommendation: Omit<Recommendation, "id" | "report" | "partOf" | "version" | "reference" | "issuingBody"> & {
    /** Absent when the source left it blank. */
    reference?: string;
    issuingBody?: string;
  };
  /** When there are parts, only they have follow-ups; the whole has none (R37). */
  parts?: readonly Pick<ImportRow, "recommendation" | "followUps">[];
  followUps: readonly {
    addressee: string;
    role: Role;
    source?: Source;
    entries: readonly MappedEntry[];
    shows?: ShownTypes;
  }[];
  /** Rows with the same join key are one recommendation. */
  joinKey?: string;
  warnings: readonly Issue[];
};

/**
 * A row about a recommendation that is known already: it only adds entries. One without entries counts as skipped, and
 * tells that there were none on the day of its edition.
 */
export type AdditionRow = RowPlace & {
  digest: string;
  /** The language of the row, in which it names organizations; that of the plan when absent. */
  language?: string;
  onto: {
    /** The reference of the recommendation, or the id of the follow-up when the plan says so. */
    reference: string;
    issuingBody?: string;
    report?: string;
    /** The addressees whose follow-ups are meant; when there are none, the recommendation must have only one. */
    addressees: readonly string[];
  };
  entries: readonly AdditionEntry[];
  shows?: ShownTypes;
  warnings: readonly Issue[];
};

/** An entry that may be known already, by its id. */
export type AdditionEntry = MappedEntry & { id?: Id };

/** Why an `AdditionRow` without entries counts as skipped. */
export const noEntry = "the row has no entry for what is known already";

/** A row that the mapping leaves out, with the reason. */
export type SkippedRow = RowPlace & { skipped: string; warnings?: readonly Issue[] };
/** `told`: the row as far as it was read, where it tells of its report without a fault: other rows may leave that blank (R11). */
export type RejectedRow = RowPlace & { rejected: readonly Issue[]; told?: ImportRow };
export type MappedRow = ImportRow | AdditionRow | SkippedRow | RejectedRow;

/** The part of a mapping that applies to all rows of a file. */
export type ImportPlan = {
  /** The name of the source. It is part of every import key, so that two sources never mix. */
  name: string;
  /** Whether rows with the same report reference belong to one report, or each row is a report of its own. */
  reports: "byReference" | "perRow";
  unknownOrganizations: "create" | "refuse";
  levels: { issuingBody: OrganizationLevel; addressee: OrganizationLevel };
  /** The language in which the file names organizations. */
  language?: string;
  /** The organization's name for each other name that the source uses. */
  aliases?: Readonly<Record<string, string>>;
  /** The columns that name addressees. */
  addresseeColumns?: string;
  /** Present when the rows are about recommendations that are known already. */
  additions?: {
    /** The source that brought the recommendations; any source when it is left out. */
    source?: string;
    /** Rows name follow-ups by their ids. */
    byId?: true;
    /** The columns with the ids of entries. */
    idColumns?: string;
    /** What happens to a row with an unknown reference: it is rejected, or left out with a warning. */
    unknown: "refuse" | "warn";
    /**
     * What happens to a row that could mean several follow-ups: it is rejected, left out with a warning, or taken for
     * each of them.
     */
    several: "refuse" | "warn" | "each";
  };
  entriesBeforeReport?: "refuse" | "warn";
  /** The columns with the last day for an answer, where the file has that instead of a period. */
  lastDayColumns?: string;
  /** The columns with the year of a report, or with its publication, where a row may leave both blank. */
  yearColumns?: string;
  /** Only when each file is complete can a recommendation be missing from it. */
  editions?: "whole" | "part";
};

/** What an import did, or would do in a dry run. */
export type ImportResult = {
  dryRun: boolean;
  rows: number;
  created: { organizations: number; reports: number; recommendations: number; followUps: number; entries: number };
  /** Drafts of acts that a workbook of answers became; absent for other files. */
  drafts?: number;
  /** Recommendations that existed with the same content. */
  unchanged: number;
  /** Recommendations with a new version, because corrections were accepted. */
  corrected: number;
  /** Reports with corrected facts, because corrections were accepted. */
  correctedReports: number;
  /** Entries for which this edition gives a more exact day, other words of the source, or a correction. */
  correctedEntries: number;
  skipped: readonly { why: string; rows: number; examples: readonly Issue[] }[];
  /** Recommendations without an addressee: they are listed, but nobody owes anything. */
  withoutAddressee: number;
  rejected: readonly Issue[];
  /** The number of rejected rows; a row may have several faults. */
  rejectedRows: number;
  warnings: readonly { detail: string; rows: number; examples: readonly Issue[] }[];
};
