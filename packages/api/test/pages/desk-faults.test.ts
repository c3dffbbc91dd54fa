import { acts, RecordFile } from "@heed/core";
import { maxCharacters } from "@heed/core/text/bounded-text";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { type Field, type FormAct, fieldsFor, formActs } from "../../../portal/src/desk/form/act-fields.ts";
import { propertyIn } from "../../../portal/src/desk/form/values.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import { imported } from "../../../store/test/importing.ts";
import { type SignedIn, signedIn } from "./desk-app.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";
import { splitWorld } from "./split-world.ts";

const followUp = "2013-02-just";
const piece = { "evidence.0.title": "Omzendbrief", "evidence.0.kind": "document" };

type Form = { by: SignedIn; sound: Fields; followUp?: string; prepare?: (served: Served) => Promise<Fields> };
type Served = ReturnType<typeof servedDesks>;

/** A form of each act that could be submitted, and who submits it. */
const forms: Readonly<Record<FormAct, Form>> = {
  respond: { by: "claes", sound: { position: "accepted", reason: "Daarom" } },
  commit: { by: "claes", sound: { description: "Een wetsontwerp", due: "2016-06-30", owner: "Kabinet" } },
  update: { by: "claes", sound: { reportingYear: "2014", level: "underWay", narrative: "Het ligt voor" } },
  // A letter of a ministry without account, as an editor records it.
  addEvidence: { by: "peeters", sound: { ...piece, source: "Brief van 1 juni 2015", givenOn: "2015-06-01" } },
  requestDeadlineChange: {
    by: "claes",
    sound: { target: "response", to: "31 december 2015", reason: "Te kort", requestedBy: "J. Claes" },
  },
  assess: {
    by: "lambert",
    sound: { ...piece, level: "underWay", method: "interview", rationale: "Zo vonden wij het", reportingYear: "2014" },
  },
  close: {
    by: "lambert",
    sound: { closureReason: "overtakenByEvents", reason: "De wet is weg", singleReader: "Niemand anders" },
  },
  reopen: {
    by: "lambert",
    followUp: "2011-05-just",
    sound: { reason: "Toch niet", newDue: "2016-06-30", secondReader: "M. Delvaux" },
  },
  decideDeadlineChange: {
    by: "peeters",
    prepare: askedByJustice,
    sound: { decision: "granted", reason: "Goed", decidedBy: "E. Peeters", to: "2016-01-31" },
  },
  decideSuccessor: {
    by: "peeters",
    followUp: "2013-03b-fedpol",
    sound: { change: "police-split", of: "addressee", successor: "justice", from: "2015-06-15", reason: "Zo" },
  },
  withdrawDeadlineRequest: {
    by: "claes",
    prepare: (served) => askedByJustice(served, "claes", "withdrawDeadlineRequest"),
    sound: { reason: "Toch niet nodig" },
  },
  reportOutcome: {
    by: "claes",
    prepare: (served) => offeredAfter(served, "commit", "claes", ["reportOutcome", "commitment"]),
    sound: { outcome: "met", reason: "Het staat in het Staatsblad" },
  },
  withdrawClaim: {
    by: "claes",
    prepare: (served) => offeredAfter(served, "claim", "claes", ["withdrawClaim", "update"]),
    sound: { reason: "Het is niet af" },
  },
  contestDeadlineChange: {
    by: "lambert",
    prepare: async (served) => {
      const asked = await askedByJustice(served);
      const granted = { ...forms.decideDeadlineChange.sound, ...asked, do: "submit" };
      expect((await served.send("peeters", at("decideDeadlineChange"), granted)).status).toBe(303);
      return choiceIn((await served.get("lambert", at("contestDeadlineChange"))).text, "change");
    },
    sound: { reason: "Te laat voor wie het betreft" },
  },
  upholdNotCompetent: {
    by: "peeters",
    prepare: async ({ send }) => {
      const said = { position: "notCompetent", reason: "Niet van ons", do: "submit" };
      expect((await send("claes", at("respond"), said)).status).toBe(303);
      return {};
    },
    sound: { reason: "Het is van de gemeenschappen" },
  },
  changeRole: { by: "peeters", sound: { role: "forInformation", reason: "Alleen ter informatie" } },
  publishAnswer: {
    by: "peeters",
    prepare: async ({ database, send, get }) => {
      const change = { id: "byAct", from: "2015-01-01", changes: { publicationOfAnswers: "byAct" }, reason: "Zo" };
      const settingChanges = [{ ...change, actor: "E. Peeters", recordedAt: "2015-01-01T08:00:00Z" }];
      await imported(database, RecordFile.parse({ heed: "record/1", settingChanges }));
      expect((await send("claes", at("respond"), { ...forms.respond.sound, do: "submit" })).status).toBe(303);
      return choiceIn((await get("peeters", at("publishAnswer"))).text, "answer");
    },
    sound: {},
  },
  observe: { by: "peeters", sound: { by: "Vereniging voor slachtoffers", text: "In de praktijk gebeurt het niet" } },
};

function at(act: string): string {
  return `/nl/desk/follow-ups/${followUp}/${act}`;
}

/** What a form offers after another act was done. */
async function offeredAfter(
  { send, get }: Served,
  first: "commit" | "claim",
  by: SignedIn,
  [act, name]: [FormAct, string],
): Promise<Fields> {
  const claimed = { ...forms.update.sound, ...piece, level: "fullyImplemented", claim: "yes" };
  const done = await send(by, at(first === "claim" ? "update" : first), {
    ...(first === "claim" ? claimed : forms[first].sound),
    do: "submit",
  });
  expect(done.status, done.text).toBe(303);
  return choiceIn((await get(by, at(act))).text, name);
}

/** A request of the ministry, which waits. */
async function askedByJustice(
  { send, get }: Served,
  by: SignedIn = "peeters",
  act: FormAct = "decideDeadlineChange",
): Promise<Fields> {
  const { sound } = forms.requestDeadlineChange;
  const asked = await send("claes", `/nl/desk/follow-ups/${followUp}/requestDeadlineChange`, {
    ...sound,
    do: "submit",
  });
  expect(asked.status).toBe(303);
  return choiceIn((await get(by, at(act))).text, "request");
}

function choiceIn(text: string, name: string): Fields {
  return { [name]: new RegExp(`name="${name}" type="radio" value="([^"]+)"`).exec(text)?.[1] ?? "" };
}

type Fault = { at: string; fields: Fields };

/** Every way in which a property can be refused by its schema, and by the rules of its act. */
function faultsIn(act: FormAct, field: Field): Fault[] {
  const { kind, needed } = propertyIn(act, field);
  const { name, line } = field;
  const at = (value: string): Fault => ({ at: name, fields: { [name]: value } });
  const most = line ? maxCharacters.name : maxCharacters.text;
  if (field.offered) return [...(needed ? [at("")] : []), at("nothing")];
  const missing = needed ? [at(""), ...(kind === "text" ? [at(" \u2800 ")] : [])] : [];
  switch (kind) {
    case "choice":
    case "deadline":
      return [...missing, at("nothing")];
    case "year":
      return [...missing, ...["veertien", "2999", "7"].map(at)];
    case "day": {
      const unlikely = { from: ["1999-01-01"], parliamentToldOn: ["2099-01-01"] }[name] ?? ["2099-01-01", "1999-01-01"];
      return [...missing, ...["gisteren", "2015-02-30", ...unlikely].map(at)];
    }
    case "dueDate":
      return [...missing, ...["ooit", "2001-01-01"].map(at)];
    case "yes":
      return [
        { at: "level", fields: { ...piece, claim: "yes", level: "underWay" } },
        { at: "evidence.0.title", fields: { claim: "yes", level: "fullyImplemented" } },
      ];
    case "evidence":
      return [
        ...(needed ? [{ at: "evidence.0.title", fields: { "evidence.0.title": "", "evidence.0.kind": "" } }] : []),
        { at: "evidence.0.kind", fields: { "evidence.0.title": "Iets", "evidence.0.kind": "" } },
        {
          at: "evidence.0.title",
          fields: { ...piece, "evidence.0.title": "", "evidence.0.url": "https://example.org/" },
        },
        { at: "evidence.0.title", fields: { ...piece, "evidence.0.title": "x".repeat(maxCharacters.name + 1) } },
        { at: "evidence.1.url", fields: { ...piece, ...second, "evidence.1.url": "geen adres" } },
      ];
    default:
      return [...missing, at("x".repeat(most + 1)), ...(name === "requestedBy" ? [at("123")] : [])];
  }
}

const second = { "evidence.1.title": "Nog een", "evidence.1.kind": "law" };

// What is refused here is refused before anything is written, so one database shows it.
describeSqlite("every form", (open) => {
  test.each(formActs)("of %s names each fault of its schema at its field, and keeps what was typed", async (act) => {
    const { database } = await open(act === "decideSuccessor" ? splitWorld : world);
    const served = servedDesks(database);
    const { send, entriesOf, hidden } = served;
    const { by, followUp: about = followUp, prepare } = forms[act];
    const sound = { ...forms[act].sound, ...(await prepare?.(served)) };
    const address = `/nl/desk/follow-ups/${about}/${act}`;
    const before = (await entriesOf(about)).length;
    const { key = "" } = await hidden(by, address);
    const cases = fieldsFor({ person: signedIn[by], reader: {} as never }, act).flatMap((field) =>
      faultsIn(act, field),
    );
    expect(cases.length).toBeGreaterThanOrEqual(Object.keys(acts[act].input.shape).length - 2);
    for (const { at, fields } of cases) {
      const typed = { ...sound, ...fields };
      const { status, text } = await send(by, address, { ...typed, do: "preview" });
      const told = `${act} ${JSON.stringify(fields).slice(0, 100)}`;
      expect(status, told).toBe(422);
      expect(text, told).toContain(`<a href="#${at}">`);
      expect(text, told).toContain(`id="${at}-fault"`);
      expect(text, told).toMatch(new RegExp(`aria-describedby="[^"]*${at.replaceAll(".", "\\.")}-fault`));
      expect(text.match(/<title>(.*?)<\/title>/)?.[1], told).toMatch(/^Fout: /);
      for (const [name, value] of Object.entries(typed))
        expect(shows(text, name, value), `${told}: ${name}`).toBe(true);
    }
    expect((await send(by, address, { ...sound, do: "preview" })).status).toBe(200);
    const done = await send(by, address, { ...sound, key, do: "submit" });
    expect(done.status, done.text).toBe(303);
    expect((await entriesOf(about)).length).toBe(before + 1);
  });
});

/** Whether a field of a page shows what was typed; what is not offered cannot be chosen. */
function shows(text: string, name: string, value: string): boolean {
  const written = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  if (text.includes(`name="${name}" type="radio"`))
    return value === "" || value === "nothing" || isMarked(text, name, value);
  if (text.includes(`name="${name}" type="checkbox"`)) return isMarked(text, name, value);
  const select = new RegExp(`<select[^>]*name="${name}".*?</select>`, "s").exec(text)?.[0];
  if (select !== undefined) return value === "" || select.includes(`value="${value}" selected`);
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>\n(.*?)</textarea>`, "s").exec(text)?.[1];
  if (area !== undefined) return area === written;
  const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(text)?.[0] ?? "";
  return value === "" ? !input.includes('value="') : input.includes(`value="${written}"`);
}

function isMarked(text: string, name: string, value: string): boolean {
  return new RegExp(`name="${name}" type="\\w+" value="${value}" checked`).test(text);
}
