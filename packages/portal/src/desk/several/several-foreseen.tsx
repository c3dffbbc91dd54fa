import type { Foreseen } from "@heed/core/acts/foresee-act";
import type { Page } from "../../asked/page.ts";
import { shown as shownText } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedForm } from "../form/carried-form.tsx";
import { framed } from "../form/framed.tsx";
import { ForeseenView } from "../form/preview.tsx";
import type { Values } from "../form/values.ts";
import type { Row, SeveralAct } from "./row.ts";
import { severalButtons } from "./several-page.tsx";

type Props = {
  asked: DeskAsked;
  act: SeveralAct;
  values: Values;
  shown: readonly { row: Row; foreseen: Foreseen }[];
};

/** What would happen to each row, and the way to let it happen, or back to the form. */
export function SeveralForeseen({ asked, act, values, shown }: Props): Page {
  const { say } = asked;
  const address = deskAddresses.several(act);
  return framed(asked, {
    title: say.message("preview.title", { act: say.message(`several.${act}.title`) }),
    address,
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        {shown.map(({ row: { detail }, foreseen }) => (
          <section class="heed-block" key={detail.case.followUp.id}>
            <h2 class="govuk-heading-m">{shownText(detail.recommendation.reference)}</h2>
            <ForeseenView asked={asked} foreseen={foreseen} level={3} />
          </section>
        ))}
        <CarriedForm
          {...{ asked, address, values }}
          buttons={severalButtons(asked, ["submit", "each", "edit", "save"])}
        />
      </>
    ),
  });
}
