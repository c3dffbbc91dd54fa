import type { Choice } from "../asked/choices.ts";
import { shown } from "../language/say.ts";

type Props = { name: string; label: string; any: string; chosen: string | undefined; choices: readonly Choice[] };

/** A choice of one or all. What was chosen is offered even where nothing else would offer it. */
export function Select({ name, label, any, chosen, choices }: Props) {
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
