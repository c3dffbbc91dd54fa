import { RecordFile } from "@heed/core";
import { maxCharacters } from "@heed/core/text/bounded-text";
import { createUserToken } from "@heed/store";
import { expect, test } from "vitest";
import { world } from "../../../core/test/example-world.ts";
import { deskRoutes } from "../../../portal/src/desk/pages/desk-routes.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import { imported } from "../../../store/test/importing.ts";
import { trackerOf } from "../../src/tracker.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";
import { draftedReport } from "./drafted-report.ts";
import { type Control, controlsOf } from "./form-controls.ts";
import { deskForms } from "./forms-of-desks.ts";
import { standingIn, summaryOf } from "./schema-faults.ts";

const desk = "/en/desk";
const limit = 1_000_000;

/** Forms to which no page leads by a link: that of what was found in a text, and of a message that waits. Their own tests have them. */
const withoutLink = ["/desk/reports/*/found", "/desk/reminders/*"];

/** Things of which the example world has none, each with its form. */
async function prepared(served: ReturnType<typeof servedDesks>): Promise<void> {
  const { send, get } = served;
  const user = { name: "G. Maes", "addRole.role": "admin", key: "user", do: "addUser" };
  const added = await send("janssens", `${desk}/users/new`, user);
  const id = (added.headers.location ?? "").replace(/\?.*/, "").split("/").at(-1) ?? "";
  await createUserToken(served.database, { user: id }, "2015-06-30T08:00:00Z");
  await draftedReport(served);
  const section = { reference: "law", authenticLanguage: "nl", state: "draft", "title.nl": "Recht" };
  await send("peeters", `${desk}/reports/report-2013/sections/new`, { ...section, key: "s", do: "addSection" });
  await send("claes", `${desk}/follow-ups/2013-02-just/respond`, { position: "accepted", key: "d", do: "save" });
  // An answer that waits for its publication.
  const change = { id: "byAct", from: "2015-01-01", changes: { publicationOfAnswers: "byAct" }, reason: "Agreed" };
  const settingChanges = [{ ...change, actor: "E. Peeters", recordedAt: "2015-01-01T08:00:00Z" }];
  await imported(served.database, RecordFile.parse({ heed: "record/1", settingChanges }));
  await send("claes", `${desk}/follow-ups/2013-01-just/respond`, { position: "accepted", key: "w", do: "submit" });
  expect((await get("peeters", `${desk}/cycles`)).status).toBe(200);
}

/** What a form needs besides, where another fault would be told before those of what is chosen. */
const sound: Readonly<Record<string, Fields>> = {
  add: { reference: "2" },
  addGround: { "ground.reference": "framework" },
  addItem: { reference: "F-1", year: "2014", "title.en": "Waiting" },
  addSection: { reference: "other", "title.nl": "Recht", "title.fr": "Droit" },
  draftReport: { reference: "N", reportingYear: "2014" },
  openCycle: { year: "2017", opensOn: "2016-02-01", updatesDueOn: "2016-06-01", assessmentsDueOn: "2016-09-01" },
  withdrawLink: { "unlink.reason": "Another was meant" },
  link: { "link.to": "another", "link.number": "2011-05", "link.type": "relatesTo" },
  handOver: { "handOver.to": "K. Wouters" },
  preview: {
    source: "Brief",
    givenOn: "2015-06-01",
    "evidence.0.title": "Iets",
    "evidence.0.kind": "law",
    "evidence.0.url": "https://example.org/",
  },
};

/** Buttons that do nothing yet, or that save what is not finished. */
const unfinished = ["save", "more", "edit", "keep", "foreseeSelection"];

/** Fields of a form that its button does not ask: an item's body is told after its content, and a reader or a colleague is asked by another button. */
const notAsked = [/^addItem issuingBody$/, / (?:askReading|handOver|sendBack)\./];

/** What is typed in a field that no form takes; undefined where a browser lets nothing else be chosen. */
function wrongIn({ kind, isHidden, name }: Control, html: string): string | undefined {
  if (isHidden || kind === "box" || kind === "file") return undefined;
  if (kind === "choice") return "nothing";
  // A whole report is pasted at once.
  const most = html.includes('name="do" value="find"') ? limit : maxCharacters.text;
  return html.includes("<textarea") && new RegExp(`<textarea[^>]* name="${name}"`).test(html)
    ? "x".repeat(most + 1)
    : undefined;
}

// What is refused here is refused before anything is written, so one database shows it.
describeSqlite("each form of the desks", (open) => {
  test("is looked at, and takes no choice that it does not offer, no text and no file that is too long", async () => {
    const { database } = await open(world);
    const served = servedDesks(database, trackerOf(database, { limit }));
    await prepared(served);
    const forms = await deskForms(served.app as never);
    const reached = (address: string) =>
      forms.some(({ action }) =>
        new RegExp(`^/en${address.replaceAll("*", "[^/]+")}$`).test(action.replace(/\?.*/, "")),
      );
    const unseen = deskRoutes.filter(({ submit, address }) => submit !== undefined && !reached(address));
    expect(unseen.map(({ address }) => address)).toEqual(withoutLink);
    const faults: unknown[] = [];
    const seen = new Set<string>();
    for (const { by, action, fields, html } of forms) {
      const does = fields.get("do") ?? "";
      if (unfinished.includes(does) || seen.has(html)) continue;
      seen.add(html);
      const controls = controlsOf(html);
      const standing = standingIn(controls.filter(({ kind }) => kind !== "file"));
      const whole = { ...standing, ...sound[does], ...Object.fromEntries(fields) };
      const tell = (name: string, { status, text }: { status: number; text: string }, says = "") => {
        const summary = summaryOf(text);
        if (status !== 422 || !summary.includes(`href="#${name}"`) || !summary.includes(says))
          faults.push([by, action, does, name, status, summary.replaceAll(/<[^>]*>|x{30,}/g, " ").slice(0, 300)]);
      };
      const tried = new Set<string>();
      for (const control of controls) {
        const { name } = control;
        const told = name.replace(/\.(?:nl|fr|de|en)$/, "");
        if (tried.has(told) || notAsked.some((each) => each.test(`${does} ${name}`))) continue;
        tried.add(told);
        const typed = wrongIn(control, html);
        if (typed !== undefined) {
          const sent = await served.send(by, action, { ...whole, [name]: typed, key: `${action} ${fields} ${name}` });
          tell(name, sent);
          // What was typed stays.
          if (typed !== "nothing") expect([action, name, sent.text.includes(typed)]).toEqual([action, name, true]);
        }
        if (control.kind === "file") {
          const large = Buffer.alloc((name === "found.upload" ? 10 : 1) * limit + 1, "a");
          const sent = await served.bring(
            by,
            action,
            { ...whole, key: `${action} ${name}` },
            { [name]: [large, "a.txt"] },
          );
          tell(name, sent, " MB");
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
