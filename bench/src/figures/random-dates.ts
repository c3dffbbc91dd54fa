import { addDays } from "@heed/core";
import { chance } from "../world/chance.ts";
import { firstYear } from "../world/organizations.ts";

/** Twenty days from the whole period in which anything can be overdue: the same for every size. */
export function randomDates(): string[] {
  const dice = chance(7);
  return Array.from({ length: 20 }, () => addDays(`${firstYear + 2}-01-01`, dice.int(0, 29 * 365)));
}
