import { entriesOf, partOf, resolved } from "./document.ts";
import { operationsOf, responsesOf } from "./operations.ts";
import type { Rule } from "./rule.ts";
import { propertiesOf } from "./schemas.ts";

/** The status codes that the guide rules out for a method. */
const never: Record<string, readonly string[]> = {
  get: ["201", "202", "204", "409", "412", "413"],
  head: ["201", "202", "409", "412", "413"],
  put: ["202", "304"],
  post: ["304"],
  patch: ["201", "202", "304"],
  delete: ["201", "202", "304", "413"],
};

const problem = "application/problem+json";

/** A refusal may come without a body where its status tells all. */
const needNoBody = ["405", "406", "415"];

export const answerRules: readonly Rule[] = [
  {
    id: "stat-codes",
    force: "should",
    says: "A method answers with the status codes that fit it.",
    find: (document) =>
      responsesOf(document)
        .filter(({ operation: { method }, status }) => never[method]?.includes(status))
        .map(({ operation: { method }, status, path }) => ({
          message: `${status} does not fit ${method.toUpperCase()}`,
          path,
        })),
  },
  {
    id: "http-201",
    anchor: "http-201",
    force: "should",
    says: "What was created is told by its Location.",
    find: (document) =>
      responsesOf(document)
        .filter(
          ({ status, part }) =>
            status === "201" && !Object.keys(partOf(part.headers)).some((name) => /^location$/i.test(name)),
        )
        .map(({ path }) => ({ message: "there is no header Location", path })),
  },
  {
    id: "err-problem",
    force: "should",
    says: "What went wrong is told as a problem (RFC 9457).",
    find: (document) =>
      responsesOf(document)
        .filter(({ status, operation: { url } }) => /^[45]|^default$/.test(status) && url !== "/health")
        .filter(({ status, part }) => !(needNoBody.includes(status) && part.content === undefined))
        .filter(
          ({ part }) =>
            Object.keys(partOf(part.content)).some((type) => type !== problem) || part.content === undefined,
        )
        .map(({ path }) => ({ message: `it is not told as ${problem}`, path })),
  },
  {
    id: "prb-defaul",
    force: "should",
    says: "Every operation has a default answer, which is a problem.",
    find: (document) =>
      operationsOf(document)
        .filter(({ url, part }) => url !== "/health" && partOf(part.responses).default === undefined)
        .map(({ path }) => ({ message: "there is no default answer", path: [...path, "responses"] })),
  },
  {
    id: "prb-type",
    force: "must",
    says: "A problem tells its type, title and status.",
    find: (document) =>
      responsesOf(document)
        .flatMap(({ part, path }) => entriesOf(part.content, [...path, "content"]))
        .filter(({ name }) => name === problem)
        .flatMap(({ part, path }) => {
          const told = propertiesOf(document, part.schema);
          return ["type", "title", "status"]
            .filter((name) => told[name] === undefined)
            .map((name) => ({ message: `a problem has no ${name}`, path }));
        }),
  },
  {
    id: "hlth-res",
    force: "should",
    says: "GET /health tells everybody the status of the API.",
    find: (document) => {
      const path = ["paths", "/health", "get"];
      const { get } = partOf(partOf(document.paths)["/health"]);
      if (get === undefined) return [{ message: "there is no GET /health", path: ["paths"] }];
      const answers = partOf(partOf(get).responses);
      const open = partOf(get).security ?? document.security ?? [];
      const closed =
        Array.isArray(open) && open.length > 0 && !open.some((each) => Object.keys(partOf(each)).length === 0);
      const told = entriesOf(resolved(document, answers["200"]).content, []).every(
        ({ part }) => propertiesOf(document, part.schema).status !== undefined,
      );
      return [
        ...(closed ? [{ message: "it needs a token", path }] : []),
        ...(told && answers["200"] !== undefined ? [] : [{ message: "it tells no status", path }]),
        ...(answers["503"] === undefined ? [{ message: "it does not answer 503 when it is down", path }] : []),
      ];
    },
  },
];
