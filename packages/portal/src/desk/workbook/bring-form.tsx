import type { ComponentChildren } from "preact";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { FileInput } from "../form/inputs.tsx";
import { fileField } from "./brought-workbook.ts";

type Props = {
  asked: DeskAsked;
  address: string;
  hint: string;
  /** What the file is; the workbook that came back where absent. */
  label?: string;
  accept?: string;
  faults: readonly Fault[];
  /** Its button. */
  children: ComponentChildren;
};

/** The form by which a workbook comes in. */
export function BringForm({ asked, address, hint, label, accept = ".xlsx", faults, children }: Props) {
  const { say, way, desk } = asked;
  return (
    <form class="heed-form" action={way(address)} method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="key" value={desk.newKey()} />
      <FileInput
        {...{ say, id: fileField, label: label ?? say.message("workbook.file"), hint }}
        fault={faults.find(({ name }) => name === fileField)}
        accept={accept}
      />
      {children}
    </form>
  );
}
