import { registerActs } from "@heed/core/acts/acts";
import { expect, test } from "vitest";
import { z } from "zod";
import { world } from "../../../core/test/example-world.ts";
import { describeSqlite } from "../../../store/test/describe-database.ts";
import type { SignedIn } from "./desk-app.ts";
import { type Fields, servedDesks } from "./desk-forms.ts";
import { draftedReport } from "./drafted-report.ts";
import { controlsOf, formDoing } from "./form-controls.ts";
import {
  expectKept,
  expectTold,
  type Schema,
  schemaOf,
  standingIn,
  summaryOf,
  tellEachFault,
} from "./schema-faults.ts";

const upload = "workbook.0.upload";
const csv = Buffer.from("a;b\n1;2\n");
const noWorkbook = Buffer.from("PK\u0003\u0004 cut off");

type Bringing = {
  by: SignedIn;
  page: string;
  field: string;
  fields: Fields;
  files: readonly (readonly [Buffer, string])[];
};

const files = [
  [csv, "a.csv"],
  [noWorkbook, "a.xlsx"],
] as const;

/** The pages by which a workbook comes in. */
const workbooks: readonly Bringing[] = [
  { by: "peeters", page: "/fr/desk/figures", field: upload, fields: {}, files },
  { by: "claes", page: "/fr/desk/workbook", field: upload, fields: { do: "check" }, files },
  {
    ...{ by: "peeters", page: "/fr/desk/items/import", field: upload, files },
    fields: { kind: "judgment", acceptCorrections: "yes", dryRun: "yes" },
  },
];

/** What is told where a file is missing, or is another one; the rest of the form stays. */
async function eachFileIsRefused(
  { get, send, bring }: ReturnType<typeof servedDesks>,
  { by, page, field, fields, files }: Bringing,
): Promise<void> {
  const named = (text: string) => controlsOf(text).filter(({ name }) => name in fields);
  const controls = named((await get(by, page)).text);
  const missing = await send(by, page, { ...fields, key: "none" });
  expectTold(missing.text, { told: `${page}: no file`, status: missing.status, field });
  expectKept(named(missing.text), controls, fields, page);
  for (const [bytes, name] of files) {
    const told = `${page}: ${name}`;
    const { status, text } = await bring(by, page, { ...fields, key: name }, { [field]: [bytes, name] });
    expectTold(text, { told, status, field });
    expectKept(named(text), controls, fields, told);
  }
}

// What is refused here is refused before anything is written, so one database shows it.
describeSqlite("what is brought at the desk", (open, openToRead) => {
  test.each(workbooks)("names the fault of a workbook at its field: $page", async (bringing) => {
    const { database } = await openToRead(world);
    await eachFileIsRefused(servedDesks(database), bringing);
  });

  test("names each fault of recommendations in a file, in a text, and in each line of what was found", async () => {
    const { database } = await open(world);
    const served = servedDesks(database);
    const { get, send, bring } = served;
    const { report } = await draftedReport(served, "fr");
    await eachFileIsRefused(served, {
      ...{ by: "peeters", page: `${report}/file`, field: "found.upload", fields: { language: "nl" } },
      files: [
        [Buffer.from("%PDF-1.7"), "a.pdf"],
        [noWorkbook, "a.docx"],
        [noWorkbook, "a.xlsx"],
        [Buffer.from("name\n1\n"), "a.csv"],
      ],
    });
    const paste = `${report}/text`;
    for (const typed of ["", " ", " \u2800 "]) {
      const { status, text } = await send("peeters", paste, { language: "nl", text: typed, key: `text ${typed}` });
      expectTold(text, { told: `${paste}: ${JSON.stringify(typed)}`, status, field: "text" });
    }
    const many = Array.from(
      { length: 501 },
      (_, place) => `${place + 1}. The minister publishes the figures each year.`,
    ).join("\n");
    for (const [language, typed, field] of [
      ["xx", "1. The minister publishes them.", "language"],
      ["", "1. The minister publishes them.", "language"],
      ["nl", many, "text"],
    ] as const) {
      const { status, text } = await send("peeters", paste, { language, text: typed, key: `${language} ${field}` });
      expectTold(text, { told: `${paste}: ${language} ${field}`, status, field });
      expectKept(controlsOf(text), controlsOf(text), { text: typed }, paste);
      if (typed === many) expect(summaryOf(text)).toMatch(/plus de 500 recommandations/);
    }
    const fields = { language: "nl", key: "many" };
    const { text: refused } = await bring("peeters", `${report}/file`, fields, {
      "found.upload": [Buffer.from(many), "a.txt"],
    });
    expect(summaryOf(refused)).toMatch(/plus de 500 recommandations/);

    const text = "7. The minister publishes the figures each year.\n8. The police train their staff by 2016.";
    const found = await send("peeters", paste, { language: "nl", text, key: "found" });
    expect(found.status).toBe(200);
    const controls = controlsOf(formDoing(found.text, "join") ?? "");
    const schema = z.toJSONSchema(registerActs.addRecommendation.input, {
      io: "input",
      unrepresentable: "any",
    }) as Schema;
    const asked = { by: "peeters", at: `${report}/found`, does: "join", controls } as const;
    const whole = { ...standingIn(controls), "r.1.addressees": "just", do: "join" };
    const prefix = "r.1.";
    const propertyOf = (name: string) => schemaOf(schema, (name === "all" ? "addressees" : name).split("."));
    expect(await tellEachFault(served, { ...asked, whole, prefix, propertyOf })).toBeGreaterThan(10);
    expect((await get("peeters", report)).text).toContain("1 recommandation<");
    const joined = await send("peeters", asked.at, { ...whole, key: "sound" });
    expect(joined.status, summaryOf(joined.text)).toBe(303);
  });
});
