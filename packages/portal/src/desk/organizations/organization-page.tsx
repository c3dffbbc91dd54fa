import { parseInput } from "@heed/core/acting/parse-input";
import { isRefusal } from "@heed/core/domain-error";
import type { OrganizationDetail } from "@heed/core/read-models/organization-detail";
import { NewOrganization } from "@heed/core/register/add-organization";
import { addresses } from "../../address/addresses.ts";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { OrganizationChanges } from "../../components/organization-changes.tsx";
import { pageLanguages } from "../../language/languages.ts";
import type { Say } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { keepsShared } from "../own-bodies.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, savedMeanwhile } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { WayList } from "../way-list.tsx";
import {
  OrganizationFields,
  organizationInput,
  organizationPlaces,
  organizationValues,
} from "./organization-fields.tsx";
import { organizationsOf } from "./organizations-page.tsx";

/** The form of a new organization. */
export async function newOrganizationPage(asked: DeskAsked): Promise<Page | undefined> {
  return keepsShared(asked.visitor.person) ? newForm(asked, new URLSearchParams()) : undefined;
}

export async function submitNewOrganization(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way, visitor } = asked;
  if (!keepsShared(visitor.person)) return undefined;
  const values = typedIn(form);
  const { input, faults } = await organizationInput(asked, values);
  // The level that nobody chose is a fault, and not the one that a file without levels gets.
  const whole = { level: "", ...input };
  if (faults.length > 0) return newForm(asked, values, [...faults, ...otherFaults(say, values, whole)]);
  const taken = await doRegisterAct(asked, values, { act: "addOrganization", input: whole });
  if ("error" in taken) return newForm(asked, values, faultsAt({ say, values }, organizationPlaces(say), taken.error));
  return { elsewhere: way(deskAddresses.organization(taken.done.id), { done: "addOrganization" }) };
}

/** What is wrong besides a name that nobody has: all of it is told at once. */
function otherFaults(say: Say, values: Values, input: object): Fault[] {
  try {
    parseInput(NewOrganization, input);
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return faultsAt({ say, values }, organizationPlaces(say), error);
  }
}

function newForm(asked: DeskAsked, values: Values, faults: readonly Fault[] = []): Page {
  const { say } = asked;
  const address = deskAddresses.newOrganization();
  return framed(asked, {
    ...{ title: say.message("org.add"), faults, address, path: pathTo(asked) },
    body: (
      <>
        <p class="govuk-body">{say.message("org.add.text")}</p>
        <RegisterForm {...{ asked, address }} buttons={[{ does: "addOrganization", text: say.message("org.add") }]}>
          <OrganizationFields filled={{ say, values, faults }} isNew={true} />
        </RegisterForm>
      </>
    ),
  });
}

/** One organization: what became of it, the way to a change, and the form that corrects what was written wrongly. */
export async function deskOrganization(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  const it = keepsShared(asked.visitor.person) ? await asked.reads.organization(id) : undefined;
  return it && shownOrganization(asked, it);
}

export async function submitOrganization(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way, visitor, reads } = asked;
  const it = keepsShared(visitor.person) ? await reads.organization(id) : undefined;
  if (it === undefined) return undefined;
  const values = typedIn(form);
  const { input } = await organizationInput(asked, values);
  const act = { act: "correctOrganization", thing: id, input: asPatch(input), ...versionIn(values) } as const;
  const taken = await doRegisterAct(asked, values, act);
  if ("done" in taken) return { elsewhere: way(deskAddresses.organization(id), { done: "correctOrganization" }) };
  const faults = faultsAt({ say, values }, organizationPlaces(say), taken.error);
  const now = (await reads.organization(id)) ?? it;
  return shownOrganization(asked, now, { values, faults, ...savedMeanwhile(taken.error, organizationValues(now)) });
}

/** The form as a JSON Merge Patch: a name that is empty is taken away, and what cannot be empty is told so. */
function asPatch({ name, ...input }: Record<string, unknown>) {
  const none = Object.fromEntries(pageLanguages.map((language) => [language, null]));
  return { code: "", level: "", ...input, name: { ...none, ...(name as object | undefined) } };
}

type Faulty = { values: Values; faults: readonly Fault[]; saved?: Values | undefined };

async function shownOrganization(asked: DeskAsked, it: OrganizationDetail, faulty?: Faulty): Promise<Page> {
  const { say, way, reads, parameters } = asked;
  const changes = await reads.organizationChanges(it.id);
  const others = await reads.organizationsById(changes.flatMap(organizationsOf));
  const [done] = parameters.done ?? [];
  const { values = organizationValues(it), faults = [], saved } = faulty ?? {};
  const ways = [
    [way(deskAddresses.organizationChange(), { original: it.code }), say.message("org.change.of")],
    [way(deskAddresses.organizationChange(), { result: it.code }), say.message("org.change.into")],
    [way(addresses.organization(it.code)), say.message("report.public")],
  ] as const;
  return framed(asked, {
    ...{ title: say.text(it.name).text, faults, address: deskAddresses.organization(it.id), path: pathTo(asked) },
    body: (
      <>
        {(done === "addOrganization" || done === "correctOrganization") && (
          <p class="govuk-inset-text">{say.message(`org.done.${done}`)}</p>
        )}
        <WayList ways={ways} />
        <OrganizationChanges asked={asked} changes={changes} organizations={others} />
        <section class="heed-block" aria-labelledby="correct">
          <h2 class="govuk-heading-m" id="correct">
            {say.message("org.correct")}
          </h2>
          <p class="govuk-body">{say.message("org.correct.text")}</p>
          <RegisterForm
            asked={asked}
            address={deskAddresses.organization(it.id)}
            version={it.version}
            buttons={[{ does: "correctOrganization", text: say.message("org.correct.save") }]}
          >
            <OrganizationFields filled={{ say, values, faults, saved }} isNew={false} />
          </RegisterForm>
        </section>
      </>
    ),
  });
}

/** The way to a page of an organization. */
export function pathTo({ say }: DeskAsked) {
  return [
    { title: say.message("desk.title"), address: deskAddresses.desk() },
    { title: say.message("org.title"), address: deskAddresses.organizations() },
  ];
}
