import type { Foreseen } from "@heed/core/acts/foresee-act";
import type { Page } from "../../asked/page.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import { aroundForm } from "./around-form.ts";
import { needsReader } from "./asked-reading.ts";
import { CarriedValues, ForeseenView } from "./preview.tsx";
import type { FormPlace } from "./sent.ts";
import type { Values } from "./values.ts";

type Props = { asked: DeskAsked; place: FormPlace; values: Values; foreseen: Foreseen };

/** What would happen, and the way to let it happen, or back to the form. */
export function ForeseenPage({ asked, place, values, foreseen }: Props): Page {
  const { say, way } = asked;
  const { address, path, ...around } = aroundForm(asked, place);
  const title = say.message("preview.title", { act: around.title });
  return {
    ...{ title, address, path },
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <ForeseenView asked={asked} foreseen={foreseen} />
        <form class="govuk-button-group" action={way(address)} method="post">
          <CarriedValues values={values} />
          {stepsAfter(place.act, values).map((step) => (
            <button
              key={step}
              class={`govuk-button${step === "submit" || step === "askReading" ? "" : " govuk-button--secondary"}`}
              type="submit"
              name="do"
              value={step}
            >
              {say.message(`form.${step}` as const)}
            </button>
          ))}
        </form>
      </>
    ),
  };
}

/** What nobody read yet, and needs a second reader, is given to one. */
function stepsAfter(act: FormAct, values: Values): readonly ("submit" | "askReading" | "edit" | "save")[] {
  const isRead = ["secondReader", "singleReader"].some((name) => (values.get(name) ?? "").trim() !== "");
  return needsReader(act) && !isRead ? ["askReading", "edit", "save"] : ["submit", "edit", "save"];
}
