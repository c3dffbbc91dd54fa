import type { Day } from "@heed/core";
import { allItems } from "@heed/core/read-models/all-pages";
import { endOfTime } from "@heed/core/time/day";
import type { Page } from "../../asked/page.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { readOwn } from "../own-duties.ts";
import { owedBy, type Row, rowOf, type SeveralAct } from "./row.ts";
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
    return severalPage(asked, act, rows.flatMap((row) => row ?? []).sort(byDayAndNumber(asked, act)));
  };
}

export function submitSeveral(act: SeveralAct) {
  return (asked: DeskAsked, _parts: readonly string[], form: URLSearchParams) => takeSeveral(asked, act, form);
}

/** What is due first stands first; what is due on one day stands as it is printed. */
function byDayAndNumber({ say }: DeskAsked, act: SeveralAct): (one: Row, other: Row) => number {
  const { compare } = new Intl.Collator(say.language, { numeric: true });
  return (one, other) => {
    const [due, otherDue] = [one, other].map(({ detail }) => owedBy(detail, act)?.due ?? endOfTime) as [Day, Day];
    if (due !== otherDue) return due < otherDue ? -1 : 1;
    const [a, b] = [one.detail, other.detail];
    return (
      compare(a.report.reference, b.report.reference) || compare(a.recommendation.reference, b.recommendation.reference)
    );
  };
}
