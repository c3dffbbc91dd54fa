import { acts } from "@heed/core";
import { ClosureReason } from "@heed/core/follow-up/levels";
import type { Operation } from "../../src/contract/operation.ts";
import { followUps } from "./record.ts";
import type { Things } from "./things.ts";

/** One request of the matrix: what it is called, and what is sent on a follow-up that has these things. */
export type Row = {
  name: string;
  operation: Operation;
  sent: (followUp: string, things: Things) => { path: string; body?: object };
};

const known: Readonly<Record<string, readonly [name: string, id: string][]>> = {
  recommendations: [
    ["", "whole"],
    ["of a report that is not published", "unseen"],
  ],
  reports: [
    ["", "published"],
    ["not published", "hidden"],
  ],
  reportingCycles: [["", "cycle"]],
  organizations: [["", "ministry"]],
  organizationChanges: [["", "absorbed"]],
  settingChanges: [["", "settings"]],
  imports: [["", "none"]],
  collectedItems: [["", "judgment"]],
  reportSections: [
    ["", "section published"],
    ["of a report that is not published", "section hidden"],
  ],
};

const entries = ["answer", "finding", "confidential evidence"] as const;
const files = ["file", "confidential file", "upload of the addressee", "upload of the body"] as const;
const drafts = ["draft of the addressee", "draft of the body", "draft in second reading"] as const;

/** Every request that an operation is tried with. */
export function rowsOf(operation: Operation): Row[] {
  const { method, path } = operation;
  const row = (about: string, sent: Row["sent"]): Row => ({
    name: `${method.toUpperCase()} ${path}${about && `, ${about}`}`,
    operation,
    sent,
  });
  const collection = path.split("/")[1] ?? "";
  const rest = (id: string) =>
    `${path}${isDocument(operation) ? "?format=json" : ""}`
      .replace("{id}", id)
      .replace("{link}", "link")
      .replace("{override}", "override")
      .replace("{list}", "themes")
      .replace("{recommendation}", "unseen");
  if (operation.id === "performActs")
    return actNames.map((act) =>
      row(act, (followUp, things) => ({
        path,
        body: { acts: [{ followUp, act, input: inputOf(act, things) }] },
      })),
    );
  if (operation.id === "makeDraft")
    return actNames
      .filter((act) => act !== "correct" && act !== "retract")
      .map((act) => row(act, (followUp) => ({ path: rest(followUp), body: { act } })));
  if (path.includes("{entry}"))
    return entries.map((entry) =>
      row(entry, (followUp, things) => ({
        path: rest(followUp).replace("{entry}", things[entry]),
        ...(method === "patch" && { body: changes[entry] }),
      })),
    );
  if (operation.id === "retractEntry")
    return entries.map((entry) =>
      row(entry, (followUp, things) => ({
        path: rest(followUp),
        body: { retracts: things[entry], reason: "the wrong follow-up" },
      })),
    );
  if (operation.id === "closeFollowUp")
    return ClosureReason.options.map((closureReason) =>
      row(closureReason, (followUp) => ({
        path: rest(followUp),
        body: { closureReason, reason: "It is over.", secondReader: "Z. Jansen" },
      })),
    );
  if (collection === "followUps" && path.includes("{id}"))
    return [
      row("", (followUp) => ({ path: rest(followUp) })),
      // One question for all acts: one of each side is enough.
      ...(method === "get" || ["recordResponse", "recordAssessment"].includes(operation.id)
        ? [row("of a report that is not published", () => ({ path: rest(followUps.hidden) }))]
        : []),
    ];
  if (collection === "files" && path.includes("{id}"))
    return files.map((file) => row(file, (_, things) => ({ path: rest(things[file]) })));
  if (collection === "drafts" && path.includes("{id}"))
    return drafts.map((draft) =>
      row(draft, (_, things) => ({ path: rest(things[draft]), body: onDraft[operation.id] ?? {} })),
    );
  if (operation.id === "submitDrafts")
    return drafts.map((draft) => row(draft, (_, things) => ({ path, body: { drafts: [{ id: things[draft] }] } })));
  if (operation.id === "getFiguresWorkbook")
    return [row("", () => ({ path: `${path}?issuingBody=court&deliveredBy=centre&year=2015` }))];
  if (operation.takesFile)
    return (known[collection] ?? [["", "none"] as const]).map(([about, id]) =>
      row(about, () => ({ path: `${rest(id)}?name=note.txt` })),
    );
  const ids = path.replace("/exports", "").includes("/{id}")
    ? known[path.replace("/exports", "").split("/")[1] ?? ""]
    : undefined;
  const body = ofTheCourt[operation.id];
  return (ids ?? [["", "R1"] as const]).map(([about, id]) =>
    row(about, () => ({ path: rest(id), ...(body && { body }) })),
  );
}

/** Its format changes nothing of who may read it, and a PDF file takes a second. */
function isDocument({ query }: Operation): boolean {
  const { format } = query?.shape ?? {};
  return ["pdf", "json"].every((each) => format?.safeParse(each).success);
}

/** What names its issuing body: that of the others is theirs. */
const ofTheCourt: Readonly<Record<string, object>> = {
  addImport: { kind: "record" },
  addCollectedItem: { kind: "focus", issuingBody: "court", reference: "F", year: 2015, title: { en: "Waiting times" } },
  draftReport: { issuingBody: "court", reference: "N", reportingYear: 2015 },
  openReportingCycle: {
    ...{ issuingBody: "court", year: 2015, opensOn: "2016-02-01" },
    ...{ updatesDueOn: "2016-06-01", assessmentsDueOn: "2016-09-01" },
  },
};

const actNames = Object.keys(acts) as (keyof typeof acts)[];

const changes = {
  answer: { reason: "It is for the judges." },
  finding: { rationale: "A third are trained." },
  "confidential evidence": { evidence: [{ kind: "document", title: "Note", confidential: true }] },
} as const;

function inputOf(act: keyof typeof acts, things: Things): object {
  if (act === "correct") return { corrects: things.answer, change: changes.answer };
  if (act === "retract") return { retracts: things.answer, reason: "the wrong follow-up" };
  return {};
}

const onDraft: Readonly<Record<string, object>> = {
  changeDraft: { input: { narrative: "More judges." } },
  handOverDraft: { to: "of assessor" },
  sendBackDraft: { note: "No." },
};
