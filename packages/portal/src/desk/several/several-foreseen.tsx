import type { Foreseen } from "@heed/core/acts/foresee-act";
import type { Page } from "../../asked/page.ts";
import { shown as shownText } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { CarriedValues, ForeseenView } from "../form/preview.tsx";
import type { Values } from "../form/values.ts";
import type { Row, SeveralAct } from "./row.ts";
import { SeveralButtons } from "./several-page.tsx";

type Props = {
  asked: DeskAsked;
  act: SeveralAct;
  values: Values;
  shown: readonly { row: Row; foreseen: Foreseen }[];
};

/** What would happen to each row, and the way to let it happen, or back to the form. */
export function SeveralForeseen({ asked, act, values, shown }: Props): Page {
  const { say, way } = asked;
  const title = say.message("preview.title", { act: say.message(`several.${act}.title`) });
  return {
    title,
    address: deskAddresses.several(act),
    path: [{ title: say.message("desk.title"), address: deskAddresses.desk() }],
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {shown.map(({ row: { detail }, foreseen }) => (
          <section class="heed-block" key={detail.case.followUp.id}>
            <h2 class="govuk-heading-m">{shownText(detail.recommendation.reference)}</h2>
            <ForeseenView asked={asked} foreseen={foreseen} level={3} />
          </section>
        ))}
        <form action={way(deskAddresses.several(act))} method="post">
          <CarriedValues values={values} />
          <SeveralButtons asked={asked} steps={["submit", "each", "edit", "save"]} />
        </form>
      </>
    ),
  };
}
