import { textIn } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";

/** An organization as every list shows it in JSON: the name is a text in one language. */
export function organizationJson({ id, code, name }: OrganizationRef, lang: string | undefined) {
  return { id, code, name: textIn(name, lang) };
}
