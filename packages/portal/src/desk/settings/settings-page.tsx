import { settingsOn } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import type { SettingChange } from "@heed/core/settings/settings";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { Facts } from "../../components/facts.tsx";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { keepsShared } from "../own-bodies.ts";
import { doRegisterAct } from "../register/do-register-act.ts";
import { faultsAt } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { foreseenSettingsPage } from "./foreseen-settings.tsx";
import {
  changedField,
  SettingFields,
  settingInput,
  settingNames,
  settingPlaces,
  settingText,
  settingValues,
} from "./setting-fields.tsx";

/** The settings of today, what was changed from which day, and the form of a change. */
export async function settingsPage(asked: DeskAsked): Promise<Page | undefined> {
  return keepsShared(asked.visitor.person) ? shownSettings(asked) : undefined;
}

export async function submitSettings(
  asked: DeskAsked,
  _: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way, desk, visitor } = asked;
  if (!keepsShared(visitor.person)) return undefined;
  const values = typedIn(form);
  const does = values.get("do");
  if (does !== "record") values.delete(changedField);
  if (does === "edit") return shownSettings(asked, { values, faults: [] });
  const input = settingInput(asked, values);
  const refused = (error: Parameters<typeof faultsAt>[2]) =>
    shownSettings(asked, { values, faults: faultsAt({ say, values }, settingPlaces(say), error) });
  if (does === "record") {
    const taken = await doRegisterAct(asked, values, { act: "changeSettings", input });
    return "done" in taken
      ? { elsewhere: way(deskAddresses.settings(), { done: "changeSettings" }) }
      : refused(taken.error);
  }
  try {
    const foreseen = await desk.foresees().changeSettings(input);
    return await foreseenSettingsPage(asked, { values, input, foreseen });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refused(error);
  }
}

type Faulty = { values: Values; faults: readonly Fault[] };

async function shownSettings(asked: DeskAsked, faulty?: Faulty): Promise<Page> {
  const { say, reads, today, desk, parameters } = asked;
  const now = settingsOn(desk.settings, today);
  const changes = await reads.settingChanges();
  const { values = settingValues(now), faults = [] } = faulty ?? {};
  const address = deskAddresses.settings();
  return framed(asked, {
    ...{ title: say.message("settings.title"), faults, address },
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        {parameters.done && <p class="govuk-inset-text">{say.message("settings.done")}</p>}
        <h2 class="govuk-heading-m">{say.message("settings.today", { day: say.day(today) })}</h2>
        <Facts
          facts={settingNames.map((name) => ({
            name: say.message(`settings.name.${name}`),
            value: settingText(say, name, now[name]),
          }))}
        />
        <h2 class="govuk-heading-m">{say.message("settings.changes", { total: changes.length })}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {[...changes].reverse().map((change) => (
            <li key={change.id}>{changeText(asked, change)}</li>
          ))}
        </ul>
        <section class="heed-block" aria-labelledby="change">
          <h2 class="govuk-heading-m" id="change">
            {say.message("settings.change")}
          </h2>
          <p class="govuk-body">{say.message("settings.change.text")}</p>
          <RegisterForm {...{ asked, address }} buttons={[{ does: "foresee", text: say.message("settings.foresee") }]}>
            <SettingFields filled={{ say, values, faults }} />
          </RegisterForm>
        </section>
      </>
    ),
  });
}

function changeText({ say }: DeskAsked, { from, changes, reason, actor }: SettingChange): string {
  const what = settingNames.flatMap((name) => {
    const value = changes[name];
    return value === undefined
      ? []
      : [`${say.message(`settings.name.${name}`)}${say.colon}${settingText(say, name, value)}`];
  });
  const by = actor === "" ? "" : ` (${shown(actor)})`;
  return `${say.message("settings.fromDay", { day: say.day(from) })} ${say.beside(what)}. ${shown(reason)}${by}`;
}
