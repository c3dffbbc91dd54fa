import { propertyOf } from "@heed/core/acting/property-kind";
import { registerActs } from "@heed/core/acts/acts";
import { type LevelOverride, type SetLevel, setsLevel } from "@heed/core/recommendation-standing/level-override";
import type { Choice } from "../../asked/choices.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { DayInput, Radios } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { type Filled, faultsAt, fieldIn, optional, type Told } from "../register/filled.ts";
import { TextsInput, textsIn, toldTexts } from "../register/texts.tsx";

/** The acts on the level of a recommendation with parts. */
export const levelActs = ["overrideLevel", "withdrawLevelOverride"] as const;
export type LevelAct = (typeof levelActs)[number];

/** The overrides that nobody took back yet. */
export function standingOverrides(overrides: readonly LevelOverride[]): readonly SetLevel[] {
  return overrides.filter(setsLevel).filter(({ id }) => !overrides.some(({ withdraws }) => withdraws === id));
}

type Props = { filled: Filled; act: LevelAct; languages: readonly string[]; overrides: readonly Choice[] };

/** The fields of one of the two acts: the level, or what is taken back; from when, and why. */
export function LevelFields({ filled, act, languages, overrides }: Props) {
  const { say } = filled;
  const { choices } = propertyOf(registerActs.overrideLevel.input, "level");
  const on = fieldIn(filled, `${act}.on`, optional(say, "level.on"), "field.asOf.hint");
  return (
    <>
      {act === "overrideLevel" ? (
        <Radios
          {...fieldIn(filled, "overrideLevel.level", say.message("level.level"))}
          choices={choices.map((value) => ({ value, text: say.label("assessedLevel", value) }))}
        />
      ) : (
        <Radios
          {...fieldIn(filled, "withdrawLevelOverride.override", say.message("level.override"))}
          choices={overrides}
        />
      )}
      <DayInput {...on} />
      <TextsInput {...{ filled, languages }} name={`${act}.reason`} label="field.reason" rows={3} />
    </>
  );
}

/** Does what the form says. */
export function takeLevelForm(
  asked: DeskAsked,
  { act, thing, languages }: { act: LevelAct; thing: string; languages: readonly string[] },
  values: Values,
) {
  const of = (name: string) => (values.get(`${act}.${name}`) ?? "").trim();
  const reason = textsIn(values, `${act}.reason`, languages);
  const input = { ...(of("on") !== "" && { on: of("on") }), ...(reason && { reason }) };
  const own =
    act === "overrideLevel"
      ? { input: { ...input, ...(of("level") !== "" && { level: of("level") }) } }
      : { input, part: of("override") };
  return doRegisterAct(asked, values, { act, thing, ...own, ...versionIn(values) });
}

/** What is wrong with the form, where its act was refused. */
export function levelFaults(
  { say }: Pick<DeskAsked, "say">,
  { act, languages }: { act: LevelAct; languages: readonly string[] },
  values: Values,
  error: Parameters<typeof faultsAt>[2],
) {
  const [first = ""] = languages;
  const places: Told[] = [
    { name: "level", label: say.message("level.level"), rule: "fault.choice" },
    { name: "on", label: say.message("level.on"), rule: "fault.rule.overrideDay" },
    ...toldTexts(say, "reason", "field.reason", languages).map((told) => ({ ...told, isLong: true as const })),
    { name: "reason", at: `reason.${first}`, label: say.message("field.reason"), rule: "fault.missing" },
    { name: "recommendation", at: "level", label: say.message("level.level"), rule: "fault.rule.overrideParts" },
  ];
  // The override that is taken back is named by the act's place, and not by its input.
  if (act === "withdrawLevelOverride" && error.code === "notFound")
    return [{ name: `${act}.override`, text: say.message("fault.choice", { label: say.message("level.override") }) }];
  return faultsAt({ say, values, prefix: `${act}.` }, places, error);
}
