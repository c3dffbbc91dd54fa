import { DomainError, type Id, type Person } from "@heed/core";
import type { Found } from "@heed/core/drafting/proposed/proposed-recommendation";
import { type BroughtFile, foundUpload, type Visitor } from "@heed/portal";
import type { KeyedRequest } from "@heed/store";
import express, { type Request, type RequestHandler } from "express";
import type { SentFile } from "../contract/files.ts";
import { ProblemError, simpleProblems } from "../contract/problem.ts";
import { dropTheRest, refuseLongerThan } from "./read-file.ts";
import { longestForm, longestFormWithFiles, readMultipart } from "./read-multipart.ts";

const plainForm = "application/x-www-form-urlencoded";
const formWithFiles = "multipart/form-data";

/** Reads the form that a page sends; one with files is left to be read while they come. */
export const readForm: RequestHandler[] = [
  (request, _response, next) => {
    if (!request.is([plainForm, formWithFiles]))
      throw new ProblemError(
        { ...simpleProblems.unsupportedMediaType, detail: `Send ${plainForm} or ${formWithFiles}.` },
        { Accept: `${plainForm}, ${formWithFiles}` },
      );
    next();
  },
  (request, response, next) =>
    refuseLongerThan(request.is(plainForm) ? longestForm : longestFormWithFiles)(request, response, next),
  express.text({ type: plainForm, limit: longestForm }),
];

type Take = (sent: SentFile, acting: { person: Person; request?: KeyedRequest }) => Promise<{ id: Id; name: string }>;
type Find = (sent: SentFile, language: string) => Promise<Found>;

/** What a form says, and what became of the files that it brings; of who is not signed in none is taken. */
export async function formOf(
  request: Request,
  visitor: Visitor | undefined,
  take: Take,
  find: Find,
): Promise<{ form: URLSearchParams; brought: readonly BroughtFile[] }> {
  if (!request.is(formWithFiles))
    return { form: new URLSearchParams(typeof request.body === "string" ? request.body : ""), brought: [] };
  if (visitor === undefined) {
    dropTheRest(request);
    return { form: new URLSearchParams(), brought: [] };
  }
  return readMultipart(request, async (sent, field, form) => {
    if (field === foundUpload) {
      if (!visitor.person.rights.some(({ role }) => role === "editor"))
        throw new DomainError("missingPermission", "only an editor has a file read");
      return { id: "", name: sent.name, found: await find(sent, form.get("language") ?? "en") };
    }
    const key = form.get("key")?.slice(0, 100);
    // A form that is sent twice brings its file once.
    const keyed = key
      ? { request: { key: `${key} ${field} ${sent.name}`, operation: `bring ${field}`, body: null } }
      : {};
    return take(sent, { person: visitor.person, ...keyed });
  });
}
