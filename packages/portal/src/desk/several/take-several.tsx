import { DomainError } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { mergePatch } from "@heed/core/merge-patch";
import type { DraftDone } from "../../asked/desk.ts";
import type { Elsewhere, Page } from "../../asked/page.ts";
import type { Say } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, faultsOf } from "../form/faults.ts";
import { patchOf } from "../form/input-of.ts";
import { keyOf, saveForm, typedIn } from "../form/sent.ts";
import { receiptOf } from "../receipt-of.ts";
import { keepStep } from "../register/register-form.tsx";
import { faultsOfRow, fieldsOfRow, isFilled, type Row, type SeveralAct, sentRows } from "./row.ts";
import { SeveralForeseen } from "./several-foreseen.tsx";
import { severalPage } from "./several-page.tsx";

type Refused = {
  row: Row;
  faults: readonly Fault[];
  /** Somebody else changed it meanwhile. */
  isConflict?: boolean;
};

/** Does what a form of several rows says, for the rows in which something was written. What was typed stays. */
export async function takeSeveral(asked: DeskAsked, act: SeveralAct, sent: URLSearchParams): Promise<Page | Elsewhere> {
  const { say, way } = asked;
  const form = typedIn(sent);
  const key = keyOf(form, asked);
  const step = form.get("do");
  const rows = await sentRows(asked, act, form);
  const filled = rows.filter((row) => isFilled(act, row));
  if (step === "edit") return severalPage(asked, act, rows);
  if (filled.length === 0) {
    const faults = [{ text: say.message("several.none") }];
    return severalPage(asked, act, rows, { faults });
  }
  if (step === "preview") {
    const foreseen = await Promise.all(filled.map((row) => tried(asked, act, row, () => foreseenOf(asked, act, row))));
    const refused = foreseen.flatMap((each) => ("faults" in each ? [each] : []));
    if (refused.length > 0) return again(asked, act, rows, refused);
    const shown = foreseen.flatMap((each) => ("done" in each ? [{ row: each.row, foreseen: each.done }] : []));
    return SeveralForeseen({ asked, act, values: form, shown });
  }
  const saved: { row: Row; id: string }[] = [];
  const unsaved: Refused[] = [];
  for (const row of filled) {
    // Who sends a form twice is told the same; what somebody else submitted is refused when it is submitted.
    if (row.gone !== undefined && step !== "save" && step !== keepStep) {
      saved.push({ row, id: row.gone });
      continue;
    }
    const outcome = await tried(asked, act, row, () => saveRow(asked, act, row, key));
    if ("faults" in outcome) unsaved.push(outcome);
    else saved.push({ row: { ...row, draft: outcome.done }, id: outcome.done.id });
  }
  const withDrafts = rows.map((row) => saved.find((each) => each.row.detail === row.detail)?.row ?? row);
  // What somebody else changed is not saved over while it is typed: the form does not go on with the version of now.
  if (step === keepStep && unsaved.some(({ isConflict }) => isConflict))
    return { ...again(asked, act, withDrafts, unsaved), status: 409 };
  if (step === keepStep && unsaved.length === 0) return severalPage(asked, act, withDrafts);
  if (unsaved.length > 0) return again(asked, act, withDrafts, unsaved, { kept: saved.length });
  if (step === "save") return { elsewhere: way(deskAddresses.desk()) };
  const { done, refused } = await submitted(asked, act, saved, { key, together: step !== "each" });
  if (refused.length === 0) return { elsewhere: receiptOf(asked, done) };
  const left = withDrafts.filter((row) => !done.some(({ draft }) => draft.id === row.draft?.id));
  const kept = saved.filter(({ row }) => left.includes(row)).length;
  return again(asked, act, left, refused, { done, kept });
}

function goneIn(say: Say, row: Row): Refused {
  return { row, faults: [{ text: say.message("refused.draftGone") }], isConflict: true };
}

type Tried<Done> = { row: Row } & ({ done: Done } | Omit<Refused, "row">);

async function tried<Done>(
  { say }: DeskAsked,
  act: SeveralAct,
  row: Row,
  perform: () => Promise<Done>,
): Promise<Tried<Done>> {
  if (row.gone !== undefined) return goneIn(say, row);
  try {
    return { row, done: await perform() };
  } catch (error) {
    if (isRefusal(error))
      return {
        row,
        faults: faultsOf(say, act, row.values, error),
        isConflict: error.code === "versionConflict",
      };
    throw error;
  }
}

function foreseenOf({ desk }: DeskAsked, act: SeveralAct, { detail, draft, values }: Row) {
  const input = mergePatch(draft?.input ?? {}, patchOf(act, values, fieldsOfRow(act)));
  return desk.work().foresee({ followUp: detail.case.followUp.id, act, input });
}

function saveRow(asked: DeskAsked, act: SeveralAct, { detail, draft, values }: Row, key: string) {
  const own = `${key} ${detail.case.followUp.id}`;
  return saveForm(asked, { detail, act, draft, fields: fieldsOfRow(act) }, { key: own, values });
}

/** All or none where they go together; the faults of a row are those that its draft has now. */
async function submitted(
  { desk, say }: DeskAsked,
  act: SeveralAct,
  saved: readonly { row: Row; id: string }[],
  { key, together }: { key: string; together: boolean },
): Promise<{ done: DraftDone[]; refused: Refused[] }> {
  const work = desk.work({ key: `${key} submit`, operation: "submit several drafts", body: null });
  const faultsNow = async (row: Row, error: DomainError): Promise<Refused | undefined> => {
    if (row.gone !== undefined) return goneIn(say, row);
    const missing = (row.draft && (await desk.work().show(row.draft.id)))?.missing ?? [];
    const issues = missing.length > 0 ? missing : error.issues;
    return { row, faults: faultsOf(say, act, row.values, new DomainError(error.code, error.message, issues)) };
  };
  try {
    const outcomes = await work.submit(
      saved.map(({ id, row }) => ({ id, ...(row.draft && { version: row.draft.version }) })),
      together,
    );
    const refused = await Promise.all(
      outcomes.map(({ error }, place) => {
        const row = saved[place]?.row;
        return error && row && faultsNow(row, error);
      }),
    );
    return {
      done: outcomes.flatMap(({ done }) => done ?? []),
      refused: refused.flatMap((each) => each ?? []),
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const failing = saved.filter(({ id }) => error.issues.some(({ value }) => value === id));
    const refused = await Promise.all((failing.length > 0 ? failing : saved).map(({ row }) => faultsNow(row, error)));
    return { done: [], refused: refused.flatMap((each) => each ?? []) };
  }
}

function again(
  asked: DeskAsked,
  act: SeveralAct,
  rows: readonly Row[],
  refused: readonly Refused[],
  { done = [], kept = 0 }: { done?: readonly DraftDone[]; kept?: number } = {},
): Page {
  const faults = rows.flatMap((row, place) => {
    const own = refused.find((each) => each.row.detail === row.detail);
    return own ? faultsOfRow(row, place, own.faults) : [];
  });
  return severalPage(asked, act, rows, { faults, done, kept });
}
