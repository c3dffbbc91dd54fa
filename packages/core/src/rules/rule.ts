import type { Label } from "../ref-data/label.ts";

/** A rule of the domain: what it says, who decided it, what holds it in the code, and the test that fails without it. */
export type Rule = {
  title: Label;
  text: Label;
  /** A text, body or law that decided it; "decided here" where Heed had to. */
  source: string;
  /** The package, the file below its src, and the export, of a class with its method: core/acts/judge.ts#close. */
  function?: `${string}#${string}`;
  /** The package, the file below its test, and how the name of the test or its group begins. */
  test?: `${string}#${string}`;
  /** What of it is written and not there yet. */
  open?: string;
};
