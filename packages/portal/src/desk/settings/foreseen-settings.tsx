import { settingsOn } from "@heed/core";
import type { ForeseenSettings } from "@heed/core/register/foresee-setting-change";
import type { SettingValues } from "@heed/core/settings/settings";
import type { Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm, doOrEdit } from "../form/carried-form.tsx";
import { framed } from "../form/framed.tsx";
import type { Values } from "../form/values.ts";
import { followUpRows } from "../register/follow-up-rows.tsx";
import { changedField, settingNames, settingText } from "./setting-fields.tsx";

type Foreseeing = { values: Values; input: Record<string, unknown>; foreseen: ForeseenSettings };

/** What a change of the settings would move, and the way to let it happen, or back to the form. */
export async function foreseenSettingsPage(asked: DeskAsked, { values, input, foreseen }: Foreseeing): Promise<Page> {
  const { say, desk, today } = asked;
  const { on, duties } = foreseen;
  const before = settingsOn(desk.settings, String(input.from ?? today));
  const changes = input.changes as Partial<SettingValues>;
  const carried = new URLSearchParams(values);
  carried.set(changedField, Object.keys(changes).join(","));
  const address = deskAddresses.settings();
  const rows = await followUpRows(
    asked,
    duties.map(({ followUp, before: was, after }) => ({
      followUp,
      owed: [after ?? was].flatMap((each) => each ?? []),
    })),
  );
  return framed(asked, {
    ...{ title: say.message("settings.foreseen"), address },
    path: [
      { title: say.message("desk.title"), address: deskAddresses.desk() },
      { title: say.message("settings.title"), address },
    ],
    body: (
      <>
        <ul class="govuk-list govuk-list--bullet">
          {settingNames.flatMap((name) => {
            const value = changes[name];
            if (value === undefined) return [];
            const [from, to] = [settingText(say, name, before[name]), settingText(say, name, value)];
            return [<li key={name}>{`${say.message(`settings.name.${name}`)}${say.colon}${from} → ${to}`}</li>];
          })}
        </ul>
        <h2 class="govuk-heading-m">{say.message("settings.moves", { day: say.day(on) })}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {movesOf(asked, duties).map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {duties.length > 0 && rows}
        <CarriedForm
          {...{ asked, address }}
          values={carried}
          buttons={doOrEdit(asked, "record", say.message("settings.record"))}
        />
      </>
    ),
  });
}

function movesOf({ say }: DeskAsked, duties: ForeseenSettings["duties"]): string[] {
  if (duties.length === 0) return [say.message("settings.moves.nothing")];
  const is = (word: string) => (each?: { timeliness: string }) => each?.timeliness === word;
  const counted = {
    due: duties.filter(({ before, after }) => before?.due !== after?.due).length,
    overdue: duties.filter(({ before, after }) => !is("overdue")(before) && is("overdue")(after)).length,
    noLonger: duties.filter(({ before, after }) => is("overdue")(before) && !is("overdue")(after)).length,
    dueSoon: duties.filter(({ before, after }) => is("dueSoon")(before) !== is("dueSoon")(after)).length,
  };
  return (["due", "overdue", "noLonger", "dueSoon"] as const).flatMap((name) =>
    counted[name] === 0 ? [] : [say.message(`settings.moves.${name}`, { count: counted[name] })],
  );
}
