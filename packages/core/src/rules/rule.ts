import type { Label } from "../label.ts";

/** A rule of the domain: its text, its source, the function that implements it, and the test that fails without it. */
export type Rule = {
  title: Label;
  text: Label;
  /** The text, body or law that decided it; "decided here" when Heed had to. */
  source: string;
  /**
   * The package, the file under its src, and the export (for a class with its method):
   * core/acts/actions.ts#actions.
   */
  function?: `${string}#${string}`;
  /** The package, the file under its test, and the beginning of the name of the test or its group. */
  test?: `${string}#${string}`;
  /** What of it is written and not implemented yet. */
  open?: string;
};
