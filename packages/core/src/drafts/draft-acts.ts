import type { z } from "zod";
import type { DraftState } from "./act-draft.ts";
import { DraftChanges, HandOver, NewDraft, Returned, SecondReadingRequest } from "./draft-inputs.ts";

/** What is done with a draft: in which states and by whom, what it is given, and its texts for those who do it. */
export type DraftAct = {
  /** The states of the draft in which it may be done; absent where it makes one. */
  states?: readonly DraftState[];
  /** Who of the organization may: who may do the act itself; everybody; or somebody who did not ask for the reading. */
  by: "whoMayDoIt" | "anybody" | "anotherPerson";
  /** The state of the draft afterwards; `gone` where the audit alone keeps what it was. */
  becomes: DraftState | "gone";
  input?: z.ZodObject;
  operation: { id: string; method: "post" | "patch" | "delete"; path: string; summary: string };
  command: { verb: string; about: string };
};

const writing = { states: ["draft"], by: "whoMayDoIt" } as const;

/** Everything that can be done with a draft, by its name (docs/decisions/0054). */
export const draftActs = {
  makeDraft: {
    by: "whoMayDoIt",
    becomes: "draft",
    input: NewDraft,
    operation: {
      id: "makeDraft",
      method: "post",
      path: "/followUps/{id}/drafts",
      summary: "A draft of an act, seen by its author's organization alone",
    },
    command: { verb: "make", about: "Prepare an act; only your organization sees it until it is submitted" },
  },
  changeDraft: {
    ...writing,
    becomes: "draft",
    input: DraftChanges,
    operation: {
      id: "changeDraft",
      method: "patch",
      path: "/drafts/{id}",
      summary: "Change what a draft says; null removes a property",
    },
    command: { verb: "change", about: "Change what a draft says" },
  },
  handOverDraft: {
    ...writing,
    becomes: "draft",
    input: HandOver,
    operation: {
      id: "handOverDraft",
      method: "post",
      path: "/drafts/{id}/handOvers",
      summary: "Give a draft to a colleague",
    },
    command: { verb: "hand-over", about: "Give a draft to a colleague" },
  },
  sendBackDraft: {
    states: ["draft", "secondReading"],
    by: "anybody",
    becomes: "draft",
    input: Returned,
    operation: {
      id: "sendBackDraft",
      method: "post",
      path: "/drafts/{id}/returns",
      summary: "Send a draft back to who handed it over, or asked for the second reading, with a note",
    },
    command: { verb: "send-back", about: "Send a draft back to the person it came from" },
  },
  askSecondReading: {
    ...writing,
    becomes: "secondReading",
    input: SecondReadingRequest,
    operation: {
      id: "askSecondReading",
      method: "post",
      path: "/drafts/{id}/secondReadings",
      summary: "Ask somebody else of the issuing body to read a draft and approve it",
    },
    command: { verb: "second-reading", about: "Ask somebody else to read a draft and approve it" },
  },
  approveDraft: {
    states: ["secondReading"],
    by: "anotherPerson",
    becomes: "gone",
    operation: {
      id: "approveDraft",
      method: "post",
      path: "/drafts/{id}/approvals",
      summary: "The second reader approves a draft: the act is done today, by who asked for the reading",
    },
    command: { verb: "approve", about: "Approve a draft as its second reader: the act is done" },
  },
  submitDraft: {
    ...writing,
    becomes: "gone",
    operation: {
      id: "submitDraft",
      method: "post",
      path: "/drafts/{id}/submission",
      summary: "Do the act that a draft prepared, today",
    },
    command: { verb: "submit", about: "Do the act that a draft prepared, today" },
  },
  discardDraft: {
    states: ["draft", "secondReading"],
    by: "whoMayDoIt",
    becomes: "gone",
    operation: {
      id: "discardDraft",
      method: "delete",
      path: "/drafts/{id}",
      summary: "Discard a draft; only the audit keeps what it was",
    },
    command: { verb: "discard", about: "Discard a draft; only the audit keeps what it was" },
  },
} as const satisfies Record<string, DraftAct>;

export type DraftActName = keyof typeof draftActs;
