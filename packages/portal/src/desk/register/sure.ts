import type { Say } from "../../language/say.ts";
import type { Fault } from "../form/faults.ts";
import type { Values } from "../form/values.ts";

/** Whether the tick of a final act is there. */
export function isSure(values: Values): boolean {
  return values.get("sure") === "yes";
}

export function notSure(say: Say): Fault {
  return { name: "sure", text: say.message("report.unsure") };
}
