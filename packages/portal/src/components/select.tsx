import type { Choice } from "../asked/choices.ts";
import { shown } from "../language/say.ts";

type Props = {
  name: string;
  label: string;
  any: string;
  chosen: string | undefined;
  choices: readonly Choice[];
  /** What tells the reader to name one, where the choices are not all there are. */
  named?: string | undefined;
};

/**
 * A choice of one or all; where there are more than the choices, a field in which one is named. What was chosen is offered even
 * where nothing else would offer it.
 */
export function Select({ name, label, any, chosen, choices, named }: Props) {
  if (named !== undefined) return <Named {...{ name, label, chosen, choices, named }} />;
  const isOffered = chosen === undefined || choices.some(({ value }) => value === chosen);
  const offered = isOffered ? choices : [{ value: chosen, text: chosen }, ...choices];
  return (
    <div>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <select class="govuk-select" id={name} name={name}>
        <option value="">{any}</option>
        {offered.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {shown(text)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Named({ name, label, chosen, choices, named }: Omit<Props, "any">) {
  return (
    <div>
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <div class="govuk-hint" id={`${name}-hint`}>
        {named}
      </div>
      <input
        class="govuk-input"
        id={name}
        name={name}
        value={chosen ?? ""}
        type="text"
        list={`${name}-choices`}
        aria-describedby={`${name}-hint`}
        autoComplete="off"
        maxLength={500}
      />
      <datalist id={`${name}-choices`}>
        {choices.map(({ value, text }) => (
          <option key={value} value={value}>
            {shown(text)}
          </option>
        ))}
      </datalist>
    </div>
  );
}
