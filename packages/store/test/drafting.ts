import { randomUUID } from "node:crypto";
import { type Actor, defaultSettings, type Id, personAs, publicReader } from "@heed/core";
import { type Database, type DraftActRequest, performDraftAct, readDraft, readDrafts, trackerReads } from "@heed/store";

/** When the drafts of the tests are worked on. */
export const at = "2015-06-30T08:00:00.000Z";
export const justice: Actor = { id: "j-claes", name: "J. Claes", role: "respondent", organizations: ["justice"] };
export const colleague: Actor = { ...justice, id: "k-wouters", name: "K. Wouters" };
export const interior: Actor = { id: "i-bos", name: "I. Bos", role: "respondent", organizations: ["interior"] };
export const anne: Actor = { id: "a-lambert", name: "Anne Lambert", role: "assessor", organizations: [] };
export const bram: Actor = { id: "b-peeters", name: "Bram Peeters", role: "assessor", organizations: [] };
export const followUp = "2013-02-just";
export const update = { reportingYear: 2014, asOf: "2015-06-01", level: "underWay", narrative: "Trainers were found." };

export const acting = { systemUser: "service", at, settings: defaultSettings, newId: randomUUID };

/** What is done with drafts of one database, and what is seen of them. */
export function on(database: Database) {
  const act = (name: DraftActRequest["act"], thing: Id, actor: Actor, more: Partial<DraftActRequest> = {}) =>
    performDraftAct(database, { ...acting, act: name, thing, person: personAs(actor), ...more });
  const make = async (name: string, actor: Actor, input: object, of: Id = followUp) =>
    (await act("makeDraft", of, actor, { input: { act: name, input } })).draft.id;
  const shown = (id: Id, actor: Actor) =>
    readDraft(database, { person: personAs(actor), at, settings: defaultSettings }, id);
  const listed = async (actor: Actor) =>
    (await readDrafts(database, { person: personAs(actor), at, settings: defaultSettings }, {}, { withTotal: true }))
      .total;
  const entries = async (of = followUp) =>
    (await trackerReads(database).followUp(publicReader, of, "2015-07-01"))?.case.entries ?? [];
  return { act, make, shown, listed, entries };
}
