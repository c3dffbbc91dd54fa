import { textIn } from "@heed/core";
import { decideSuccessor } from "@heed/core/acts/decide-successor";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { OpenSuccession } from "@heed/core/read-models/open-succession";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { sayIn } from "../messages/say.ts";
import { shortId } from "../process/short-id.ts";
import { hanging } from "../process/terminal.ts";
import { nameAndCode } from "./organization-names.ts";

/** The responsible organization and, where it is another one, the printed addressee. */
export function responsibleText(
  { addressee, responsible }: Pick<ObligationItem, "addressee" | "responsible">,
  lang: string | undefined,
): string {
  const name = textIn(responsible.name, lang);
  return addressee.id === responsible.id ? name : `${name} (${sayIn(lang).printed(textIn(addressee.name, lang))})`;
}

/** What an editor may decide about a follow-up, and by which command. */
export function successionText(
  { of, state, since, change, organization, candidates }: OpenSuccession,
  followUp: string,
  lang: string | undefined,
): string {
  const named = (each: OrganizationRef) => nameAndCode(each, lang);
  const { successors, or } = sayIn(lang);
  const does = of === "addressee" ? successors.isResponsible : successors.verifies;
  const { noun, verb } = decideSuccessor.command;
  const side = of === "addressee" ? "" : ` --side ${of}`;
  const deciding = `heed ${noun} ${verb} ${shortId(followUp)} --change ${shortId(change)} --successor <name>${side}`;
  const told =
    state === "unassigned"
      ? successors.toDecideFrom(since, does, named(organization), `${deciding} --from <day>`)
      : successors.toDecide(since, does, candidates.map(named).join(or), deciding);
  return hanging("", told);
}
