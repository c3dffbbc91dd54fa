import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { isEditor, ofReports, readOwnBodies } from "../own-bodies.ts";
import { CycleForm } from "./cycle-form.tsx";
import { readBodies } from "./own-cycles.ts";
import { takeCycleForm } from "./take-cycle-form.ts";

/** The form of a new cycle, for an editor. */
export function openCyclePage(asked: DeskAsked): Promise<Page | undefined> {
  return shownForm(asked, new URLSearchParams(), []);
}

export async function submitOpenCycle(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const values = typedIn(form);
  const taken = await takeCycleForm(asked, { act: "openCycle" }, values);
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.cycle(taken.done.id), { done: "openCycle" }) };
  return shownForm(asked, values, taken.faults);
}

async function shownForm(asked: DeskAsked, values: Values, faults: readonly Fault[]): Promise<Page | undefined> {
  const { say, reads, reader, today, visitor } = asked;
  if (!isEditor(visitor.person)) return undefined;
  const own = await readOwnBodies(asked);
  const [bodies, { total = 0 }] = await Promise.all([
    readBodies(asked, own),
    reads.followUps(reader, { asOf: today, lifecycle: ["open"], ...ofReports(own) }, { limit: 1, withTotal: true }),
  ]);
  const [only, ...others] = bodies;
  const shown = new URLSearchParams(values);
  if (only !== undefined && others.length === 0 && !shown.has("issuingBody")) shown.set("issuingBody", only.value);
  const title = say.message("cycle.openCycle");
  return framed(asked, {
    title,
    faults,
    address: deskAddresses.openCycle(),
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: say.message("cycles.title"), address: deskAddresses.cycles() },
    ],
    body: (
      <>
        <CycleForm
          {...{ asked, faults, bodies }}
          act="openCycle"
          address={deskAddresses.openCycle()}
          values={shown}
          happens={[say.message("cycle.happens.updates", { total }), say.message("cycle.happens.assessments")]}
        />
      </>
    ),
  });
}
