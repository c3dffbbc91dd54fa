import type { Choice } from "../../asked/choices.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { FieldInput } from "../form/field-input.tsx";
import { Checkbox } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { fieldIn } from "../register/filled.ts";
import { type CycleAct, cycleFieldsOf, propertyOnCycle } from "./cycle-fields.ts";

type Props = {
  asked: DeskAsked;
  act: CycleAct;
  /** Where it is sent. */
  address: string;
  /** The version that was read, of a cycle that exists. */
  version?: number;
  values: Values;
  faults?: readonly Fault[];
  /** What is saved now, where somebody else changed the cycle meanwhile. */
  saved?: Values | undefined;
  /** What happens when it is sent. */
  happens: readonly string[];
  /** The issuing bodies to choose from. */
  bodies?: readonly Choice[];
};

/** A form about a cycle: what happens stands above its button. */
export function CycleForm({ asked, act, address, version, values, faults = [], saved, happens, bodies }: Props) {
  const { say, way, desk } = asked;
  return (
    <form class="heed-form heed-block" action={way(address)} method="post" noValidate aria-labelledby={act}>
      <h2 class="govuk-heading-m" id={act}>
        {say.message(`cycle.${act}`)}
      </h2>
      <input type="hidden" name="key" value={desk.newKey()} />
      {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
      {cycleFieldsOf(act).map((field) => (
        <FieldInput
          key={field.name}
          {...{ say, field, values, faults, saved }}
          property={propertyOnCycle(act, field)}
          offers={field.name === "issuingBody" ? bodies : undefined}
        />
      ))}
      <ul class="govuk-list govuk-list--bullet">
        {happens.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {act === "closeCycle" && (
        <Checkbox {...fieldIn({ say, values, faults }, "sure", say.message("cycle.closeCycle.sure"))} />
      )}
      <button class="govuk-button" type="submit" name="do" value={act}>
        {say.message(`cycle.${act}`)}
      </button>
    </form>
  );
}
