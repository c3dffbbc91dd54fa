import type { ComponentChildren } from "preact";
import type { Query } from "../address/query.ts";
import type { Asked } from "./asked.ts";
import type { Feed } from "./feed.ts";
import type { FeedAnswer } from "./feed-answer.ts";
import type { FileAnswer } from "./file-answer.ts";

/** One page as it is shown: what its head tells, and what stands in it. */
export type Page = {
  title: string;
  description?: string;
  /** Its lasting address, without the language. */
  address: string;
  /** What of its parameters the switches of day and language keep. */
  kept?: Query;
  /** Of a list: the number of its last page. One beyond it leads there. */
  last?: number;
  /** The address of the same as data. */
  data?: string;
  /** What follows the same by a program of the reader. */
  feeds?: readonly Feed[];
  /** The pages above it. */
  path?: readonly { title: string; address: string }[];
  /** For who is signed in alone: it is about today, and no search engine is told of it. */
  isPrivate?: true;
  /** It has a form that is saved while somebody types, where there is script. */
  saves?: true;
  /** 422 and 409: a form was not taken, and is shown again. */
  status?: 200 | 404 | 409 | 422;
  body: ComponentChildren;
};

/** Another address is the right one. */
export type Elsewhere = { elsewhere: string };

/** What a form leads to: a page, another address, or nothing where there is no such thing. */
export type SubmitForm = (
  asked: Asked,
  parts: readonly string[],
  form: URLSearchParams,
) => Promise<Page | Elsewhere | FileAnswer | undefined>;

/** Makes a page, or nothing where the record has no such thing. */
export type MakePage = (
  asked: Asked,
  parts: readonly string[],
) => Promise<Page | Elsewhere | FileAnswer | FeedAnswer | undefined>;
