import { publicReader } from "@heed/core";
import type { PortalAnswer, Visitor } from "@heed/portal";
import { create } from "content-disposition";
import type { Request, Response } from "express";
import { entityTag, knownTag } from "./entity-tag.ts";

/** Finds who is signed in. */
export type VisitorOf = (request: Request) => Promise<Visitor | undefined>;

/** A page loads its style sheet, typeface and icon from here, and sends its forms here; it has no script and no frame. */
const usual =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** One that is saved while somebody types has a script of ours, which sends its form here too. */
const withScript = `${usual}; script-src 'self'; connect-src 'self'`;

/**
 * Sends a page. `response.locals` tells who is signed in (`visitor`), whether it is for one person in any case (`isPrivate`), and
 * another policy for what other sites learn of its address (`referrerPolicy`).
 */
export function presentPage(answer: PortalAnswer, request: Request, response: Response): void {
  const { visitor, referrerPolicy, ...told } = response.locals as Locals;
  const isPrivate = told.isPrivate ?? (visitor !== undefined || ("isPrivate" in answer && answer.isPrivate === true));
  // What failed may be there the next time; a page is asked for again with its tag.
  const forAll = answer.status >= 500 ? "no-store" : "no-cache";
  response.setHeader("Cache-Control", isPrivate ? "private, no-store" : forAll);
  if ("location" in answer) {
    response.redirect(answer.status, answer.location);
    return;
  }
  if ("file" in answer) {
    const { name, mediaType, bytes } = answer.file;
    response.setHeader("Content-Disposition", create(name)).type(mediaType).send(Buffer.from(bytes));
    return;
  }
  response.setHeader("Content-Language", answer.language);
  if ("feed" in answer) {
    presentTagged({ status: 200, ...answer.feed }, isPrivate, request, response);
    return;
  }
  const { status, body } = answer;
  response.setHeader("Content-Security-Policy", answer.hasScript ? withScript : usual);
  if (isPrivate) {
    // A browser names the origin of a form only where a page allows it to be told at all.
    response.setHeader("Referrer-Policy", referrerPolicy ?? "same-origin");
  }
  presentTagged({ status, mediaType: "text/html", body }, isPrivate, request, response);
}

type Tagged = { status: number; mediaType: string; body: string };

/** What is for one person is kept nowhere, so it has no tag to ask for it again. */
function presentTagged(
  { status, mediaType, body }: Tagged,
  isPrivate: boolean,
  request: Request,
  response: Response,
): void {
  const tag = status === 200 && !isPrivate ? entityTag(body, mediaType, publicReader, undefined) : undefined;
  const known = tag && knownTag(request.get("if-none-match"), tag);
  if (tag !== undefined) response.setHeader("ETag", known ?? tag);
  if (known !== undefined) response.status(304).end();
  else response.status(status).type(mediaType).send(body);
}

type Locals = { visitor?: Visitor; isPrivate?: boolean; referrerPolicy?: string };
