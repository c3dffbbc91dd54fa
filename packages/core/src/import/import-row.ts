import type { Issue } from "../domain-error.ts";
import type { Entry, EntryType } from "../follow-up/entry.ts";
import type { Role } from "../follow-up/follow-up.ts";
import type { OrganizationLevel } from "../organization/organization.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import type { Report } from "../report/report.ts";
import type { Id, Source } from "../source.ts";
import type { Day } from "../time/day.ts";

type EachWithout<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An entry before it is recorded: it has no id, moment or actor yet. */
export type NewEntry = EachWithout<Entry, "id" | "recordedAt" | "actor" | "corrects">;

/** What a mapping takes from the edition's day because a row does not tell it. */
export type Assumed = "asOf" | "reportingYear";
export type MappedEntry = NewEntry & { assumed?: readonly Assumed[] };

/** The types of entry that an edition shows of a follow-up, each with the edition's day where that is known. */
export type Shows = Partial<Record<EntryType, Day | null>>;

/** Where a row stands in its file: by its number, and by its line where that is another. */
export type RowPlace = {
  /** From 1, the header being the first. */
  row: number;
  line?: number;
};

/** What one row of a file says, in the domain's words; organizations are named, not identified. */
export type ImportRow = RowPlace & {
  /** Hash of the row's cells: the key of a row whose reference is blank or repeated (decision 6). */
  digest: string;
  report: Omit<Report, "id" | "issuingBody" | "status" | "source"> & { issuingBody: string };
  recommendation: Omit<Recommendation, "id" | "report" | "partOf" | "version" | "reference" | "issuingBody"> & {
    /** Absent when the source left it blank. */
    reference?: string;
    issuingBody?: string;
  };
  /** Then these have the follow-ups, and the whole has none (decision 29). */
  parts?: readonly Pick<ImportRow, "recommendation" | "followUps">[];
  followUps: readonly {
    addressee: string;
    role: Role;
    source?: Source;
    entries: readonly MappedEntry[];
    shows?: Shows;
  }[];
  /** Rows with the same one are one recommendation. */
  joinKey?: string;
  warnings: readonly Issue[];
};

/** What a row says of a recommendation that is known already: it adds entries and makes nothing else. */
export type OntoRow = RowPlace & {
  digest: string;
  onto: {
    /** The recommendation's reference, or the follow-up's id where the plan says so. */
    reference: string;
    issuingBody?: string;
    report?: string;
    /** Whose follow-ups are meant; none: the only one that the recommendation has. */
    addressees: readonly string[];
  };
  entries: readonly OntoEntry[];
  shows?: Shows;
  warnings: readonly Issue[];
};

/** An entry that may be known already, by its id. */
export type OntoEntry = MappedEntry & { id?: Id };

/** A row that the mapping passes over, or that it cannot read. */
export type SkippedRow = RowPlace & { skipped: string };
export type RejectedRow = RowPlace & { rejected: readonly Issue[] };
export type MappedRow = ImportRow | OntoRow | SkippedRow | RejectedRow;

/** What holds for all rows of a file, from its mapping. */
export type ImportPlan = {
  /** The source's name: part of every import key, so that two sources never meet. */
  name: string;
  /** Rows with the same report reference belong to one report, or each row is a report of its own. */
  reports: "byReference" | "perRow";
  unknownOrganizations: "create" | "refuse";
  levels: { issuingBody: OrganizationLevel; addressee: OrganizationLevel };
  /** The language in which the file names organizations. */
  language?: string;
  /** The organization's name for each other name that the source uses. */
  aliases?: Readonly<Record<string, string>>;
  /** Set when the rows say something of what is known already. */
  onto?: {
    /** The source that brought the recommendations in; any when it is left out. */
    source?: string;
    /** Rows name follow-ups by their own ids. */
    byId?: true;
    /** A reference that is not known: the row is rejected, or passed over with a warning. */
    unknown: "refuse" | "warn";
    /** A row that could mean several follow-ups: rejected, passed over with a warning, or said of each of them. */
    several: "refuse" | "warn" | "each";
  };
  entriesBeforeReport?: "refuse" | "warn";
  /** Only where each file is whole can a recommendation be missing from it. */
  editions?: "whole" | "part";
};

/** What an import did, or would do. */
export type ImportResult = {
  dryRun: boolean;
  rows: number;
  created: { organizations: number; reports: number; recommendations: number; followUps: number; entries: number };
  /** Recommendations that were there already, with the same content. */
  unchanged: number;
  /** Recommendations that got a new version, because corrections were accepted. */
  corrected: number;
  /** Reports whose facts were corrected, because corrections were accepted. */
  correctedReports: number;
  /** Entries whose day this edition tells more nearly, whose source has other words for them, or that were corrected. */
  correctedEntries: number;
  skipped: readonly { why: string; rows: number }[];
  /** Recommendations that name no addressee: listed, but nobody owes anything. */
  withoutAddressee: number;
  rejected: readonly Issue[];
  /** How many rows that is: one may have several faults. */
  rejectedRows: number;
  warnings: readonly { detail: string; rows: number; examples: readonly Issue[] }[];
};
