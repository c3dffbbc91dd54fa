import { Day, settingsOn } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { PublicationOfAnswers, SettingValues } from "@heed/core/settings/settings";
import { Period, PeriodRules } from "@heed/core/time/period";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { DayInput, Radios, SelectInput, TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, optional, type Told } from "../register/filled.ts";

type Name = keyof SettingValues;

export const settingNames = Object.keys(SettingValues.shape) as readonly Name[];

const units = Period.shape.unit.options;

function isPeriod(name: Name): boolean {
  return (SettingValues.shape[name].def as unknown) === (Period.def as unknown);
}

const choices = { periodRules: PeriodRules.options, publicationOfAnswers: PublicationOfAnswers.options } as const;

function isChoice(name: Name): name is keyof typeof choices {
  return Object.hasOwn(choices, name);
}

/** A value of a setting in words. */
export function settingText({ message, number, label }: Say, name: Name, value: SettingValues[Name]): string {
  if (isChoice(name)) return label(name, String(value));
  if (typeof value === "number") return number(value);
  return typeof value === "string" ? value : `${number(value.amount)} ${message(`report.unit.${value.unit}`)}`;
}

/** The fields of a change of the settings: what stays as it stands is not changed. */
export function SettingFields({ filled }: { filled: Filled }) {
  const { say } = filled;
  const from = fieldIn(filled, "from", optional(say, "settings.from"), "settings.from.hint");
  return (
    <>
      {settingNames.map((name) => (
        <SettingField key={name} filled={filled} name={name} />
      ))}
      <DayInput {...from} />
      <TextArea {...fieldIn(filled, "reason", say.message("settings.reason"), "settings.reason.hint")} rows={3} />
    </>
  );
}

function SettingField({ filled, name }: { filled: Filled; name: Name }) {
  const { say } = filled;
  const field = fieldIn(filled, name, say.message(`settings.name.${name}`), `settings.hint.${name}`);
  if (isChoice(name))
    return <Radios {...field} choices={choices[name].map((value) => ({ value, text: say.label(name, value) }))} />;
  if (!isPeriod(name)) return <TextInput {...field} />;
  return (
    <>
      <TextInput {...field} />
      <SelectInput
        {...fieldIn(filled, `${name}.unit`, say.message("settings.unit", { label: field.label }))}
        choices={units.map((value) => ({ value, text: say.message(`report.unit.${value}`) }))}
        none={say.message("field.choose")}
      />
    </>
  );
}

/** The form as the settings are on a day. */
export function settingValues(settings: SettingValues): Values {
  const values = new URLSearchParams();
  for (const name of settingNames) {
    const value = settings[name];
    if (typeof value === "object") {
      values.set(name, String(value.amount));
      values.set(`${name}.unit`, value.unit);
    } else values.set(name, String(value));
  }
  return values;
}

/** The settings that a form changes, which its preview carries along: when it is sent again they are no other ones. */
export const changedField = "changed";

/** What the form says, as the act takes it: what stands there as it is on that day is not changed. */
export function settingInput({ desk, today }: DeskAsked, values: Values): Record<string, unknown> {
  const told = values.get(changedField)?.split(",");
  const [from, reason] = ["from", "reason"].map((name) => (values.get(name) ?? "").trim());
  const now = settingsOn(desk.settings, from !== undefined && Day.safeParse(from).success ? from : today);
  const changes = settingNames.flatMap((name): [string, unknown][] => {
    const value = valueIn(values, name);
    const isChanged = told === undefined ? canonical(value) !== canonical(now[name]) : told.includes(name);
    return isChanged ? [[name, value]] : [];
  });
  return { changes: Object.fromEntries(changes), ...(from && { from }), ...(reason && { reason }) };
}

function valueIn(values: Values, name: Name): unknown {
  const text = (values.get(name) ?? "").trim();
  const read = /^\d{1,9}$/.test(text) ? Number(text) : text;
  return isPeriod(name) ? { amount: read, unit: values.get(`${name}.unit`) ?? "" } : read;
}

export function settingPlaces(say: Say): Told[] {
  return [
    ...settingNames.flatMap((name): Told[] => {
      const label = say.message(`settings.name.${name}`);
      const rule = isPeriod(name) ? "fault.rule.settingPeriod" : isChoice(name) ? "fault.choice" : undefined;
      const unit = { name: `changes.${name}.unit`, at: `${name}.unit`, label, rule: "fault.choice" } as const;
      const own = rule ?? (name === "timeZone" ? "fault.rule.timeZone" : "fault.rule.settingNumber");
      return [...(isPeriod(name) ? [unit] : []), { name: `changes.${name}`, at: name, label, rule: own }];
    }),
    { name: "changes", at: settingNames[0] ?? "", label: "", rule: "fault.rule.settingsNothing" },
    { name: "from", label: say.message("settings.from"), rule: "fault.day" },
    { name: "reason", label: say.message("settings.reason"), rule: "fault.missing", isLong: true },
  ];
}
