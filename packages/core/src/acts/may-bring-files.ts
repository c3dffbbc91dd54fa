import { actorsOf, type Person } from "../acting/person.ts";
import { DomainError } from "../domain-error.ts";
import { type ActName, acts } from "./acts.ts";
import type { FollowUpAct } from "./follow-up-act.ts";
import { rolesOfAct } from "./permit.ts";

/** The acts that can name a file: those with evidence, and the correction of one. */
const naming = (Object.entries(acts) as [ActName, FollowUpAct][]).filter(
  ([name, { input }]) => name === "correct" || "evidence" in input.shape,
);

/** Errors: missingPermission for who can do no act that names a file, so that nobody else fills the place of files. */
export function requireMayBringFiles({ acts: only, ...person }: Person): void {
  const roles = actorsOf(person).map(({ role }) => role);
  const may = naming.some(
    ([name, act]) =>
      (only === undefined || only.includes(name)) && rolesOfAct(act).some((role) => roles.includes(role)),
  );
  if (!may)
    throw new DomainError("missingPermission", "a file is for an act that names it, and no such act is yours to do");
}
