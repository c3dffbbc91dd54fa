import { PeriodStart, type Report } from "@heed/core/report/report";
import { Period } from "@heed/core/time/period";
import type { Choice } from "../../asked/choices.ts";
import { languageNameIn } from "../../language/language-name.ts";
import { pageLanguages } from "../../language/languages.ts";
import type { Say } from "../../language/say.ts";
import { Checkbox, DayInput, Radios, SelectInput, TextInput } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { type Filled, fieldIn, optional, type Told } from "../register/filled.ts";
import { setTexts, TextsInput, textsIn, toldTexts } from "../register/texts.tsx";

const units = Period.shape.unit.options;

/** The days of a report: given when it is published, and corrected afterwards. */
const days = ["publishedOn", "transmittedToGovernmentOn", "transmittedToParliamentOn", "transmittedToFieldOn"] as const;

type Props = { filled: Filled; bodies: readonly Choice[]; isPublished: boolean };

/** The fields of a report. The days of a draft are given when it is published. */
export function ReportFields({ filled, bodies, isPublished }: Props) {
  const { say } = filled;
  const period = fieldIn(filled, "responsePeriod", say.message("report.period"), "report.period.hint");
  return (
    <>
      <Radios {...fieldIn(filled, "issuingBody", say.message("rec.body"))} choices={bodies} />
      <TextInput {...fieldIn(filled, "reference", say.message("report.reference"), "report.reference.hint")} />
      <TextInput {...fieldIn(filled, "reportingYear", say.message("report.year"), "report.year.hint")} />
      <fieldset class="govuk-fieldset" aria-describedby="authenticLanguages-hint">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{say.message("report.languages")}</legend>
        <div class="govuk-hint" id="authenticLanguages-hint">
          {say.message("report.languages.hint")}
        </div>
        {pageLanguages.map((language) => (
          <Checkbox
            key={language}
            {...fieldIn(filled, `authentic.${language}`, languageNameIn(say.language, language))}
          />
        ))}
      </fieldset>
      <TextsInput filled={filled} name="title" label="report.title" languages={pageLanguages} />
      <TextInput {...period} />
      <SelectInput
        {...fieldIn(filled, "responsePeriod.unit", say.message("report.period.unit"))}
        choices={units.map((value) => ({ value, text: say.message(`report.unit.${value}`) }))}
        none={say.message("field.choose")}
      />
      <SelectInput
        {...fieldIn(filled, "responsePeriod.from", say.message("report.period.from"))}
        choices={PeriodStart.options.map((value) => ({ value, text: say.label("periodStart", value) }))}
        none={say.message("field.choose")}
      />
      {isPublished &&
        days.map((name) => {
          const field = fieldIn(filled, name, optional(say, `report.${name}`));
          return <DayInput key={name} {...field} />;
        })}
    </>
  );
}

/** The days of the form, as a correction takes them: an empty one is taken away. */
export function reportDaysIn(values: Values, { publishedOnAbsent }: Report): Record<string, unknown> {
  const given = Object.fromEntries(days.map((name) => [name, textOf(values, name)[name] ?? null]));
  return { ...given, ...(publishedOnAbsent && given.publishedOn && { publishedOnAbsent: null }) };
}

/** What the form says, as the act takes it. An empty field says nothing. */
export function reportInput(values: Values): Record<string, unknown> {
  const year = (values.get("reportingYear") ?? "").trim();
  const title = textsIn(values, "title", pageLanguages);
  const authentic = pageLanguages.filter((language) => values.get(`authentic.${language}`) === "yes");
  const period = periodIn(values);
  return {
    ...textOf(values, "issuingBody"),
    ...textOf(values, "reference"),
    ...(year !== "" && { reportingYear: /^\d{1,6}$/.test(year) ? Number(year) : year }),
    ...(title && { title }),
    ...(authentic.length > 0 && { authenticLanguages: authentic }),
    ...(period !== undefined && { responsePeriod: period }),
  };
}

function textOf(values: Values, name: string): Record<string, string> {
  const text = (values.get(name) ?? "").trim();
  return text === "" ? {} : { [name]: text };
}

/** Nothing where the usual period holds; no period for 0. */
function periodIn(values: Values): unknown {
  const amount = (values.get("responsePeriod") ?? "").trim();
  const [unit, from] = ["unit", "from"].map((part) => values.get(`responsePeriod.${part}`) ?? "") as [string, string];
  const isOffered = [...units, ""].includes(unit) && [...PeriodStart.options, ""].includes(from);
  if (amount === "" && isOffered) return undefined;
  if (amount === "0" && isOffered) return "none";
  return {
    amount: /^\d{1,6}$/.test(amount) ? Number(amount) : amount,
    unit: unit || "months",
    from: from || "publication",
  };
}

/** The form of a report as it is. */
export function reportValues(report: Report): Values {
  const { issuingBody, reference, reportingYear, title, authenticLanguages, responsePeriod } = report;
  const values = new URLSearchParams({ issuingBody, reference, reportingYear: String(reportingYear) });
  setTexts(values, "title", title);
  for (const language of authenticLanguages) values.set(`authentic.${language}`, "yes");
  if (responsePeriod === "none") values.set("responsePeriod", "0");
  else if (responsePeriod !== undefined) {
    values.set("responsePeriod", String(responsePeriod.amount));
    values.set("responsePeriod.unit", responsePeriod.unit);
    values.set("responsePeriod.from", responsePeriod.from);
  }
  for (const name of days) values.set(name, report[name] ?? "");
  return values;
}

export function reportPlaces(say: Say): Told[] {
  return [
    { name: "issuingBody", label: say.message("rec.body"), rule: "fault.rule.issuingBody" },
    { name: "reference", label: say.message("report.reference"), rule: "fault.rule.reportReference", isNeeded: true },
    { name: "reportingYear", label: say.message("report.year"), rule: "fault.rule.reportYear" },
    ...toldTexts(say, "title", "report.title", pageLanguages),
    { name: "responsePeriod.unit", label: say.message("report.period.unit"), rule: "fault.choice" },
    { name: "responsePeriod.from", label: say.message("report.period.from"), rule: "fault.choice" },
    { name: "responsePeriod", label: say.message("report.period"), rule: "fault.rule.period" },
    ...days.map((name) => ({ name, label: say.message(`report.${name}`), rule: "fault.rule.publishedDay" }) as const),
  ];
}
