import { Day } from "@heed/core";
import type { Choice } from "../../asked/choices.ts";
import { shown } from "../../language/say.ts";
import { dayFields } from "./day-field.ts";
import { type Around, describedBy, FormFieldset, FormGroup, Saved } from "./form-group.tsx";

type Given = Around & { value: string; prefix?: string };

/** One line, a day or a longer text. */
export function TextInput({ value, type = "text", ...around }: Given & { type?: "text" | "date" | "url" }) {
  return (
    <FormGroup {...around}>
      <input
        class={`govuk-input${type === "date" ? " govuk-input--width-10" : ""}${around.fault ? " govuk-input--error" : ""}`}
        id={around.id}
        name={around.id}
        type={(type === "url" ? "text" : type) as "text"}
        inputMode={type === "url" ? "url" : undefined}
        value={value}
        aria-describedby={describedBy(around)}
        aria-invalid={around.fault ? "true" : undefined}
        autoComplete="off"
      />
    </FormGroup>
  );
}

/** A day: what is none stays as it was typed, which a field for days would not show. */
export function DayInput(around: Given) {
  return (
    <>
      <input type="hidden" name={dayFields} value={around.id} />
      <TextInput {...around} type={around.value === "" || Day.safeParse(around.value).success ? "date" : "text"} />
    </>
  );
}

/** A file that is brought with the form. `accept`: what a browser offers to choose; whether it is one, its content says. */
export function FileInput({ accept, ...around }: Around & { accept: string }) {
  return (
    <FormGroup {...around}>
      <input
        class={`govuk-file-upload${around.fault ? " govuk-file-upload--error" : ""}`}
        id={around.id}
        name={around.id}
        type="file"
        accept={accept}
        aria-describedby={describedBy(around)}
      />
    </FormGroup>
  );
}

export function TextArea({ value, rows = 6, ...around }: Given & { rows?: number }) {
  return (
    <FormGroup {...around}>
      <textarea
        class={`govuk-textarea${around.fault ? " govuk-textarea--error" : ""}`}
        id={around.id}
        name={around.id}
        rows={rows}
        aria-describedby={describedBy(around)}
        aria-invalid={around.fault ? "true" : undefined}
        dir="auto"
        dangerouslySetInnerHTML={{ __html: textOf(value) }}
      />
    </FormGroup>
  );
}

/** A browser drops the first line break of a text area: another one before it keeps what was typed. */
function textOf(value: string): string {
  return `\n${value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}`;
}

export function Radios({ value, choices, ...around }: Given & { choices: readonly Choice[] }) {
  return (
    <FormFieldset {...around} saved={chosen(around, choices)}>
      <div class="govuk-radios govuk-radios--small">
        {choices.map((choice, place) => {
          const id = place === 0 ? around.id : `${around.id}-${place}`;
          return (
            <div class="govuk-radios__item" key={choice.value}>
              <input
                class="govuk-radios__input"
                id={id}
                name={around.id}
                type="radio"
                value={choice.value}
                checked={choice.value === value}
                aria-describedby={choice.hint === undefined ? undefined : `${id}-means`}
              />
              <label class="govuk-label govuk-radios__label" for={id}>
                {shown(choice.text)}
              </label>
              {choice.hint !== undefined && (
                <div class="govuk-hint govuk-radios__hint" id={`${id}-means`}>
                  {choice.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </FormFieldset>
  );
}

/** What was saved, as its choice says it. */
function chosen({ saved }: Pick<Around, "saved">, choices: readonly Choice[]): string | undefined {
  return choices.find(({ value }) => value === saved)?.text ?? saved;
}

export function SelectInput({ value, choices, none, ...around }: Given & { choices: readonly Choice[]; none: string }) {
  return (
    <FormGroup {...around} saved={chosen(around, choices)}>
      <select
        class={`govuk-select${around.fault ? " govuk-select--error" : ""}`}
        id={around.id}
        name={around.id}
        aria-describedby={describedBy(around)}
        aria-invalid={around.fault ? "true" : undefined}
      >
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {shown(choice.text)}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

function ticked({ say, saved }: Pick<Around, "say" | "saved">): string | undefined {
  return saved === undefined ? undefined : say.message(saved === "" ? "field.saved.unticked" : "field.saved.ticked");
}

export function Checkbox({ value, ...around }: Given) {
  return (
    <div class={`govuk-form-group${around.fault ? " govuk-form-group--error" : ""}`}>
      {around.fault && (
        <p class="govuk-error-message" id={`${around.id}-fault`}>
          {shown(around.fault.text)}
        </p>
      )}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={around.id}
            name={around.id}
            type="checkbox"
            value="yes"
            checked={value === "yes"}
            aria-describedby={describedBy(around)}
          />
          <label class="govuk-label govuk-checkboxes__label" for={around.id}>
            {around.label}
          </label>
          {around.hint && (
            <div class="govuk-hint govuk-checkboxes__hint" id={`${around.id}-hint`}>
              {around.hint}
            </div>
          )}
        </div>
      </div>
      <Saved {...around} saved={ticked(around)} />
    </div>
  );
}
