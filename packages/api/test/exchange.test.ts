import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { RecordFile } from "@heed/core";
import { openTables } from "@heed/core/tables/open-tables";
import { readRecordFile, recordContextOf, recordText } from "@heed/files";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { default as addFormats } from "ajv-formats";
import { parse } from "csv-parse/sync";
import jsonld from "jsonld";
import supertest from "supertest";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { world } from "../../core/test/example-world.ts";
import { describeDatabase } from "../../store/test/describe-database.ts";
import { basePath } from "../src/contract/base-path.ts";
import { worldApp } from "./world-app.ts";

const oscalSchema = fileURLToPath(new URL("../../../../shared/data/oscal_poam_schema-1.0.6.json", import.meta.url));
const service = "https://heed.example";

/** As recordText() wants the parts of a record. */
async function* itemsOf(record: RecordFile) {
  for (const [list, items] of Object.entries(record))
    if (Array.isArray(items)) for (const item of items) yield { list, item };
}

test("an id with any sign is a part of a valid address, and comes back as it is", async () => {
  const ids = ["a b", "50% of a/b?c#d", "urn:x", "é<>", "%20"] as const;
  const [body, addressee, report, recommendation, followUp] = ids;
  const record = RecordFile.parse({
    heed: "record/1",
    organizations: [body, addressee].map((id, place) => ({ id, code: `c${place}`, name: { en: "A", id: "A b" } })),
    reports: [{ id: report, reference: "1", issuingBody: body, reportingYear: 2021, publishedOn: "2022-10-18" }],
    recommendations: [{ id: recommendation, report, reference: "1/1", text: { en: "Train." } }],
    followUps: [{ id: followUp, recommendation, addressee }],
  });
  let text = "";
  const reader = { rights: [{ role: "editor", organizations: [] }] } as unknown as Parameters<typeof recordText>[1];
  for await (const piece of recordText(itemsOf(record) as never, reader, recordContextOf(service + basePath)))
    text += piece;
  const nodes = await jsonld.flatten(JSON.parse(text), undefined, { safe: true, documentLoader } as object);
  const named = JSON.stringify(nodes).match(/"@id":"https:[^"]*"/g) ?? [];
  expect(new Set(named).size).toBe(ids.length);
  for (const each of named) expect(each).toMatch(/\/v1\/[a-zA-Z]+\/(?:[\w.~!*'()-]|%[\dA-F]{2})+"$/);
  const file = join(await mkdtemp(join(tmpdir(), "heed-ids-")), "record.jsonld");
  onTestFinished(() => rm(dirname(file), { recursive: true }));
  await writeFile(file, text);
  const { "@context": _, ...back } = await readRecordFile(file);
  expect(back).toEqual(record);
});

/** A context comes with its document: nothing is fetched. */
const documentLoader = (url: string): never => {
  throw new Error(`${url} is asked for`);
};

describeDatabase("what other programs read", (_open, openToRead) => {
  const get = async (path: string) => {
    const { database } = await openToRead(world);
    const answer = await supertest(await worldApp(database)).get(basePath + path);
    expect(answer.status, answer.text).toBe(200);
    return answer;
  };

  test.skipIf(!existsSync(oscalSchema))(
    "a report's follow-up is a plan that NIST's schema accepts, on any day",
    async () => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats.default(ajv);
      const validate = ajv.compile(JSON.parse(readFileSync(oscalSchema, "utf8")));
      for (const { id } of world.reports)
        for (const asOf of ["2011-12-31", "2015-06-30"]) {
          const { body } = await get(`/reports/${id}/actionPlan?asOf=${asOf}&lang=fr`);
          expect(validate(body), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
        }
      const { body } = await get("/reports/report-2011/actionPlan?lang=fr");
      const plan = body["plan-of-action-and-milestones"];
      const followUps = (await get("/followUps?report=report-2011&pageSize=1000&withTotal=true")).body;
      expect(plan.risks).toHaveLength(followUps.total);
      expect(plan["poam-items"]).toHaveLength(followUps.total);
      const propertyOf = (props: { name: string; value: string }[], asked: string) =>
        props.find(({ name }) => name === asked)?.value;
      for (const [index, { position, assessed, lifecycle }] of followUps.items.entries()) {
        const { props, status } = plan.risks[index];
        expect([propertyOf(props, "position"), propertyOf(props, "assessed")]).toEqual([position, assessed]);
        expect(status === "closed").toBe(lifecycle === "closed");
      }
    },
  );

  test("the record is linked data: no name is without a meaning, and what things name is there", async () => {
    const { text, headers } = await get("/exports/linkedRecord");
    expect(headers["content-disposition"]).toContain(".jsonld");
    const linked = JSON.parse(text);
    const { "@context": context, ...plain } = linked;
    expect(plain).toEqual(JSON.parse((await get("/exports/record")).text));
    expect((await get("/exchange/recordContext")).body["@context"]).toEqual(context);
    const lists = Object.values(RecordFile.shape).flatMap((each, index) =>
      each instanceof z.ZodDefault ? (Object.keys(RecordFile.shape)[index] ?? []) : [],
    );
    for (const list of lists) expect(context[list], list).toMatchObject({ "@context": expect.any(Object) });
    const base = `${service}${basePath}/exports/linkedRecord`;
    // "safe": whatever would be dropped is an error.
    const nodes = await jsonld.flatten(linked, undefined, { base, safe: true, documentLoader } as object);
    const ids = new Set((nodes as unknown as { "@id": string }[]).map((node) => node["@id"]));
    for (const { id, addressee, recommendation } of world.followUps) {
      const node = (nodes as unknown as Record<string, { "@id": string }[]>[]).find(
        (each) => (each["@id"] as unknown as string) === `${service}${basePath}/followUps/${id}`,
      );
      const named = [
        node?.["urn:heed:terms#addressee"]?.[0]?.["@id"],
        node?.["urn:heed:terms#recommendation"]?.[0]?.["@id"],
      ];
      expect(named).toEqual([
        `${service}${basePath}/organizations/${addressee}`,
        `${service}${basePath}/recommendations/${recommendation}`,
      ]);
      for (const each of named) expect(ids).toContain(each);
    }
  });

  test("a record file keeps to the schema that is published, and a wrong one does not", async () => {
    const { body: schema } = await get("/exchange/recordSchema");
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile({ ...schema, $id: service + schema.$id });
    const { body: record } = await get("/exports/record");
    expect(validate(record), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
    expect(validate((await get("/exports/linkedRecord")).body)).toBe(true);
    const [first] = record.recommendations;
    expect(validate({ ...record, recommendations: [{ ...first, report: 7 }] })).toBe(false);
    expect(validate({ ...record, unknown: [] })).toBe(false);
  });

  test("the catalogue names the record and each list, with addresses that answer", async () => {
    const { body } = await get("/exchange/dataCatalogue");
    const dcat = "http://www.w3.org/ns/dcat#";
    const base = `${service}${basePath}/exchange/dataCatalogue`;
    const [catalogue] = (await jsonld.expand(body, { base, safe: true, documentLoader } as object)) as unknown as [
      Record<string, Record<string, unknown>[]>,
    ];
    expect(catalogue["@type"]).toEqual([`${dcat}Catalog`]);
    for (const needed of ["title", "description", "publisher"])
      expect(catalogue[`http://purl.org/dc/terms/${needed}`]?.length, needed).toBeGreaterThan(0);
    const datasets = catalogue[`${dcat}dataset`] ?? [];
    expect(datasets).toHaveLength(1 + Object.keys(openTables).length);
    const addresses = datasets.flatMap((dataset) =>
      (dataset[`${dcat}distribution`] as Record<string, { "@id": string }[]>[]).map(
        (each) => each[`${dcat}accessURL`]?.[0]?.["@id"] ?? "",
      ),
    );
    expect(addresses).toHaveLength(2 * datasets.length);
    for (const address of addresses) await get(address.replace(service + basePath, ""));
  });

  test("the catalogue and the page about it tell the licence and the contact, where the publisher gave them", async () => {
    const { database } = await openToRead(world);
    const licence = "https://creativecommons.org/licenses/by/4.0/";
    const told = async (contact: string) => {
      const app = supertest(await worldApp(database, { terms: { licence, contact } }));
      return { page: (await app.get("/nl/about")).text, ...(await app.get(`${basePath}/exchange/dataCatalogue`)).body };
    };
    const { page, ...catalogue } = await told("info@example.org");
    const given = { "@id": licence, "@type": "dct:LicenseDocument" };
    expect(catalogue["dct:license"]).toEqual(given);
    for (const dataset of catalogue["dcat:dataset"]) {
      expect(dataset["dcat:contactPoint"]["vcard:hasEmail"]).toEqual({ "@id": "mailto:info@example.org" });
      for (const each of dataset["dcat:distribution"]) expect(each["dct:license"]).toEqual(given);
    }
    await jsonld.expand(catalogue, { base: service, safe: true, documentLoader } as object);
    expect(page).toContain(`<a class="govuk-link" rel="license" href="${licence}">`);
    expect(page).toContain('<a class="govuk-link" href="mailto:info@example.org">info@example.org</a>');
    const elsewhere = await told("https://example.org/contact");
    expect(elsewhere["dcat:service"][0]["dcat:contactPoint"]["vcard:hasURL"]["@id"]).toBe(
      "https://example.org/contact",
    );
    const { text } = await supertest(await worldApp(database)).get("/nl/about");
    expect(text).not.toMatch(/rel="license"|id="contact"/);
  });

  test("the data package tells the columns of each list as they come", async () => {
    const { body } = await get("/exchange/dataPackage");
    expect(body.resources).toHaveLength(Object.keys(openTables).length);
    for (const { path, schema, name } of body.resources) {
      const [head, ...rows] = parse((await get(path.replace(basePath, ""))).text, { bom: true }) as string[][];
      const fields = schema.fields as { name: string; type: string; constraints?: { enum: string[] } }[];
      expect(head, name).toEqual(fields.map((field) => field.name));
      expect(rows.length, name).toBeGreaterThan(0);
      for (const row of rows)
        for (const [index, { type, constraints, name: column }] of fields.entries()) {
          const cell = row[index] ?? "";
          if (cell === "") continue;
          if (type === "integer") expect(cell, `${name} ${column}`).toMatch(/^-?\d+$/);
          if (constraints) expect(constraints.enum, `${name} ${column}`).toContain(cell);
        }
    }
  });
});
