import { allItems } from "@heed/core/read-models/all-pages";
import type { Page } from "../../asked/page.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { readOwn } from "../own-duties.ts";
import { rowOf, type SeveralAct } from "./row.ts";
import { severalPage } from "./several-page.tsx";
import { takeSeveral } from "./take-several.tsx";

/** A form has this number of rows; the next ones come when these are submitted. */
const mostRows = 50;

/** Every follow-up that owes an answer, or an update, in one form; what lies in draft stands there. */
export function several(act: SeveralAct) {
  return async (asked: DeskAsked): Promise<Page | undefined> => {
    const own = await readOwn(asked);
    if (own.organizations.length === 0) return undefined;
    const kind = act === "respond" ? "response" : "update";
    const [{ items }, drafts] = await Promise.all([
      own.duties({ kind: [kind] }, { limit: mostRows }),
      allItems((paging) => asked.desk.work().list({ act: [act], state: ["draft"] }, paging)),
    ]);
    const followUps = [...new Set(items.map(({ followUp }) => followUp))];
    const draftOf = new Map(drafts.map(({ followUp, id }) => [followUp, id]));
    const rows = await Promise.all(followUps.map((each) => rowOf(asked, act, each, draftOf.get(each))));
    return severalPage(
      asked,
      act,
      rows.flatMap((row) => row ?? []),
    );
  };
}

export function submitSeveral(act: SeveralAct) {
  return (asked: DeskAsked, _parts: readonly string[], form: URLSearchParams) => takeSeveral(asked, act, form);
}
