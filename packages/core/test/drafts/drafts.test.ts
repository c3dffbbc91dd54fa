import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActDraft, DraftedAct } from "../../src/drafts/act-draft.ts";
import { allowedDraftActs } from "../../src/drafts/allowed-draft-acts.ts";
import {
  askSecondReading,
  changeDraft,
  type DraftContext,
  handOverDraft,
  makeDraft,
  sendBackDraft,
} from "../../src/drafts/decide-draft.ts";
import { type DraftAct, draftActs } from "../../src/drafts/draft-acts.ts";
import { missingIn } from "../../src/drafts/missing.ts";
import { requireOnDraft } from "../../src/drafts/require-on-draft.ts";
import { acts, DomainError, decideAct, personAs } from "../../src/index.ts";
import { context } from "../acts/acting.ts";
import { aFollowUp } from "../builders.ts";

const person = (name: string, role: DraftContext["actor"]["role"] = "assessor") => ({
  ...{ id: name.toLowerCase(), name, role, organizations: [] },
});
const [anne, bram, cleo] = [person("Anne Lambert"), person("Bram Peeters"), person("Cleo Dubois", "editor")];
const colleague = { id: bram.id, name: bram.name };
const by = (actor: DraftContext["actor"], at = "2024-05-02T10:00:00Z"): DraftContext => ({ actor, at, colleague });

function drafted(act: string, input = {}): ActDraft {
  return makeDraft({ ...context(aFollowUp(), "assessor"), actor: anne }, { act, input });
}

/** Why it is refused; undefined when it is not. */
function refusal(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe("a draft of an act", () => {
  test("can be made of every act that adds to a follow-up, and of none that amends an entry", () => {
    expect(DraftedAct.options).toEqual(Object.keys(acts).filter((each) => each !== "correct" && each !== "retract"));
  });

  test("may say too little, and tells what is missing until nothing is", () => {
    const where = context(aFollowUp(), "respondent");
    const draft = makeDraft(where, { act: "respond" });
    expect(draft).toMatchObject({ side: "addressee", organization: "justice", state: "draft", version: 1 });
    expect(missingIn(draft, where)).toEqual([{ name: "position", detail: expect.any(String) }]);
    const whole = changeDraft(draft, by(where.actor), { input: { position: "accepted" } });
    expect(missingIn(whole, where)).toEqual([]);
  });

  test("goes back to who handed it over, and keeps who made it", () => {
    const given = handOverDraft(drafted("assess"), by(anne), { to: "Bram Peeters", note: "Please look." });
    expect(given.holder).toEqual(colleague);
    const back = sendBackDraft(given, by(bram), { note: "Which method?" });
    expect(back).toMatchObject({ holder: { id: anne.id }, madeBy: { id: anne.id }, note: "Which method?", version: 3 });
    expect(refusal(() => sendBackDraft(back, by(bram), { note: "Again." }))).toBe("invalidStateTransition");
  });

  test("is approved by somebody else, under whatever spelling, and its entry names that person", () => {
    const asked = askSecondReading(drafted("reopen", { reason: "New facts." }), by(anne), {});
    expect(asked).toMatchObject({ state: "secondReading", handedBy: { id: anne.id } });
    expect(refusal(() => requireOnDraft("approveDraft", asked, anne))).toBe("missingPermission");
    expect(refusal(() => requireOnDraft("approveDraft", asked, person("A. LAMBERT")))).toBe("missingPermission");
    expect(refusal(() => requireOnDraft("approveDraft", asked, cleo))).toBeUndefined();
    for (const act of ["submitDraft", "changeDraft"] as const)
      expect(refusal(() => requireOnDraft(act, asked, anne))).toBe("invalidStateTransition");
    expect(refusal(() => askSecondReading(drafted("observe"), by(anne), {}))).toBe("invalidStateTransition");

    const finding = { reportingYear: 2023, level: "underWay", method: "interview", rationale: "A bill." };
    const [entry] = decideAct(
      "assess",
      { ...context(aFollowUp(), "assessor"), actor: anne, secondReader: bram },
      finding,
    );
    expect(entry).toMatchObject({ assessor: anne.name, secondReader: bram.name, secondReaderId: bram.id });
  });

  test("tells each who sees it what may be done with it, in any of the person's roles", () => {
    const draft = drafted("assess");
    const writing = ["changeDraft", "handOverDraft", "askSecondReading", "submitDraft", "discardDraft"];
    expect(allowedDraftActs(draft, personAs(anne))).toEqual(writing);
    expect(allowedDraftActs(draft, personAs(cleo))).toEqual([]);
    const asked = askSecondReading(draft, by(anne), {});
    expect(allowedDraftActs(asked, personAs(anne))).toEqual(["sendBackDraft", "discardDraft"]);
    expect(allowedDraftActs(asked, personAs(bram))).toEqual(["sendBackDraft", "approveDraft", "discardDraft"]);
    const both = {
      ...personAs(cleo),
      rights: [cleo, bram].map(({ role, organizations }) => ({ role, organizations })),
    };
    expect(allowedDraftActs(draft, both)).toEqual(writing);
    expect(allowedDraftActs(draft, personAs(person("J. Claes", "respondent")))).toEqual([]);
  });

  test("is given to nobody by a name that nobody has", () => {
    const alone: DraftContext = { actor: anne, at: "2024-05-02T10:00:00Z" };
    expect(refusal(() => handOverDraft(drafted("assess"), alone, { to: "Bram Peters" }))).toBe("invalidInput");
    expect(refusal(() => askSecondReading(drafted("assess"), alone, { reader: "Bram Peters" }))).toBe("invalidInput");
    expect(askSecondReading(drafted("assess"), alone, {}).holder).toBeUndefined();
  });

  test("of what an editor and an assessor close together is read by the other of the two", () => {
    const input = { closureReason: "withdrawn", reason: "Taken back." };
    const asked = askSecondReading(drafted("close", input), by(anne), {});
    expect(refusal(() => requireOnDraft("approveDraft", asked, bram))).toBe("missingPermission");
    expect(refusal(() => requireOnDraft("approveDraft", asked, cleo))).toBeUndefined();
  });

  test("keeps what it is about and counts every act on it, in any order of acts", () => {
    const steps = {
      changeDraft: (draft: ActDraft, who: DraftContext) => changeDraft(draft, who, { input: { reason: who.at } }),
      handOverDraft: (draft: ActDraft, who: DraftContext) => handOverDraft(draft, who, { to: "Bram Peeters" }),
      sendBackDraft: (draft: ActDraft, who: DraftContext) => sendBackDraft(draft, who, { note: "No." }),
      askSecondReading: (draft: ActDraft, who: DraftContext) => askSecondReading(draft, who, {}),
    };
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
      fc.constantFrom(anne, bram, cleo),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (all) => {
        const first = drafted("close");
        let draft = first;
        let done = 0;
        for (const [name, actor] of all) {
          const before = draft;
          const allowed = allowedDraftActs(before, personAs(actor)).includes(name);
          const code = refusal(() => {
            requireOnDraft(name, before, actor);
            draft = steps[name](before, by(actor, `2024-05-02T11:00:0${done % 10}Z`));
          });
          expect(code === undefined, name).toBe(allowed);
          if (code !== undefined) {
            expect(draft).toBe(before);
            continue;
          }
          done += 1;
          expect((draftActs[name] as DraftAct).becomes).toBe(draft.state);
        }
        const { id, followUp, act, side, organization, madeBy, createdAt } = first;
        expect(draft).toMatchObject({ id, followUp, act, side, organization, madeBy, createdAt, version: 1 + done });
        expect(draft.state === "secondReading" && draft.handedBy === undefined).toBe(false);
      }),
    );
  });
});
