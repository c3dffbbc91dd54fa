import type { Organization } from "@heed/core";
import { OrganizationLevel } from "@heed/core/organization/organization";
import { organizationNamed } from "../../asked/named.ts";
import { pageLanguages } from "../../language/languages.ts";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { DayInput, SelectInput, TextArea, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, optional, type Told } from "../register/filled.ts";
import { setTexts, TextsInput, textsIn, toldTexts } from "../register/texts.tsx";
import { unknownOrganization } from "../register/unknown-organization.ts";

type Props = {
  filled: Filled;
  /** A new one has more to tell than what can be corrected. */
  isNew: boolean;
};

/** The fields of an organization. */
export function OrganizationFields({ filled, isNew }: Props) {
  const { say } = filled;
  const founded = fieldIn(filled, "foundingDate", optional(say, "organization.founded"), "field.dayOrNothing");
  return (
    <>
      <TextsInput filled={filled} name="name" label="org.name" languages={pageLanguages} />
      <TextInput {...fieldIn(filled, "code", say.message("organization.code"), "org.code.hint")} />
      <SelectInput
        {...fieldIn(filled, "level", say.message("organization.level"))}
        choices={OrganizationLevel.options.map((value) => ({ value, text: say.label("organizationLevel", value) }))}
        none={say.message("field.choose")}
      />
      {isNew && (
        <>
          <TextArea
            {...fieldIn(filled, "otherNames", optional(say, "organization.otherNames"), "org.otherNames.hint")}
            rows={3}
          />
          <TextInput {...fieldIn(filled, "coordinator", optional(say, "org.coordinator"), "org.coordinator.hint")} />
          <DayInput {...founded} />
        </>
      )}
    </>
  );
}

/** What the form says, as the act takes it, and what in it names nobody. An empty field says nothing. */
export async function organizationInput(
  asked: DeskAsked,
  values: Values,
): Promise<{ input: Record<string, unknown>; faults: readonly Fault[] }> {
  const name = textsIn(values, "name", pageLanguages);
  const [code, level, founded, coordinator] = ["code", "level", "foundingDate", "coordinator"].map((each) =>
    (values.get(each) ?? "").trim(),
  );
  const others = (values.get("otherNames") ?? "").split("\n").flatMap((line) => line.trim() || []);
  const answering = coordinator ? await organizationNamed(asked, coordinator) : undefined;
  return {
    input: {
      ...(name && { name }),
      ...(code && { code }),
      ...(level && { level }),
      ...(founded && { foundingDate: founded }),
      ...(others.length > 0 && { otherNames: others.map((each) => ({ name: each })) }),
      ...(answering && { coordinator: answering }),
    },
    faults:
      coordinator && answering === undefined
        ? [{ name: "coordinator", text: await unknownOrganization(asked, "org.coordinator", coordinator) }]
        : [],
  };
}

/** The form of an organization as it is. */
export function organizationValues({ code, level, name }: Organization): Values {
  const values = new URLSearchParams({ code, level });
  setTexts(values, "name", name);
  return values;
}

export function organizationPlaces(say: Say): Told[] {
  return [
    ...toldTexts(say, "name", "org.name", pageLanguages),
    { name: "name", at: `name.${say.language}`, label: say.message("org.name"), rule: "fault.missing" },
    { name: "code", label: say.message("organization.code"), rule: "fault.rule.orgCode" },
    { name: "level", label: say.message("organization.level"), rule: "fault.choice" },
    { name: "otherNames", label: say.message("organization.otherNames"), rule: "fault.rule.otherNames", isLong: true },
    { name: "coordinator", label: say.message("org.coordinator"), rule: "fault.rule.successor" },
    { name: "foundingDate", label: say.message("organization.founded"), rule: "fault.day" },
  ];
}
