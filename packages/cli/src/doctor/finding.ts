/** What the doctor found of one part of an installation. */
export type Finding = {
  /** The part, such as disk. */
  part: string;
  /** `fault`: something does not work, or soon will not. `warning`: something that an operator should know. */
  state: "fine" | "warning" | "fault";
  what: string;
  /** What to do, where something is to be done. */
  advice?: string;
};

export const fine = (part: string, what: string): Finding => ({ part, state: "fine", what });
export const warning = (part: string, what: string, advice: string): Finding => {
  return { part, state: "warning", what, advice };
};
export const fault = (part: string, what: string, advice: string): Finding => ({ part, state: "fault", what, advice });
