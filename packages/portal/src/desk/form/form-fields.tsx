import type { ObligationOnDay } from "@heed/core";
import { saidOr } from "@heed/core/not-public-yet";
import type { FollowUpDetail } from "@heed/core/read-models/follow-up-detail";
import type { Choice } from "../../asked/choices.ts";
import type { Say } from "../../language/say.ts";
import { type Field, type FormAct, fieldsOf } from "./act-fields.ts";
import { EvidenceFields } from "./evidence-fields.tsx";
import type { Fault } from "./faults.ts";
import { FieldInput } from "./field-input.tsx";
import { offeredFor } from "./offered.ts";
import { propertyIn, type Values } from "./values.ts";

type Props = {
  say: Say;
  act: FormAct;
  values: Values;
  faults: readonly Fault[];
  /** The follow-up that they are about, which offers what there is to choose from. */
  detail: FollowUpDetail;
  /** Where they are not all that the act has. */
  fields?: readonly Field[] | undefined;
};

/** The fields of an act, with what was typed and what is wrong with it. */
export function FormFields({ say, act, values, faults, detail, fields = fieldsOf(act) }: Props) {
  return (
    <>
      {fields.map((field) => (
        <FormField key={field.name} {...{ say, act, field, values, faults, detail }} />
      ))}
    </>
  );
}

type FieldProps = Omit<Props, "fields"> & {
  field: Field;
  /** What stands before its name where a form has several rows. */
  prefix?: string;
};

export function FormField({ say, act, field, values, faults, detail, prefix = "" }: FieldProps) {
  const property = propertyIn(act, field);
  const given = { say, field, property, values, faults, prefix };
  if (property.kind === "evidence") return <EvidenceFields {...{ say, values, faults }} field={field} />;
  if (property.kind === "deadline") return <FieldInput {...given} offers={deadlinesOf(say, detail)} />;
  return <FieldInput {...given} offers={field.offered && offeredFor(say, detail, field.offered)} />;
}

/** What is owed by a date that can move. */
function deadlinesOf(say: Say, { standing, case: { entries } }: FollowUpDetail): Choice[] {
  return (standing?.owed ?? []).flatMap(({ kind, commitment, due, duePrecision }: ObligationOnDay) => {
    if (kind === "update" || kind === "verification") return [];
    const promise = entries.find(({ id }) => id === commitment);
    const told = promise?.type === "commitment" ? `${say.colon}${saidOr(promise.description, say.language)}` : "";
    const day = due === undefined ? "" : ` (${say.day(due, duePrecision)})`;
    return [
      {
        value: commitment === undefined ? kind : `${kind}:${commitment}`,
        text: `${say.label("overdueKind", kind)}${told}${day}`,
      },
    ];
  });
}
