import type { Reader } from "@heed/core";
import {
  type ActName,
  DomainError,
  type Entry,
  type Id,
  type Instant,
  type Issue,
  type Person,
  type Settings,
} from "@heed/core";
import type { RegisterActName } from "@heed/core/acts/acts";
import type { Foreseen } from "@heed/core/acts/foresee-act";
import type { ItemsAsked } from "@heed/core/collected-item/brought/item-acts";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { DraftActName } from "@heed/core/drafts/draft-acts";
import type { DraftFilter } from "@heed/core/drafts/draft-filter";
import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { ForeseenChange } from "@heed/core/register/foresee-organization-change";
import type { ForeseenSettings } from "@heed/core/register/foresee-setting-change";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { ReminderDesk } from "@heed/core/reminders/reminder-desk";
import type { FiguresAsked } from "@heed/core/statistics/workbook/figures-workbook";
import type { AccessDesk } from "@heed/core/users/access-desk";
import type { PageLanguage } from "../language/languages.ts";
import type { FileAnswer } from "./file-answer.ts";

/** What was sent once and may be sent again: a form's own key, what it does, and what it says. */
export type SentOnce = { key: string; operation: string; body: unknown };

/** Who acts at a desk, when, and by which form. */
export type DeskActing = { person: Person; at: Instant; settings: Settings; request?: SentOnce };

/** What a draft became. */
export type DraftDone = { draft: ActDraft; performed?: { entries: readonly Entry[]; warnings: readonly Issue[] } };

/** The drafts of somebody's desk, and what can be done with them: the same as the API's operations do. */
export type DeskWork = {
  list(filter: DraftFilter, paging: Paging): Promise<Page<ActDraft>>;
  show(id: Id): Promise<(ActDraft & { missing: readonly Issue[] }) | undefined>;
  act(done: { act: DraftActName; thing: Id; input?: unknown; expectedVersion?: number }): Promise<DraftDone>;
  /** What an act would make now; nothing is written. Errors: those of the act. */
  foresee(act: { followUp: Id; act: ActName; input: unknown }): Promise<Foreseen>;
  /** `together`: all or none. */
  submit(
    drafts: readonly { id: Id; version?: number }[],
    together: boolean,
  ): Promise<readonly { id: Id; done?: DraftDone; error?: DomainError }[]>;
};

/** What amends an entry: it is done at once, because a draft of it would be about an entry that may change meanwhile. */
export type AmendingAct = { followUp: Id; act: "correct" | "retract"; input: unknown };

/** One of several acts on follow-ups that are done together. */
export type OneAct = { followUp: Id; act: ActName; input: unknown };

/** What one of several acts made. */
type OneDone = { done?: { entries: readonly Entry[] } };

/** An act on a thing of the register; on none where it makes one. */
export type OnRegister = {
  act: RegisterActName;
  thing?: Id;
  /** What belongs to it: the recommendation of a draft. */
  part?: Id;
  input?: unknown;
  expectedVersion?: number;
};

/** Acts on the register in their order, each by a form with its own key. `told`: the error to throw for what refuses the act at a place of the list. */
type AllOnRegister = [
  acts: readonly (OnRegister & { request: SentOnce })[],
  told: (error: unknown, place: number) => unknown,
];

/** A workbook of answers that was brought, by the id of its file. What is told of it is in the language. */
export type BroughtWorkbook = { file: Id; language: PageLanguage; dryRun: boolean; skipInvalid: boolean };

/** What an act on the register would move if it were done now; nothing is written. Errors: those of the act. */
type Foresees = {
  changeOrganizations: (input: unknown) => Promise<ForeseenChange>;
  changeSettings: (input: unknown) => Promise<ForeseenSettings>;
};

/** What the desks write with. */
export type Desks = {
  foresees: (acting: DeskActing) => Foresees;
  /** Users and all tokens for an admin, own tokens for another user. Errors: missingPermission. */
  access: (acting: DeskActing) => AccessDesk;
  /** Reminders. Errors: missingPermission for who keeps none. */
  reminders: (acting: DeskActing) => ReminderDesk;
  work: (acting: DeskActing) => DeskWork;
  /** Does an act on the register, as the API's operations do. Errors: those of the act. */
  register: (acting: DeskActing, act: OnRegister) => Promise<RegisterResult>;
  /** Does acts on the register, all or none. Errors: those of the first that is refused, as it is told. */
  registerAll: (acting: Omit<DeskActing, "request">, ...acts: AllOnRegister) => Promise<readonly RegisterResult[]>;
  /** Corrects or retracts an entry, as the API's operations do. Errors: those of the act. */
  amend: (acting: DeskActing, act: AmendingAct) => Promise<{ entries: readonly Entry[] }>;
  /** Does acts on follow-ups, as the API's operation does; `together`: all or none. Errors: those of what is refused, each with its place. */
  performSeveral: (acting: DeskActing, acts: readonly OneAct[], together: boolean) => Promise<readonly OneDone[]>;
  /** The workbook of what an organization owes. Errors: missingPermission. */
  workbook: (
    acting: DeskActing & { reader: Reader },
    organization: Id,
    language: PageLanguage,
  ) => Promise<FileAnswer["file"]>;
  /** Makes drafts of a workbook that came back, or tells what would become of it. Errors: notFound; those of the workbook. */
  takeWorkbook: (acting: DeskActing, brought: BroughtWorkbook) => Promise<ImportResult>;
  /** The workbook in which a body such as a centre fills in its numbers. Errors: missingPermission; invalidInput. */
  figuresWorkbook: (
    acting: DeskActing & { reader: Reader },
    asked: FiguresAsked,
    language: PageLanguage,
  ) => Promise<FileAnswer["file"]>;
  /** Takes in such a workbook, all or nothing. Errors: notFound; invalidInput with each cell; unreadableFile. */
  takeFigures: (
    acting: DeskActing,
    brought: { file: Id; language: PageLanguage },
  ) => Promise<{ taken: number; unchanged: number }>;
  /** Takes in a table of what was collected, all or nothing. Errors: notFound; rowsRejected with row and column; unreadableFile. */
  takeItems: (acting: DeskActing, brought: BroughtItems) => Promise<TakenItems>;
  /** A key that no other form has. */
  newKey: () => string;
  /** A file that the person or a colleague brought. Errors: notFound. */
  broughtFile: (person: Person, id: Id) => Promise<{ name: string }>;
};

/** A table that a form brings. */
export type BroughtItems = Omit<ItemsAsked, "mapping"> & { file: Id; dryRun: boolean };
type TakenItems = { dryRun: boolean; added: number; corrected: number; unchanged: number };

/** A desk in one request. */
export type Desk = Omit<DeskActing, "request"> & {
  /** By a form with its own key where one is given. */
  work: (request?: SentOnce) => DeskWork;
  newKey: Desks["newKey"];
  workbook: (reader: Reader, organization: Id, language: PageLanguage) => Promise<FileAnswer["file"]>;
  takeWorkbook: (brought: BroughtWorkbook) => Promise<ImportResult>;
  figuresWorkbook: (reader: Reader, asked: FiguresAsked, language: PageLanguage) => Promise<FileAnswer["file"]>;
  takeFigures: (brought: { file: Id; language: PageLanguage }) => Promise<{ taken: number; unchanged: number }>;
  takeItems: (brought: BroughtItems) => Promise<TakenItems>;
  foresees: () => Foresees;
  /** By a form with its own key where one is given. Errors: missingPermission. */
  access: (request?: SentOnce) => AccessDesk;
  /** Errors: missingPermission for who keeps none. */
  reminders: () => ReminderDesk;
  /** By a form with its own key. */
  amend: (request: SentOnce, act: AmendingAct) => Promise<{ entries: readonly Entry[] }>;
  /** Acts on follow-ups by a form with its own key, all or none. Errors: those of what is refused, each with its place. */
  performAll: (request: SentOnce, acts: readonly OneAct[]) => Promise<readonly OneDone[]>;
  /** By a form with its own key. */
  register: (request: SentOnce, act: OnRegister) => Promise<RegisterResult>;
  /** All or none. */
  registerAll: (...acts: AllOnRegister) => Promise<readonly RegisterResult[]>;
  /** The name of a file that was brought; undefined where it is not there any more. */
  fileName: (id: Id) => Promise<string | undefined>;
};

export function deskOf(
  {
    work,
    newKey,
    broughtFile,
    register,
    registerAll,
    workbook,
    takeWorkbook,
    figuresWorkbook,
    takeFigures,
    takeItems,
    foresees,
    access,
    reminders,
    amend,
    performSeveral,
  }: Desks,
  acting: Omit<DeskActing, "request">,
): Desk {
  return {
    ...acting,
    newKey,
    foresees: () => foresees(acting),
    access: (request) => access({ ...acting, ...(request && { request }) }),
    reminders: () => reminders(acting),
    amend: (request, act) => amend({ ...acting, request }, act),
    performAll: (request, acts) => performSeveral({ ...acting, request }, acts, true),
    register: (request, act) => register({ ...acting, request }, act),
    registerAll: (...acts) => registerAll(acting, ...acts),
    workbook: (reader, ...asked) => workbook({ ...acting, reader }, ...asked),
    takeWorkbook: (brought) => takeWorkbook(acting, brought),
    figuresWorkbook: (reader, ...asked) => figuresWorkbook({ ...acting, reader }, ...asked),
    takeFigures: (brought) => takeFigures(acting, brought),
    takeItems: (brought) => takeItems(acting, brought),
    work: (request) => work({ ...acting, ...(request && { request }) }),
    fileName: async (id) => {
      try {
        return (await broughtFile(acting.person, id)).name;
      } catch (error) {
        if (error instanceof DomainError && error.code === "notFound") return undefined;
        throw error;
      }
    },
  };
}
