import { OrganizationChangeType } from "@heed/core/organization/organization-change";
import type { Choice } from "../../asked/choices.ts";
import type { Say } from "../../language/say.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { DayInput, Radios, TextArea } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, optional, type Told } from "../register/filled.ts";
import { unknownOrganization } from "../register/unknown-organization.ts";

/** The fields of a change of organizations. `planned`: the changes without a day whose place it may take. */
export function ChangeFields({ filled, planned }: { filled: Filled; planned: readonly Choice[] }) {
  const { say } = filled;
  const on = fieldIn(filled, "on", optional(say, "org.change.on"), "org.change.on.hint");
  return (
    <>
      <Radios
        {...fieldIn(filled, "type", say.message("org.change.type"), "org.change.type.hint")}
        choices={OrganizationChangeType.options.map((value) => ({
          value,
          text: say.label("organizationChangeType", value),
        }))}
      />
      <DayInput {...on} />
      <TextArea
        {...fieldIn(filled, "originals", say.message("org.change.originals"), "org.change.originals.hint")}
        rows={3}
      />
      <TextArea
        {...fieldIn(filled, "results", say.message("org.change.results"), "org.change.results.hint")}
        rows={3}
      />
      <TextArea {...fieldIn(filled, "legalBasis", optional(say, "org.change.legalBasis"))} rows={2} />
      {planned.length > 0 && (
        <Radios
          {...fieldIn(filled, "replaces", say.message("org.change.replaces"))}
          choices={[{ value: "", text: say.message("org.change.replaces.none") }, ...planned]}
        />
      )}
    </>
  );
}

/** What the form says, as the act takes it, and what in it names nobody, or several. */
export async function changeInput(
  asked: DeskAsked,
  values: Values,
): Promise<{ input: Record<string, unknown>; faults: readonly Fault[] }> {
  const [type, on, legalBasis, replaces] = ["type", "on", "legalBasis", "replaces"].map((each) =>
    (values.get(each) ?? "").trim(),
  );
  const originals = await named(asked, linesOf(values, "originals"), "originals");
  const results = await named(asked, linesOf(values, "results"), "results");
  return {
    input: {
      ...(type && { type }),
      ...(on && { on }),
      originals: originals.found.map(({ organization }) => organization),
      results: results.found,
      ...(legalBasis && { legalBasis }),
      ...(replaces && { replaces }),
    },
    faults: [
      ...originals.unknown.map((text): Fault => ({ name: "originals", text })),
      ...results.unknown.map((text): Fault => ({ name: "results", text })),
    ],
  };
}

type Result = { organization: string; themes: readonly string[] };

/** The organizations of the lines of a field; after a colon stand the themes that go to a result. */
async function named(asked: DeskAsked, lines: readonly string[], field: "originals" | "results") {
  const { reads } = asked;
  const found: Result[] = [];
  const unknown: string[] = [];
  for (const line of lines) {
    const whole = await reads.organizationsNamed(line);
    const [, name = line, told = ""] =
      whole.length === 0 && field === "results" ? (/^(.*\S)\s*:\s*(.*)$/.exec(line) ?? []) : [];
    const ids = name === line ? whole : await reads.organizationsNamed(name);
    const [organization, ...others] = ids;
    const themes = told.split(",").flatMap((theme) => theme.trim() || []);
    if (organization === undefined || others.length > 0)
      unknown.push(await unknownOrganization(asked, `org.change.${field}`, name));
    else found.push({ organization, themes });
  }
  return { found, unknown };
}

function linesOf(values: Values, name: string): string[] {
  return (values.get(name) ?? "").split("\n").flatMap((line) => line.trim() || []);
}

export function changePlaces(say: Say): Told[] {
  return [
    { name: "type", label: say.message("org.change.type"), rule: "fault.choice" },
    // What does not fit its kind is told of the whole.
    { name: "", at: "type", label: say.message("org.change.type"), rule: "fault.rule.changeShape" },
    { name: "on", label: say.message("org.change.on"), rule: "fault.rule.changeDay" },
    {
      name: "originals",
      label: say.message("org.change.originals"),
      rule: "fault.rule.changeOrganization",
      isLong: true,
    },
    { name: "results", label: say.message("org.change.results"), rule: "fault.rule.changeOrganization", isLong: true },
    { name: "legalBasis", label: say.message("org.change.legalBasis"), rule: "fault.rule.legalBasis", isLong: true },
    { name: "replaces", label: say.message("org.change.replaces"), rule: "fault.choice" },
  ];
}
