import { amendments, type EntryOwner } from "@heed/core/acts/amendments";
import { expect, test } from "vitest";
import { worldDatabase } from "./heed.ts";

const people: Record<string, readonly string[]> = {
  respondent: ["--as", "J. Claes", "--role", "respondent", "--for", "just"],
  anotherRespondent: ["--as", "I. Bos", "--role", "respondent", "--for", "ibz"],
  assessor: ["--as", "A. Lambert", "--role", "assessor"],
  anotherBody: ["--as", "U. Nia", "--role", "assessor", "--for", "unia"],
  editor: ["--as", "E. Maes", "--role", "editor"],
};
const reference = ["2013-02", "--addressee", "just"];
const shown = ["evidence", "add", ...reference, "--evidence", "document:Circular"];
const made: Record<Exclude<EntryOwner, "unknown">, readonly string[]> = {
  addressee: [...shown, ...(people.respondent ?? [])],
  onBehalf: [...shown, "--source", "Letter of 1 June", ...(people.editor ?? [])],
  issuingBody: [...shown.slice(0, -2), "--confidential-evidence", "file:File 12/345", ...(people.assessor ?? [])],
};

test.each(Object.entries(made))(
  "who may amend whose entry, by commands: %s",
  { timeout: 180_000 },
  async (voice, make) => {
    const { heed } = await worldDatabase();
    const record = async () => {
      const { stdout, stderr } = await heed(...make, "--format", "json");
      expect(stderr).toBe("");
      return JSON.parse(stdout).items[0].id as string;
    };
    let entry = await record();
    for (const [person, who] of Object.entries(people)) {
      const may = (amendments[voice as EntryOwner] as readonly string[]).includes(person);
      const correct = await heed(
        ...["entry", "correct", ...reference, "--entry", entry, ...who],
        ...["--change", '{"evidence":[{"kind":"law","title":"Act"}]}'],
      );
      expect(correct.code, `${person} corrects: ${correct.stderr}`).toBe(may ? 0 : 2);
      if (!may) expect(correct.stderr).toMatch(/another|only the side of its author/);
      if (may) entry = await record();
      const retract = await heed("entry", "retract", ...reference, "--entry", entry, "--reason", "wrong", ...who);
      expect(retract.code, `${person} retracts: ${retract.stderr}`).toBe(may ? 0 : 2);
      if (may) entry = await record();
    }
    expect((await heed("audit", "verify")).code).toBe(0);
  },
);
