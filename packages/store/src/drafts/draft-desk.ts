import type { Id } from "@heed/core";
import type { Foreseen } from "@heed/core/acts/foresee-act";
import type { ActDraft } from "@heed/core/drafts/act-draft";
import type { DraftFilter } from "@heed/core/drafts/draft-filter";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Database } from "../connection/sql.ts";
import { foresee, type ThoughtOf } from "./foresee.ts";
import { type DraftActing, type DraftActRequest, type DraftDone, performDraftAct } from "./perform-draft-act.ts";
import { type DraftDetail, readDraft, readDrafts } from "./read-drafts.ts";
import { type SubmitRequest, type Submitted, submitAll, submitEach } from "./submit-drafts.ts";

/** What one actor can do with drafts of acts, in one request. */
export type DraftDesk = {
  list(filter: DraftFilter, paging: Paging): Promise<Page<ActDraft>>;
  show(id: Id): Promise<DraftDetail | undefined>;
  act(done: Omit<DraftActRequest, keyof DraftActing>): Promise<DraftDone>;
  /** What an act would make now; nothing is written. Errors: those of the act. */
  foresee(act: ThoughtOf): Promise<Foreseen>;
  /** `together`: all or none. */
  submit(drafts: SubmitRequest["drafts"], together: boolean): Promise<Submitted[]>;
};

export function draftDesk(database: Database, acting: DraftActing): DraftDesk {
  return {
    list: (filter, paging) => readDrafts(database, acting, filter, paging),
    show: (id) => readDraft(database, acting, id),
    act: (done) => performDraftAct(database, { ...done, ...acting }),
    foresee: (thought) => foresee(database, acting, thought),
    submit: (drafts, together) => (together ? submitAll : submitEach)(database, { drafts, ...acting }),
  };
}
