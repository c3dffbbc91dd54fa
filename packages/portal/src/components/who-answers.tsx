import type { FollowUpItem } from "@heed/core/read-models/follow-up-item";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { Asked } from "../asked/asked.ts";
import { OrganizationLink } from "./organization-link.tsx";

/** Who is responsible; whom the report names, where that is another one; and where it is not settled. */
export function WhoAnswers({
  asked,
  item: { addressee, responsible, responsibleState },
}: {
  asked: Pick<Asked, "say" | "way">;
  item: Pick<FollowUpItem, "addressee" | "responsible"> & Pick<Partial<ObligationItem>, "responsibleState">;
}) {
  const { say } = asked;
  const notes = [
    ...(addressee.id === responsible.id
      ? []
      : [say.message("overdue.printed", { name: say.text(addressee.name).text })]),
    ...(responsibleState === undefined ? [] : [say.message(`overdue.${responsibleState}`)]),
  ];
  return (
    <p class="heed-meta">
      <OrganizationLink asked={asked} organization={responsible} />
      {notes.length > 0 && ` (${say.beside(notes)})`}
    </p>
  );
}
