import core from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import { expect, test } from "vitest";
import { belgif } from "../src/index.ts";
import { goodDocument } from "./good-document.ts";

type Path = readonly (string | number)[];

/** A change of the good document: at a path, another value; nothing at all when it is undefined. */
type Break = { at: Path; to: unknown; found?: string };

const books = ["paths", "/books"];
const book = ["components", "schemas", "Book"];
const properties = [...book, "properties"];
const get = {
  operationId: "getOther",
  summary: "Another",
  responses: { default: { $ref: "#/components/responses/Problem" } },
};
const path = (url: string, parameters: object[] = []): Break => ({
  at: ["paths", url],
  to: { get: { ...get, parameters } },
});

/** For each rule, documents that break it, and the place that is told where it is not the changed one. */
const broken: Record<string, Break[]> = {
  "uri-format": [
    { at: ["servers", 0, "url"], to: "https://api.example.org/library" },
    { at: ["servers", 0, "url"], to: "https://api.example.org/the-library/v1" },
    { at: ["servers", 0, "url"], to: "https://api.example.org/library/v1.0" },
  ],
  "uri-notat": [
    path("/lost-books"),
    path("/lostBooks/"),
    { at: [...books, "get", "parameters", 0, "name"], to: "book_genre" },
  ],
  "uri-extens": [path("/catalogue.csv")],
  "col-name": [path("/shelf/{shelfId}")],
  "path-param": [path("/shelves/{ShelfId}")],
  "id-name": [path("/shelves/{id}"), path("/shelves/{shelfId}/boards/{code}")],
  "qry-multi": [
    { at: [...books, "get", "parameters", 0, "explode"], to: false, found: "paths./books.get.parameters.0" },
    { at: [...books, "get", "parameters", 0, "style"], to: "pipeDelimited", found: "paths./books.get.parameters.0" },
  ],
  "jsn-naming": [
    { at: [...properties, "page_count"], to: { type: "integer" } },
    { at: [...properties, "ISBN"], to: { type: "string" } },
    { at: [...properties, "authorInformation"], to: { type: "string" } },
  ],
  "jsn-null": [
    { at: [...properties, "genre"], to: { type: ["string", "null"] } },
    { at: [...properties, "genre"], to: { type: "string", nullable: true } },
    {
      at: [...properties, "genre"],
      to: { anyOf: [{ type: "string" }, { type: "null" }] },
      found: [...properties, "genre.anyOf.1"].join("."),
    },
  ],
  "evo-object": [
    {
      at: [...books, "get", "responses", "200", "content", "application/json", "schema"],
      to: { type: "array", items: { type: "string" } },
      found: "paths./books.get.responses.200.content.application/json",
    },
    {
      at: [...books, "post", "requestBody", "content", "application/json", "schema"],
      to: { type: "string" },
      found: "paths./books.post.requestBody.content.application/json",
    },
  ],
  "id-design": [{ at: [...properties, "id"], to: { type: "integer" } }],
  "cod-design": [
    { at: [...properties, "genre", "enum"], to: ["SCIENCE_FICTION"] },
    { at: [...properties, "genre", "enum"], to: [1, 2] },
  ],
  "col-repres": [
    { at: [...properties, "href"], to: undefined, found: "paths./books.get.responses.200.content.application/json" },
    {
      at: ["components", "schemas", "Books", "properties", "items"],
      to: { type: "array", items: { type: "string" } },
      found: "paths./books.get.responses.200.content.application/json",
    },
  ],
  "col-paging": [
    {
      at: ["components", "schemas", "Books", "properties", "next"],
      to: undefined,
      found: "paths./books.get.responses.200.content.application/json",
    },
    {
      at: [...books, "get", "parameters", 1, "schema", "default"],
      to: undefined,
      found: "paths./books.get.parameters",
    },
  ],
  "reserved-words": [
    { at: [...properties, "total"], to: { type: "string" } },
    { at: [...properties, "self"], to: { type: "object", title: "Self" } },
  ],
  "opbody-req": [
    { at: [...books, "post", "requestBody", "required"], to: undefined, found: "paths./books.post.requestBody" },
  ],
  "doc-patch": [
    {
      at: ["paths", "/books/{bookId}", "patch", "requestBody", "content", "application/json"],
      to: undefined,
      found: "paths./books/{bookId}.patch.requestBody",
    },
    {
      at: ["paths", "/books/{bookId}", "patch", "requestBody", "content", "application/merge-patch+json"],
      to: undefined,
      found: "paths./books/{bookId}.patch.requestBody",
    },
  ],
  "gen-header": [
    {
      at: [...books, "get", "parameters", 2],
      to: { name: "Accept-Language", in: "header", schema: { type: "string" } },
    },
    {
      at: [...books, "get", "parameters", 2],
      to: { name: "BelGov-Trace-Id", in: "header", schema: { type: "string" } },
    },
  ],
  "hdr-case": [
    { at: [...books, "get", "parameters", 2], to: { name: "if-none-match", in: "header", schema: { type: "string" } } },
    { at: ["components", "responses", "Problem", "headers", "retry_after"], to: { schema: { type: "integer" } } },
  ],
  "cst-header": [
    { at: ["components", "responses", "Problem", "headers", "X-Total"], to: { schema: { type: "integer" } } },
  ],
  "stat-codes": [
    { at: [...books, "get", "responses", "204"], to: { description: "Nothing." } },
    { at: [...books, "get", "responses", "409"], to: { $ref: "#/components/responses/Problem" } },
    { at: [...books, "post", "responses", "304"], to: { description: "The same." } },
  ],
  "http-201": [
    { at: [...books, "post", "responses", "201", "headers"], to: undefined, found: "paths./books.post.responses.201" },
  ],
  "err-problem": [
    { at: [...books, "get", "responses", "400"], to: { description: "No.", content: { "text/plain": {} } } },
    { at: [...books, "get", "responses", "400"], to: { description: "No." } },
  ],
  "prb-defaul": [{ at: [...books, "get", "responses", "default"], to: undefined, found: "paths./books.get.responses" }],
  "prb-type": [
    {
      at: ["components", "schemas", "Problem", "properties", "type"],
      to: undefined,
      found: "paths./books.get.responses.default",
    },
  ],
  "hlth-res": [
    { at: ["paths", "/health"], to: undefined, found: "paths" },
    { at: ["paths", "/health", "get", "security"], to: [{ Bearer: [] }], found: "paths./health.get" },
    { at: ["paths", "/health", "get", "responses", "503"], to: undefined, found: "paths./health.get" },
    { at: ["components", "schemas", "Health", "properties", "status"], to: undefined, found: "paths./health.get" },
  ],
  "oas-descr": [
    { at: ["info", "title"], to: undefined, found: "info" },
    { at: [...books, "get", "summary"], to: undefined, found: "paths./books.get" },
    { at: [...properties, "publisher", "title"], to: undefined, found: [...properties, "publisher"].join(".") },
  ],
  "oas-tags": [
    { at: ["tags", 0, "name"], to: "books", found: "tags.0.name" },
    { at: [...books, "get", "tags"], to: ["Books", "Service"] },
    { at: [...books, "get", "tags"], to: ["Novels"] },
  ],
  "openapi-opid": [
    { at: [...books, "get", "operationId"], to: undefined, found: "paths./books.get" },
    { at: [...books, "get", "operationId"], to: "ListBooks", found: "paths./books.get" },
    { at: [...books, "post", "operationId"], to: "listBooks", found: "paths./books.post" },
  ],
  "sec-req": [
    { at: [...books, "post", "security", 0], to: { Key: [] } },
    { at: ["security"], to: [{ Key: [] }], found: "security.0" },
  ],
  "oas-comp": [
    { at: ["components", "schemas", "book_copy"], to: { type: "object" } },
    {
      at: ["components", "parameters", "pageSize"],
      to: { name: "pageSize", in: "query", schema: { type: "integer", default: 9 } },
    },
  ],
  "oas-types": [{ at: ["components", "schemas", "BookData"], to: { type: "object" } }],
  "addi-prop": [
    { at: [...book, "additionalProperties"], to: false, found: book.join(".") },
    { at: [...book, "additionalProperties"], to: { type: "string" }, found: book.join(".") },
  ],
  "prop-req": [{ at: [...book, "required", 1], to: "isbn", found: [...book, "required"].join(".") }],
  "oas-rdonly": [{ at: [...book, "required", 1], to: "href", found: [...book, "required"].join(".") }],
  "sch-oneof": [
    { at: [...properties, "about", "discriminator"], to: undefined, found: [...properties, "about"].join(".") },
    { at: [...properties, "size"], to: { oneOf: [{ type: "string" }, { type: "integer" }] } },
  ],
  "sch-discr": [
    {
      at: [...properties, "about", "discriminator", "mapping", "town"],
      to: "Town",
      found: [...properties, "about.discriminator"].join("."),
    },
  ],
  "sch-allof": [
    {
      at: ["components", "schemas", "Town", "allOf", 1, "properties", "type"],
      to: { type: "string" },
      found: "components.schemas.Town.allOf",
    },
  ],
};

async function findings(document: object) {
  const spectral = new core.Spectral();
  spectral.setRuleset(belgif);
  const found = await spectral.run(new core.Document(JSON.stringify(document), parsers.Json));
  return found.map(({ code, path: at }) => `${code} ${at.join(".")}`);
}

function withBreak({ at, to }: Break): object {
  const document = goodDocument();
  const last = at.at(-1) ?? "";
  // biome-ignore lint/suspicious/noExplicitAny: it is followed by names that the document has or gets.
  let part: any = document;
  for (const step of at.slice(0, -1)) {
    part[step] ??= {};
    part = part[step];
  }
  if (to === undefined) delete part[last];
  else part[last] = to;
  return document;
}

test("a document that follows the guide breaks no rule, in both versions of OpenAPI", async () => {
  expect(await findings(goodDocument())).toEqual([]);
  const older = { ...goodDocument(), openapi: "3.0.3" };
  expect(await findings(older)).toEqual([]);
});

test("what the guide allows breaks none: a null in a patch, oneOf over what is required, a document's own file", async () => {
  const allowed: Break[] = [
    { at: [...properties, "size"], to: { oneOf: [{ required: ["a"] }, { required: ["b"] }] } },
    {
      at: [...properties, "size"],
      to: {
        oneOf: [
          { type: "string", enum: ["a"] },
          { type: "string", enum: ["b"] },
        ],
      },
    },
    path("/doc/openapi.yaml"),
    path("/people/{personId}/children/{childId}"),
  ];
  for (const each of allowed) expect(await findings(withBreak(each)), each.at.join(".")).toEqual([]);
});

const cases = Object.entries(broken).flatMap(([rule, breaks]) =>
  breaks.map((each) => ({ rule, place: each.at.join("."), each })),
);

test.each(cases)("belgif:$rule is told where it is broken at $place", async ({ rule, each }) => {
  expect(await findings(withBreak(each))).toContain(`belgif:${rule} ${each.found ?? each.at.join(".")}`);
});

test("every rule has a document that breaks it", () => {
  expect(
    Object.keys(broken)
      .map((rule) => `belgif:${rule}`)
      .sort(),
  ).toEqual(Object.keys(belgif.rules).sort());
});
