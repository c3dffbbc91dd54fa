import { textIn } from "@heed/core";
import { decideSuccessor } from "@heed/core/acts/decide-successor";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { OpenSuccession } from "@heed/core/read-models/open-succession";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { shortId } from "../process/short-id.ts";
import { hanging } from "../process/terminal.ts";
import { nameAndCode } from "./organization-names.ts";

/** Why the responsible organization that is shown is not the one that answers (R41, R42). */
export const unsettled: Record<NonNullable<ObligationItem["responsibleState"]>, string> = {
  undecided: "waits for a decision on its successor",
  unassigned: "dissolved; nobody is responsible",
};

/** The responsible organization and, where it is another one, the printed addressee. */
export function responsibleText(
  { addressee, responsible }: Pick<ObligationItem, "addressee" | "responsible">,
  lang: string | undefined,
): string {
  const name = textIn(responsible.name, lang);
  return addressee.id === responsible.id ? name : `${name} (printed: ${textIn(addressee.name, lang)})`;
}

/** What an editor may decide about a follow-up, and by which command. */
export function successionText(
  { of, state, since, change, organization, candidates }: OpenSuccession,
  followUp: string,
  lang: string | undefined,
): string {
  const named = (each: OrganizationRef) => nameAndCode(each, lang);
  const does = of === "addressee" ? "is responsible for it" : "verifies it";
  const { noun, verb } = decideSuccessor.command;
  const side = of === "addressee" ? "" : ` --side ${of}`;
  const deciding = `heed ${noun} ${verb} ${shortId(followUp)} --change ${shortId(change)} --successor <name>${side}`;
  const told =
    state === "unassigned"
      ? `Since ${since} nobody ${does}: ${named(organization)} was dissolved. An editor may decide who does, from a day: ${deciding} --from <day>`
      : `Since ${since} it waits for a decision on who ${does}: ${candidates.map(named).join(" or ")}. An editor decides: ${deciding}`;
  return hanging("", told);
}
