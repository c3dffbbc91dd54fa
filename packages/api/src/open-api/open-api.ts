import { OpenAPIRegistry, OpenApiGeneratorV3, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { EvidenceMediaType } from "@heed/core/follow-up/entries/evidence-file";
import { documentFormats } from "@heed/documents";
import { z } from "zod";
import { basePath } from "../contract/base-path.ts";
import { Health, Problem } from "../contract/common.ts";
import { bodyTypes, type Operation, tableTypes } from "../contract/operation.ts";
import { tags } from "../contract/tags.ts";
import { operations } from "../operations/operations.ts";
import { withIntegerFormats } from "./integer-formats.ts";
import { withTitles } from "./titles.ts";

const info = {
  title: "Heed: follow-up of recommendations",
  version: "1.0.0",
  description:
    "What happened to the recommendations of an independent body: the four answers for every follow-up on any day, what is owed, and what is overdue.",
  license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
  contact: { name: "Heed" },
} as const;

/** It is for anybody, not for one body's own use. */
const servers = (url: string) => [{ url, "x-internal": false }];

function definitions(): OpenAPIRegistry["definitions"] {
  const made = new OpenAPIRegistry();
  made.registerComponent("securitySchemes", "Bearer", {
    type: "http",
    scheme: "bearer",
    description: "A token made by `heed token create`.",
  });
  for (const [name, header] of Object.entries(headers)) made.registerComponent("headers", name, header);
  for (const [name, response] of Object.entries(problems)) made.registerComponent("responses", name, response);
  for (const each of operations) made.registerPath(pathOf(each));
  made.registerPath(
    healthPath("/health", "getHealth", "Whether the service answers", ["It does.", "Its database does not."]),
  );
  made.registerPath(
    healthPath("/readiness", "getReadiness", "Whether requests may be sent to the service", [
      "They may.",
      "Its database does not answer, or it is about to stop.",
    ]),
  );
  // Responses refer to it by name only.
  return [{ type: "schema", schema: Problem }, ...made.definitions];
}

/** What is told to everybody, as often as somebody asks: UP, or DOWN. */
function healthPath(path: string, operationId: string, summary: string, [up, down]: [string, string]) {
  const content = { "application/json": { schema: Health } };
  return {
    method: "get" as const,
    ...{ path, operationId, tags: [tags.service.name], summary, security: [] },
    responses: {
      200: { description: up, content },
      400: refused("BadRequest"),
      503: { description: down, content },
    },
  };
}

const headerOf = (description: string, type: "string" | "integer" = "string") => ({
  description,
  schema: { type, ...(type === "integer" && { minimum: 0 }) },
});

/** The headers of answers: each is defined once, and the responses refer to it. */
const headers = {
  EntityTag: headerOf("Strong; If-Match compares its part before the dot."),
  Location: headerOf("The address of what was made."),
  RateLimit: headerOf("What is left to this client, and until when, where the service limits requests."),
  RetryAfter: headerOf("Seconds to wait.", "integer"),
};

function header(name: keyof typeof headers) {
  return { $ref: `#/components/headers/${name}` };
}

const limited = { RateLimit: header("RateLimit") };
const retryAfter = { "Retry-After": header("RetryAfter") };

/** A proxy or Node itself refuses longer ones. */
const tagInHeader = z.string().max(8_192);

const ifMatch = { "If-Match": tagInHeader.describe("The entity tag of what you have read.") };
const idempotencyKey = {
  "Idempotency-Key": z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      "A repeated request with the same key performs nothing and gets the same answer; another request with the key is a 422.",
    ),
};

const withToken: Record<string, string[]> = { Bearer: [] };

function problem(description: string, others = {}) {
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return { description, headers: { ...limited, ...others }, content };
}

/** How operations refuse: each response is defined once, and the operations refer to it. */
const problems = {
  BadRequest: problem("The input cannot be read; `issues` names each place."),
  Unauthorized: problem("A token is missing or not valid."),
  Forbidden: problem("Not for your role or organization."),
  NotFound: problem("There is nothing with this id that you may see."),
  NotAcceptable: problem("None of the media types asked for."),
  Conflict: problem("Not possible in the state that it is in, or its name is taken."),
  PreconditionFailed: problem("Somebody wrote meanwhile: read it again."),
  PayloadTooLarge: problem("The body is longer than 256 kB, or the file is larger than this installation takes."),
  RangeNotSatisfiable: problem("The file has no such part."),
  UnsupportedMediaType: problem("Another media type."),
  IdempotencyKeyReused: problem("The Idempotency-Key was used for another request."),
  PreconditionRequired: problem("If-Match is missing."),
  TooManyRequests: problem("Too many requests.", retryAfter),
  ServiceUnavailable: problem(
    "Something that this needs, such as the database, is busy or cannot be used now: try again.",
    retryAfter,
  ),
  OtherProblem: problem("Anything else that went wrong."),
};

function refused(name: keyof typeof problems) {
  return { $ref: `#/components/responses/${name}` };
}

const tableContent = {
  [tableTypes.csv]: { schema: z.string() },
  [tableTypes.xlsx]: { schema: z.string().meta({ format: "binary" }) },
};

/** JSON is left out: it would be described as an answer of its own, and what comes is the tree of a document. */
const fileTypes = [...new Set([...EvidenceMediaType.options, ...Object.values(documentFormats).map(essenceOf)])].filter(
  (type) => !type.endsWith("json"),
);

const fileContent = Object.fromEntries(
  fileTypes.map((type) => [type, { schema: z.string().meta({ format: "binary" }) }]),
);

/** A media type without its parameters. */
function essenceOf(type: string): string {
  return type.split(";")[0] ?? type;
}

function pathOf(operation: Operation) {
  const {
    id,
    method,
    path,
    tag,
    summary,
    description,
    params,
    query,
    input,
    output,
    handle,
    takesFile,
    download,
    stream,
  } = operation;
  const { secured, sameForAll, creates } = operation;
  const isTagged = method === "get" && handle !== undefined;
  const writes = method !== "get";
  return {
    method,
    path,
    operationId: id,
    tags: [tags[tag].name],
    summary,
    ...(description && { description }),
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(writes && { headers: z.object({ ...(!creates && ifMatch), ...idempotencyKey }) }),
      ...(takesFile && {
        body: {
          required: true,
          content: { "application/octet-stream": { schema: z.string().max(2_147_483_647).meta({ format: "binary" }) } },
        },
      }),
      ...(input && {
        body: {
          required: true,
          content: Object.fromEntries(bodyTypes(method).map((type) => [type, { schema: input }])),
        },
      }),
      ...(isTagged && {
        headers: z.object({
          "If-None-Match": tagInHeader.optional().describe("Answer 304 when this tag is still valid."),
        }),
      }),
    },
    // Reading needs no token. Where a token shows more, the document offers both.
    security: [...(secured || sameForAll ? [] : [{}]), ...(sameForAll ? [] : [withToken])],
    responses: {
      [method === "post" ? 201 : method === "delete" ? 204 : 200]: {
        description: "The answer.",
        ...(method !== "delete" && {
          content:
            handle || stream ? { "application/json": { schema: output } } : download ? fileContent : tableContent,
        }),
        headers: {
          ...limited,
          ...(method === "post" && { Location: header("Location") }),
          ...(isTagged && { ETag: header("EntityTag") }),
        },
      },
      ...(isTagged && { 304: { description: "Not modified: you have the current version." } }),
      400: refused("BadRequest"),
      401: refused("Unauthorized"),
      403: refused("Forbidden"),
      ...(params && { 404: refused("NotFound") }),
      406: refused("NotAcceptable"),
      ...(writes && { 409: refused("Conflict"), 422: refused("IdempotencyKeyReused") }),
      ...(writes && !creates && { 412: refused("PreconditionFailed"), 428: refused("PreconditionRequired") }),
      ...(download && {
        206: { description: "The part that Range asks for.", headers: limited, content: fileContent },
        304: { description: "Not modified: you have it." },
        416: refused("RangeNotSatisfiable"),
      }),
      ...((input || takesFile) && { 413: refused("PayloadTooLarge"), 415: refused("UnsupportedMediaType") }),
      429: refused("TooManyRequests"),
      503: refused("ServiceUnavailable"),
      default: refused("OtherProblem"),
    },
  };
}

/** OpenAPI 3.0.3, which Belgif's tools read (R71). */
export function openApi30(server = basePath): object {
  const { license: _, ...rest } = info;
  return forGenerators(
    withTypedNulls(
      new OpenApiGeneratorV3(definitions()).generateDocument({
        openapi: "3.0.3",
        info: { ...rest, license: { name: info.license.name, url: "https://eupl.eu/1.2/en/" } },
        servers: servers(server),
        tags: Object.values(tags),
      }),
    ),
  );
}

/** OpenAPI 3.1.0, from the same operations. */
export function openApi31(server = basePath): object {
  return forGenerators(
    withoutAdditionalProperties(
      new OpenApiGeneratorV31(definitions()).generateDocument({
        openapi: "3.1.0",
        info,
        servers: servers(server),
        tags: Object.values(tags),
      }),
    ),
  );
}

/** What generators of clients need and the schemas do not say. */
function forGenerators(document: object): object {
  return withIntegerFormats(withTitles(document));
}

/** JSON's null: OpenAPI 3.0 has no type for it, and allows `nullable` only beside a type. */
function withTypedNulls<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(withoutAdditionalProperties(value)), (_, each) =>
    JSON.stringify(each) === '{"nullable":true}' ? { type: "string", nullable: true, enum: [null] } : each,
  );
}

/** The documents omit `additionalProperties: false`: a client must accept new properties (Belgif [addi-prop]). */
function withoutAdditionalProperties<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutAdditionalProperties) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      key === "additionalProperties" && each === false ? [] : [[key, withoutAdditionalProperties(each)]],
    ),
  ) as Value;
}
