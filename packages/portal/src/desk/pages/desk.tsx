import type { Page } from "../../asked/page.ts";
import { adminDesk } from "../access/admin-desk.tsx";
import { whoseTokens } from "../access/whose-tokens.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { DeskPart } from "../desk-part.ts";
import { DraftList } from "../drafts/draft-list.tsx";
import { readDrafts } from "../drafts/read-drafts.ts";
import { issuingBodyDesk } from "../issuing-body/issuing-body-desk.tsx";
import { WayList } from "../way-list.tsx";
import { respondentDesk } from "./respondent-desk.tsx";

/** What a role has on the desk. A role without a part of its own has what lies in draft. */
const parts: Partial<Record<string, (asked: DeskAsked) => Promise<DeskPart>>> = {
  respondent: respondentDesk,
  editor: issuingBodyDesk,
  assessor: issuingBodyDesk,
  admin: adminDesk,
};

/** The desk of who is signed in: a part for each role, and what lies in draft. */
export async function desk(asked: DeskAsked): Promise<Page> {
  const { say, way, visitor, parameters } = asked;
  // An editor who also assesses has one desk.
  const own = [...new Set(visitor.person.rights.flatMap(({ role }) => parts[role] ?? []))];
  const [made, { drafts, total }, whose] = await Promise.all([
    Promise.all(own.map((make) => make(asked))),
    readDrafts(asked),
    whoseTokens(asked),
  ]);
  const last = Math.max(1, ...made.map((each) => each.last ?? 1));
  return {
    title: say.message("desk.title"),
    address: deskAddresses.desk(),
    kept: { page: parameters.page },
    last,
    body: (
      <>
        <h1 class="govuk-heading-l">{say.message("desk.title")}</h1>
        {made.map(({ body }) => body)}
        {made.length === 0 && drafts.length === 0 && <p class="govuk-body">{say.message("desk.nothing")}</p>}
        <DraftList asked={asked} drafts={drafts} total={total} />
        {whose === "own" && <WayList ways={[[way(deskAddresses.tokens()), say.message("tokens.own.title")]]} />}
      </>
    ),
  };
}
