import { z } from "zod";
import { AuthorityName, ReadableText } from "../text/bounded-text.ts";
import { DraftedAct } from "./act-draft.ts";

const input = z.record(z.string(), z.unknown());
const note = ReadableText.optional().describe("What whoever gets it should know.");

export const NewDraft = z
  .strictObject({
    act: DraftedAct,
    input: input.default({}).describe("What the act is given, as far as it is known; it may be incomplete."),
  })
  .meta({ id: "NewDraft", description: "A draft of an act." });

export const DraftChanges = z
  .strictObject({ input: input.describe("The properties that change; null removes one (RFC 7396).") })
  .meta({ id: "DraftChanges", description: "A JSON Merge Patch (RFC 7396) of a draft." });

export const HandOver = z
  .strictObject({ to: AuthorityName.describe("The colleague, by id or name."), note })
  .meta({ id: "HandOver", description: "Who gets a draft." });

export const Returned = z
  .strictObject({ note: ReadableText.describe("Why it is sent back.") })
  .meta({ id: "ReturnedDraft", description: "Why a draft is sent back." });

export const SecondReadingRequest = z
  .strictObject({
    reader: AuthorityName.optional().describe("Who should read it, by id or name; anybody of the body when absent."),
    note,
  })
  .meta({ id: "SecondReadingRequest", description: "Who is asked to read a draft." });
