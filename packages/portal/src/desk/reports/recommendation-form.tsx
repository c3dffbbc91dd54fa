import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { dateText } from "@heed/core/time/shown-date";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { dueDateIn } from "../form/input-of.ts";
import { TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, type Told } from "../register/filled.ts";
import { setTexts, TextsInput, textsIn, toldTexts } from "../register/texts.tsx";
import { unknownOrganization } from "../register/unknown-organization.ts";
import { addresseeLine, addresseesIn } from "./addressees.ts";

type Props = {
  filled: Filled;
  languages: readonly string[];
  /** Absent of one that is published: who was addressed stays. */
  asksAddressees?: boolean;
};

/** The fields of a recommendation. */
export function RecommendationFields({ filled, languages, asksAddressees = true }: Props) {
  const { say } = filled;
  return (
    <>
      <TextInput {...fieldIn(filled, "reference", say.message("draftRec.reference"), "draftRec.reference.hint")} />
      <TextsInput
        filled={filled}
        name="text"
        label="draftRec.text"
        languages={languages}
        rows={filled.prefix ? 4 : 8}
      />
      {asksAddressees && (
        <TextArea
          {...fieldIn(filled, "addressees", say.message("draftRec.addressees"), "draftRec.addressees.hint")}
          rows={2}
        />
      )}
      <TextInput
        {...fieldIn(filled, "implementationDue", say.message("field.optional", { label: say.message("draftRec.due") }))}
        hint={say.message("field.date.hint")}
      />
      <TextArea
        {...fieldIn(filled, "themes", say.message("field.optional", { label: say.message("draftRec.themes") }))}
        hint={say.message("draftRec.themes.hint")}
        rows={2}
      />
      <TextsInput filled={filled} name="title" label="draftRec.title" languages={languages} />
    </>
  );
}

/** What the form says, as the acts take it, and what of it names nobody. */
export async function recommendationInput(
  asked: DeskAsked,
  values: Values,
  languages: readonly string[],
  prefix = "",
): Promise<{ input: Record<string, unknown>; faults: readonly Fault[] }> {
  const of = (name: string) => (values.get(`${prefix}${name}`) ?? "").trim();
  const { addressees, unknown } = await addresseesIn(asked, of("addressees"));
  const due = of("implementationDue");
  const themes = of("themes")
    .split("\n")
    .flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const title = textsIn(values, `${prefix}title`, languages);
  const text = textsIn(values, `${prefix}text`, languages);
  const name = `${prefix}addressees`;
  return {
    input: {
      ...(of("reference") !== "" && { reference: of("reference") }),
      ...(title && { title }),
      ...(text && { text }),
      ...(addressees.length > 0 && { addressees }),
      ...(themes.length > 0 && { themes: [...new Set(themes)] }),
      ...(due !== "" && { implementationDue: dueDateIn(due) }),
    },
    faults: await Promise.all(
      unknown.map(async (each) => ({ name, text: await unknownOrganization(asked, "draftRec.addressees", each) })),
    ),
  };
}

/** The properties that the form can take away, for a merge patch. */
export const emptied = { title: null, text: null, themes: null, implementationDue: null } as const;

/** The form of a recommendation as it is. */
export function recommendationValues(say: Say, { recommendation, followUps }: RecommendationDetail): Values {
  const { reference, title, text, themes, implementationDue: due, partOf, label } = recommendation;
  const part = { ...(partOf !== undefined && { partOf }), ...(label !== undefined && { label }) };
  const values = new URLSearchParams({ reference, themes: themes.join("\n"), ...part });
  setTexts(values, "title", title);
  setTexts(values, "text", text);
  if (due !== undefined) values.set("implementationDue", due.wording ?? dateText(due.on, due.precision, say.language));
  values.set("addressees", followUps.map(({ addressee, role }) => addresseeLine(say, addressee.code, role)).join("\n"));
  return values;
}

/** Where the faults of a recommendation are told. */
export function recommendationPlaces(say: Say, languages: readonly string[]): Told[] {
  return [
    { name: "reference", label: say.message("draftRec.reference"), rule: "fault.rule.reference", isNeeded: true },
    ...toldTexts(say, "text", "draftRec.text", languages),
    ...toldTexts(say, "title", "draftRec.title", languages),
    { name: "addressees", label: say.message("draftRec.addressees"), rule: "fault.rule.addressees" },
    { name: "implementationDue", label: say.message("draftRec.due"), rule: "fault.rule.ownDue" },
    { name: "themes", label: say.message("draftRec.themes") },
  ];
}
