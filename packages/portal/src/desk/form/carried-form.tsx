import type { DeskAsked } from "../desk-asked.ts";
import { type FormButton, FormButtons } from "./form-buttons.tsx";
import type { Values } from "./values.ts";

type Props = {
  asked: DeskAsked;
  /** Where it is sent. */
  address: string;
  values: Values;
  buttons: readonly FormButton[];
};

/** Below what would happen: what was typed comes along unseen, and is done, or leads back to the form. */
export function CarriedForm({ asked: { way }, address, values, buttons }: Props) {
  return (
    <form action={way(address)} method="post">
      {/* A hidden field keeps its line breaks. */}
      {[...values].map(([name, value]) =>
        name === "do" ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <FormButtons buttons={buttons} />
    </form>
  );
}

/** To do it, or to go back to the form. */
export function doOrEdit({ say }: DeskAsked, does: string, text: string): readonly FormButton[] {
  return [
    { does, text },
    { does: "edit", text: say.message("form.edit"), isSecondary: true },
  ];
}
