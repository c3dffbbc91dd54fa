import type { Id } from "@heed/core";
import type { RegisterResult } from "@heed/core/register/register-result";
import type { DraftDesk, OneOfSeveral, Performed, RegisterActRequest } from "@heed/store";

/** What commands do with drafts: to see what an act would make is for pages. */
export type DraftWork = Omit<DraftDesk, "foresee">;

/** The version that was read; any when absent. */
type Expecting = { expectedVersion?: number };

/** An act on a follow-up, as a command asks for it. */
export type AskedAct = Pick<OneOfSeveral, "followUp" | "act" | "input"> & Expecting;

/** An act on the register, as a command asks for it. */
export type AskedRegisterAct = Pick<RegisterActRequest, "act" | "thing" | "part" | "input"> & Expecting;

/** A file of this machine. */
export type MachineFile = { name: string; path: string };

/** What a command writes with, as one person: over a database, or over a service. */
export type TrackerWrites = {
  perform(act: AskedAct): Promise<Performed>;
  performRegister(act: AskedRegisterAct): Promise<RegisterResult>;
  /** The drafts of acts that this person sees. */
  drafts: DraftWork;
  /** Takes in a file, so that the evidence of an act can name it by the id that is answered. Errors: invalidInput; fileTooLarge. */
  takeIn(file: MachineFile): Promise<Id>;
};
