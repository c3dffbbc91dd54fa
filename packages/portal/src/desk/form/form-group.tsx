import type { ComponentChildren } from "preact";
import { type Say, shown } from "../../language/say.ts";
import type { Fault } from "./faults.ts";

export type Around = {
  say: Say;
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: Fault | undefined;
  /** What is saved now, where somebody else saved it while this was typed; empty for nothing. */
  saved?: string | undefined;
};

/** What describes a field, for its aria-describedby. */
export function describedBy({ id, ...around }: Pick<Around, "id" | "hint" | "fault" | "saved">): string | undefined {
  const parts = (["hint", "fault", "saved"] as const).flatMap((part) =>
    around[part] === undefined ? [] : [`${id}-${part}`],
  );
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** A field with its label, its hint and its fault. */
export function FormGroup({ children, ...around }: Around & { children: ComponentChildren }) {
  const { id, label } = around;
  return (
    <div class={groupClass(around)}>
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      <HintAndFault {...around} />
      {children}
    </div>
  );
}

/** Several fields under one heading. */
export function FormFieldset({ children, ...around }: Around & { children: ComponentChildren }) {
  return (
    <div class={groupClass(around)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(around)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{around.label}</legend>
        <HintAndFault {...around} />
        {children}
      </fieldset>
    </div>
  );
}

function groupClass({ fault }: Around): string {
  return `govuk-form-group${fault ? " govuk-form-group--error" : ""}`;
}

/** What somebody else saved in the field meanwhile. */
export function Saved({ say, id, saved }: Pick<Around, "say" | "id" | "saved">) {
  if (saved === undefined) return null;
  return (
    <p class="govuk-inset-text" id={`${id}-saved`}>
      {saved === "" ? say.message("field.saved.nothing") : `${say.message("field.saved")}${say.colon}`}
      {saved !== "" && <bdi class="heed-typed">{shown(saved)}</bdi>}
    </p>
  );
}

function HintAndFault({ say, id, hint, fault, saved }: Around) {
  return (
    <>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && (
        <p class="govuk-error-message" id={`${id}-fault`} lang={fault.lang}>
          <span class="govuk-visually-hidden" lang={say.language}>
            {`${say.message("fault.word")}${say.colon.trimEnd()}`}
          </span>{" "}
          {shown(fault.text)}
        </p>
      )}
      <Saved {...{ say, id, saved }} />
    </>
  );
}
