import type { ComponentChildren } from "preact";
import type { Page } from "../../asked/page.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { WayList } from "../way-list.tsx";
import { dayFields } from "./day-field.ts";
import { framed } from "./framed.tsx";
import type { Values } from "./values.ts";

type Kept = Pick<Page, "title" | "address" | "path"> & {
  /** What happened, and what can be done. */
  text: string;
  /** Where one can go on. */
  ways?: readonly (readonly [href: string, text: string])[];
  /** The fields of the form, with what was typed. */
  fields: ComponentChildren;
  /** 404 where there is nothing any more, 409 where it takes no such form any more. */
  status: 404 | 409;
};

/** What was typed in a form that can be sent no more, to be read and copied: it is not lost with what it was about. */
export function keptTyped(asked: DeskAsked, { title, address, path, text, ways = [], fields, status }: Kept): Page {
  const body = (
    <>
      <WayList ways={ways} />
      <div class="heed-form">{fields}</div>
    </>
  );
  return { ...framed(asked, { title, address, ...(path && { path }), faults: [{ text }], body }), status };
}

const unseen = [dayFields, "key", "version", "do", "report", "followUp", "act"];

/** Whether there is anything that somebody typed. */
export function hasTyped(values: Values): boolean {
  return [...values].some(([name, text]) => !unseen.includes(name) && text.trim() !== "");
}
