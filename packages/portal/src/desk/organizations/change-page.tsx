import { isRefusal } from "@heed/core/domain-error";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { keepsShared } from "../own-bodies.ts";
import { doRegisterAct } from "../register/do-register-act.ts";
import { faultsAt } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { ChangeFields, changeInput, changePlaces } from "./change-form.tsx";
import { changeText } from "./change-text.ts";
import { foreseenChangeView } from "./foreseen-change.tsx";
import { pathTo } from "./organization-page.tsx";
import { organizationsOf, plannedAmong } from "./organizations-page.tsx";

/** The form of a change of organizations; what it would move is shown before it can be recorded. */
export async function changePage(asked: DeskAsked): Promise<Page | undefined> {
  const { parameters, visitor, reads, say } = asked;
  if (!keepsShared(visitor.person)) return undefined;
  const [original = "", result = "", replaces = ""] = [parameters.original, parameters.result, parameters.replaces].map(
    (each) => each?.[0],
  );
  const values = new URLSearchParams({ originals: original, results: result, replaces });
  const planned = plannedAmong(await reads.organizationChanges()).find(({ id }) => id === replaces);
  if (planned !== undefined) {
    const names = await reads.organizationsById(organizationsOf(planned));
    const codeOf = (id: string) => names.get(id)?.code ?? id;
    const themed = planned.results.map(({ organization, themes }) =>
      themes.length === 0 ? codeOf(organization) : `${codeOf(organization)}: ${themes.join(", ")}`,
    );
    values.set("type", planned.type);
    values.set("originals", planned.originals.map(codeOf).join("\n"));
    values.set("results", themed.join("\n"));
    values.set("legalBasis", planned.legalBasis ?? "");
  }
  return shownForm(asked, values, [], say.message("org.change"));
}

export async function submitChange(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way, desk, visitor } = asked;
  if (!keepsShared(visitor.person)) return undefined;
  const values = typedIn(form);
  const again = (faults: readonly Fault[]) => shownForm(asked, values, faults, say.message("org.change"));
  if (values.get("do") === "edit") return again([]);
  const { input, faults } = await changeInput(asked, values);
  if (faults.length > 0) return again(faults);
  if (values.get("do") === "record") {
    const taken = await doRegisterAct(asked, values, { act: "changeOrganizations", input });
    if ("done" in taken) return { elsewhere: way(deskAddresses.organizations(), { done: "changeOrganizations" }) };
    return again(faultsAt({ say, values }, changePlaces(say), taken.error));
  }
  try {
    const foreseen = await desk.foresees().changeOrganizations(input);
    const shown = await foreseenChangeView(asked, foreseen);
    const title = say.message("org.foreseen.title");
    const address = deskAddresses.organizationChange();
    return framed(asked, {
      ...{ title, address, path: pathTo(asked) },
      body: (
        <>
          {shown}
          <CarriedForm
            {...{ asked, address, values }}
            buttons={doOrEdit(asked, "record", say.message("org.change.record"))}
          />
        </>
      ),
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return again(faultsAt({ say, values }, changePlaces(say), error));
  }
}

async function shownForm(asked: DeskAsked, values: Values, faults: readonly Fault[], title: string): Promise<Page> {
  const { say, reads } = asked;
  const planned = plannedAmong(await reads.organizationChanges());
  const names = await reads.organizationsById(planned.flatMap(organizationsOf));
  const address = deskAddresses.organizationChange();
  return framed(asked, {
    ...{ title, faults, address, path: pathTo(asked) },
    body: (
      <>
        <p class="govuk-body">{say.message("org.change.text")}</p>
        <RegisterForm {...{ asked, address }} buttons={[{ does: "foresee", text: say.message("org.change.foresee") }]}>
          <ChangeFields
            filled={{ say, values, faults }}
            planned={planned.map((change) => ({ value: change.id, text: changeText(say, change, names) }))}
          />
        </RegisterForm>
      </>
    ),
  });
}
