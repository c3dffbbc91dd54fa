import { OpenAPIRegistry, OpenApiGeneratorV3, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { basePath } from "./base-path.ts";
import type { Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import { Health, Problem } from "./schemas/common.ts";

const info = {
  title: "Heed: follow-up of recommendations",
  version: "1.0.0",
  description:
    "What became of the recommendations of an independent body: the four answers for every follow-up on any day, what is owed, and what is late.",
  license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
  contact: { name: "Heed" },
} as const;

const tags = [
  { name: "overdue", description: "What is late, or falls due soon." },
  { name: "recommendations", description: "Recommendations and how they stand." },
  { name: "followUps", description: "What one addressee owes for one recommendation." },
  { name: "acts", description: "What addressees, editors and assessors record; each needs a token." },
  {
    name: "register",
    description: "What editors keep: reports, recommendations, links, rounds, organizations, settings.",
  },
  { name: "progress", description: "Counts and rates." },
  { name: "reports", description: "Reports and the yearly rounds." },
  { name: "organizations", description: "The bodies that issue, receive or contribute." },
  { name: "settings", description: "What the rules leave to the installation." },
  { name: "refData", description: "Codes and their labels." },
  { name: "service", description: "The service itself." },
];

const servers = (url: string) => [{ url }];

function registry(): OpenAPIRegistry {
  const made = new OpenAPIRegistry();
  made.registerComponent("securitySchemes", "bearer", {
    type: "http",
    scheme: "bearer",
    description: "A token made by `heed token create`.",
  });
  for (const each of operations) made.registerPath(pathOf(each));
  made.registerPath({
    method: "get",
    path: "/health",
    operationId: "getHealth",
    tags: ["service"],
    summary: "Whether the service answers",
    security: [],
    responses: {
      200: { description: "It does.", content: { "application/json": { schema: Health } } },
      429: problem("Too many requests."),
      503: { description: "Its database does not.", content: { "application/json": { schema: Health } } },
    },
  });
  return made;
}

const ifMatch = { "If-Match": z.string().describe("The entity tag of what you have read.") };
const idempotencyKey = {
  "Idempotency-Key": z
    .string()
    .max(255)
    .optional()
    .describe("The same request under it again performs nothing and answers the same; another one under it is a 422."),
};

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: Problem } } };
}

function pathOf(operation: Operation) {
  const { id, method, path, tag, summary, description, params, query, input, output, csv, single, secured, creates } =
    operation;
  const writes = input !== undefined || method === "delete";
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(description && { description }),
    request: {
      ...(params && { params }),
      ...(query && { query }),
      ...(writes && { headers: z.object({ ...(!creates && ifMatch), ...idempotencyKey }) }),
      ...(input && {
        body: {
          required: true,
          content: { [method === "patch" ? "application/merge-patch+json" : "application/json"]: { schema: input } },
        },
      }),
      ...(single && {
        headers: z.object({
          "If-None-Match": z.string().optional().describe("Answer 304 when this tag is still right."),
        }),
      }),
    },
    // Reading asks for nobody's token, and the document says so.
    security: secured ? [{ bearer: [] }] : [],
    responses: {
      [method === "post" ? 201 : method === "delete" ? 204 : 200]: {
        description: "The answer.",
        ...(method !== "delete" && {
          content: {
            "application/json": { schema: output },
            ...(csv && { "text/csv": { schema: z.string() } }),
          },
        }),
        ...(single && {
          headers: z.object({ ETag: z.string().describe("Strong; If-Match compares its part before the dot.") }),
        }),
      },
      ...(single && { 304: { description: "It is what you have." } }),
      400: problem("The input cannot be read; `issues` names each place."),
      ...(params && { 404: problem("There is nothing with this id that you may see.") }),
      ...(secured && {
        401: problem("No token, or one that is nobody's."),
        403: problem("Not for your role or organization."),
      }),
      ...(writes && { 409: problem("Not possible in the state that it is in, or its name is taken.") }),
      ...(writes &&
        !creates && {
          412: problem("Somebody wrote meanwhile: read it again."),
          428: problem("If-Match is missing."),
        }),
      ...(writes && { 422: problem("The Idempotency-Key was of another request.") }),
      ...(input && { 415: problem("Another media type.") }),
      406: problem("None of the media types asked for."),
      429: problem("Too many requests."),
      default: problem("Anything else that went wrong."),
    },
  };
}

/** OpenAPI 3.0.3, which Belgif's tools read (decision 18). */
export function openApi30(server = basePath): object {
  const { license: _, ...rest } = info;
  return withoutClosed(
    new OpenApiGeneratorV3(registry().definitions).generateDocument({
      openapi: "3.0.3",
      info: { ...rest, license: { name: info.license.name, url: "https://eupl.eu/1.2/en/" } },
      servers: servers(server),
      tags,
    }),
  );
}

/** OpenAPI 3.1.0, from the same operations. */
export function openApi31(server = basePath): object {
  return withoutClosed(
    new OpenApiGeneratorV31(registry().definitions).generateDocument({
      openapi: "3.1.0",
      info,
      servers: servers(server),
      tags,
    }),
  );
}

/** The documents leave `additionalProperties: false` out: a client must bear new properties (Belgif [addi-prop]). */
function withoutClosed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutClosed) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      key === "additionalProperties" && each === false ? [] : [[key, withoutClosed(each)]],
    ),
  ) as Value;
}
