import type { DomainError } from "@heed/core";
import { cycleBefore } from "@heed/core/cycle-comparison/cycle-comparison";
import { addresses } from "../../address/addresses.ts";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { Facts } from "../../components/facts.tsx";
import { OrganizationLink } from "../../components/organization-link.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { worksForBody } from "../own-bodies.ts";
import { savedMeanwhile } from "../register/filled.ts";
import { type CycleAct, cycleFieldsOf, isCycleAct } from "./cycle-fields.ts";
import { CycleForm } from "./cycle-form.tsx";
import { cycleHappenings } from "./happenings.ts";
import { SelectionForm } from "./selection-form.tsx";
import { takeCycleForm } from "./take-cycle-form.ts";
import { isSelecting, type TriedSelection, takeSelection } from "./take-selection.ts";

/** A cycle at the desk: its days, the way to what became of it since the one before, and what can be done with it now. */
export function cyclePage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  return shownCycle(asked, id);
}

export async function submitCycle(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const values = typedIn(form);
  const act = values.get("do");
  if (isSelecting(act)) {
    const tried = await takeSelection(asked, id, values);
    return tried && ("elsewhere" in tried ? tried : shownCycle(asked, id, undefined, tried));
  }
  if (!isCycleAct(act) || act === "openCycle" || (await shownCycle(asked, id)) === undefined) return undefined;
  const taken = await takeCycleForm(asked, { act, thing: id }, values);
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.cycle(id), { done: act }) };
  return shownCycle(asked, id, { act, values, ...taken });
}

type Faulty = { act: CycleAct; values: Values; faults: readonly Fault[]; error?: DomainError };

async function shownCycle(
  asked: DeskAsked,
  id: string,
  faulty?: Faulty,
  selecting?: TriedSelection,
): Promise<Page | undefined> {
  const { reads, say, way, visitor, desk, parameters } = asked;
  if (!worksForBody(visitor)) return undefined;
  const detail = await reads.reportingCycle(id);
  const body = detail && (await reads.organizationsById([detail.cycle.issuingBody])).get(detail.cycle.issuingBody);
  if (detail === undefined || body === undefined) return undefined;
  const { cycle, version } = detail;
  const allowed = await reads.allowedActs(visitor.person, { on: "reportingCycle", id }, desk.at);
  const acts = (["changeCycle", "publishCycle", "closeCycle", "addErratum"] as const).filter(
    (act) =>
      (allowed.includes(act) && !(act === "publishCycle" && cycle.publishedOn !== undefined)) || act === faulty?.act,
  );
  const [happenings, before] = await Promise.all([cycleHappenings(asked, cycle), cycleBefore(asked.reads, cycle)]);
  const title = say.message("cycle.one", { year: String(cycle.year) });
  const [done] = parameters.done ?? [];
  return framed(asked, {
    title,
    faults: faulty?.faults ?? selecting?.faults ?? [],
    address: deskAddresses.cycle(id),
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: say.message("cycles.title"), address: deskAddresses.cycles() },
    ],
    body: (
      <>
        {(isCycleAct(done) || done === "selectForAssessment") && (
          <p class="govuk-inset-text">{say.message(`cycle.${done}.done`)}</p>
        )}
        <Facts
          facts={[
            { name: say.message("rec.body"), value: <OrganizationLink asked={asked} organization={body} /> },
            { name: say.message("cycle.opens"), value: say.day(cycle.opensOn) },
            { name: say.message("cycle.updates"), value: say.day(cycle.updatesDueOn) },
            { name: say.message("cycle.assessments"), value: say.day(cycle.assessmentsDueOn) },
            {
              name: say.message("cycle.published"),
              value: cycle.publishedOn ? say.day(cycle.publishedOn) : say.message("cycle.notYet"),
            },
            {
              name: say.message("cycle.closed"),
              value: cycle.closedOn ? say.day(cycle.closedOn) : say.message("cycle.open"),
            },
          ]}
        />
        <p class="govuk-body">
          {before === undefined && <>{say.message("cycle.against.none")} </>}
          <a class="govuk-link" href={way(addresses.cycle(body.code, cycle.year))}>
            {say.message(before === undefined ? "report.public" : "cycle.compare")}
          </a>
        </p>
        {acts.map((act) => (
          <CycleForm
            key={act}
            {...{ asked, act, version }}
            address={deskAddresses.cycle(id)}
            values={faulty?.act === act ? faulty.values : beginningOf(act, cycle)}
            faults={faulty?.act === act ? faulty.faults : []}
            {...(faulty?.act === act && faulty.error && savedMeanwhile(faulty.error, beginningOf(act, cycle)))}
            happens={happenings[act]}
          />
        ))}
        {(allowed.includes("selectForAssessment") || selecting) && (
          <SelectionForm
            {...{ asked, cycle, version }}
            {...(selecting ?? { values: new URLSearchParams(), faults: [] })}
          />
        )}
      </>
    ),
  });
}

/** A change begins with the days as they are. */
function beginningOf(act: CycleAct, cycle: object): Values {
  const values = new URLSearchParams();
  if (act !== "changeCycle") return values;
  const known = cycle as Readonly<Record<string, unknown>>;
  for (const { name } of cycleFieldsOf(act)) values.set(name, String(known[name] ?? ""));
  return values;
}
