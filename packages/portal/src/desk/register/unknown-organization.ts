import type { MessageKey } from "../../language/message.ts";
import type { DeskAsked } from "../desk-asked.ts";

/** What to write in a field instead of a name that no organization has, or several. `label`: of the field. */
export async function unknownOrganization(
  { reads, reader, say }: DeskAsked,
  label: MessageKey,
  name: string,
): Promise<string> {
  const near = await reads.namesNear(reader, "organization", name);
  const told = { label: say.message(label), name };
  return near.length === 0
    ? say.message("fault.addressee", told)
    : say.message("fault.addressee.near", { ...told, near: say.list(near) });
}
