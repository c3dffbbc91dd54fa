import type { Page } from "../../asked/page.ts";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { mayAmendSome } from "../amend/amendable.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { DraftList } from "../drafts/draft-list.tsx";
import { draftsAtOnce } from "../drafts/read-drafts.ts";
import type { FormAct } from "../form/act-fields.ts";
import { actsToDo } from "../form/acts-to-do.ts";
import { FollowUpContext } from "../form/follow-up-context.tsx";
import { recordsForAddressee } from "../form/on-behalf.ts";
import { levelActsOn } from "../reports/level-page.tsx";
import { WayList } from "../way-list.tsx";

/** One follow-up at the desk: what is asked, what was said, what can be done now, and what is in draft. */
export async function followUp(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const { reads, reader, say, today, desk, visitor, way } = asked;
  const detail = await reads.followUp(reader, id, today);
  if (detail === undefined) return undefined;
  const { partOf } = detail.recommendation;
  const [acts, mayLevel, mayAmend, drafts] = await Promise.all([
    actsToDo(asked, id),
    partOf === undefined ? [] : levelActsOn(asked, partOf),
    mayAmendSome(asked, id),
    desk.work().list({ followUp: [id] }, { limit: draftsAtOnce, withTotal: true }),
  ]);
  const onBehalf = acts.filter((act) => recordsForAddressee(visitor.person, act));
  const title = say.message("desk.followUp", { reference: detail.recommendation.reference });
  return {
    title,
    address: deskAddresses.followUp(id),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          {say.message("rec.responsible")} <OrganizationLink asked={asked} organization={detail.responsible} />
        </p>
        <h2 class="govuk-heading-m">{say.message("desk.acts")}</h2>
        {acts.length === 0 && <p class="govuk-body">{say.message("desk.acts.none")}</p>}
        <ActLinks asked={asked} id={id} acts={acts.filter((act) => !recordsForAddressee(visitor.person, act))} />
        {partOf !== undefined && mayLevel.length > 0 && (
          <WayList ways={[[way(deskAddresses.level(partOf)), say.message("level.way")]]} />
        )}
        {mayAmend && (
          <p class="govuk-body">
            <a class="govuk-link" href={way(deskAddresses.amend(id))}>
              {say.message("amend.title")}
            </a>
          </p>
        )}
        {onBehalf.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{say.message("desk.onBehalf")}</h2>
            <p class="govuk-body">{say.message("desk.onBehalf.text")}</p>
            <ActLinks asked={asked} id={id} acts={onBehalf} />
          </>
        )}
        <DraftList asked={asked} drafts={drafts.items} total={drafts.total ?? drafts.items.length} followUp={id} />
        <FollowUpContext asked={asked} detail={detail} isOpen={true} />
      </>
    ),
  };
}

function ActLinks({ asked: { say, way }, id, acts }: { asked: DeskAsked; id: string; acts: readonly FormAct[] }) {
  if (acts.length === 0) return null;
  return <WayList ways={acts.map((act) => [way(deskAddresses.act(id, act)), say.message(`act.${act}`)])} />;
}
