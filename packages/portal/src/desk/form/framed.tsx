import type { Page } from "../../asked/page.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { ErrorSummary } from "./error-summary.tsx";
import type { Fault } from "./faults.ts";

type Framed = Omit<Page, "status"> & {
  /** What stands above it, where it is not its title. */
  heading?: string;
  /** What is wrong with what was sent. */
  faults?: readonly Fault[];
};

/** A page with forms: with faults its title says so, it is no answer to what was sent, and they stand first below its heading. */
export function framed({ say }: DeskAsked, { title, heading = title, faults = [], body, ...page }: Framed): Page {
  return {
    ...page,
    title: faults.length > 0 ? say.message("fault.pageTitle", { title }) : title,
    ...(faults.length > 0 && { status: 422 }),
    body: (
      <>
        <h1 class="govuk-heading-l">{heading}</h1>
        <ErrorSummary say={say} faults={faults} />
        {body}
      </>
    ),
  };
}
