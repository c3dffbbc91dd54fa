import express, { type RequestHandler } from "express";
import { ProblemError, simpleProblems } from "../contract/problem.ts";

const formType = "application/x-www-form-urlencoded";

/** Fifty answers of forty pages each are more than anybody sends at once. */
const longestForm = "4mb";

/** Reads the form that a page sends; the body is then its text. */
export const readForm: RequestHandler[] = [
  (request, _response, next) => {
    if (!request.is(formType))
      throw new ProblemError(
        { ...simpleProblems.unsupportedMediaType, detail: `Send ${formType}.` },
        { Accept: formType },
      );
    next();
  },
  express.text({ type: formType, limit: longestForm }),
];
