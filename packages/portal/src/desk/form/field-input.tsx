import type { Choice } from "../../asked/choices.ts";
import type { Say } from "../../language/say.ts";
import { choiceHint } from "./choice-hint.ts";
import type { Fault } from "./faults.ts";
import type { Field } from "./field.ts";
import { Checkbox, DayInput, Radios, SelectInput, TextArea, TextInput } from "./inputs.tsx";
import { savedBeside } from "./saved-beside.ts";
import type { FieldProperty, Values } from "./values.ts";

type Props = {
  say: Say;
  field: Field;
  property: FieldProperty;
  values: Values;
  faults: readonly Fault[];
  /** What is saved now, where somebody else saved it while this was typed. */
  saved?: Values | undefined;
  /** What there is to choose from; none where anything may be written. */
  offers?: readonly Choice[] | undefined;
  /** What stands before its name where a form has several rows. */
  prefix?: string;
};

/** Its label, which says where it may stay empty. */
function labelOf(say: Say, { label: key, asked }: Field, { kind, needed }: FieldProperty): string {
  const label = say.message(key);
  if (needed || kind === "yes" || asked === "always") return label;
  return say.message(asked === "oneOfTwo" ? "field.oneOfTwo" : "field.optional", { label });
}

/** One field, as what it holds asks for, with what was typed and what is wrong with it. */
export function FieldInput({ say, field, property, values, faults, saved, offers = [], prefix = "" }: Props) {
  const { kind, choices, needed } = property;
  const id = `${prefix}${field.name}`;
  const around = {
    ...{ say, id },
    label: labelOf(say, field, property),
    hint: field.hint && say.message(field.hint),
    fault: faults.find(({ name }) => name === id),
    ...savedBeside(id, values, saved),
    value: values.get(id) ?? "",
  };
  const { list } = field;
  const labelled = choices.map((value): Choice => {
    const hint = choiceHint(say, list, value);
    return { value, text: list ? say.label(list, value) : value, ...(hint !== undefined && { hint }) };
  });
  const none = needed || field.offered === undefined ? [] : [{ value: "", text: say.message("field.none") }];
  if (offers.length > 0 || kind === "deadline") return <Radios {...around} choices={[...none, ...offers]} />;
  switch (kind) {
    case "choice":
      return prefix === "" ? (
        <Radios {...around} choices={labelled} />
      ) : (
        <SelectInput {...around} choices={labelled} none={say.message("field.choose")} />
      );
    case "yes":
      return <Checkbox {...around} />;
    case "day":
      return <DayInput {...around} />;
    default:
      return kind === "year" || field.line ? <TextInput {...around} /> : <TextArea {...around} rows={prefix ? 3 : 6} />;
  }
}
