import type { Label } from "../label.ts";
import { demandWords } from "./demand-words.ts";

/**
 * Whether a demand names nothing that somebody could later find done or not done: its verb is one such as "consider" or
 * "strengthen", and no act stands beside it. What follows "consider" is not demanded.
 */
export function isWithoutVerifiable(demand: string, language: keyof Label): boolean {
  const { vague, concrete } = demandWords[language];
  const isVague = vague.exec(demand);
  if (isVague === null) return false;
  const before = demand.slice(0, isVague.index);
  return !concrete.test(language === "en" ? before : demand);
}
