import type { Say } from "../../language/say.ts";
import { type Fault, readerField, readerNoteField } from "./faults.ts";
import { TextArea, TextInput } from "./inputs.tsx";
import type { Values } from "./values.ts";

type Props = { say: Say; values: Values; faults: readonly Fault[] };

/** Instead of submitting: somebody else of the issuing body reads it, and approves it or sends it back. */
export function AskReading({ say, values, faults }: Props) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{say.message("reading.title")}</legend>
      <p class="govuk-body">{say.message("reading.text")}</p>
      <TextInput
        say={say}
        id={readerField}
        label={say.message("field.optional", { label: say.message("reading.reader") })}
        hint={say.message("reading.reader.hint")}
        fault={faults.find(({ name }) => name === readerField)}
        value={values.get(readerField) ?? ""}
      />
      <TextArea
        say={say}
        id={readerNoteField}
        label={say.message("field.optional", { label: say.message("reading.note") })}
        fault={faults.find(({ name }) => name === readerNoteField)}
        value={values.get(readerNoteField) ?? ""}
        rows={3}
      />
      <button class="govuk-button govuk-button--secondary" type="submit" name="do" value="askReading">
        {say.message("form.askReading")}
      </button>
    </fieldset>
  );
}
