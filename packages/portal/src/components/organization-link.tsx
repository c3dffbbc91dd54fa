import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "../asked/asked.ts";
import { Text } from "./text.tsx";

type Props = { asked: Pick<Asked, "say" | "way">; organization: OrganizationRef };

export function OrganizationLink({ asked: { say, way }, organization: { code, name } }: Props) {
  return (
    <a class="govuk-link" href={way(addresses.organization(code))}>
      <Text of={say.text(name)} />
    </a>
  );
}
