import type { Foreseen } from "@heed/core/acts/foresee-act";
import type { Page } from "../../asked/page.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { FormAct } from "./act-fields.ts";
import { aroundForm } from "./around-form.ts";
import { needsReader } from "./asked-reading.ts";
import { CarriedForm } from "./carried-form.tsx";
import type { FormButton } from "./form-buttons.tsx";
import { framed } from "./framed.tsx";
import { ForeseenView } from "./preview.tsx";
import type { FormPlace } from "./sent.ts";
import type { Values } from "./values.ts";

type Props = { asked: DeskAsked; place: FormPlace; values: Values; foreseen: Foreseen };

/** What would happen, and the way to let it happen, or back to the form. */
export function ForeseenPage({ asked, place, values, foreseen }: Props): Page {
  const { say } = asked;
  const { address, path, ...around } = aroundForm(asked, place);
  const title = say.message("preview.title", { act: around.title });
  return framed(asked, {
    ...{ title, address, path },
    body: (
      <>
        <ForeseenView asked={asked} foreseen={foreseen} recorded={place.detail.case.entries} />
        <CarriedForm {...{ asked, address, values }} buttons={buttonsAfter(asked, place.act, values)} />
      </>
    ),
  });
}

/** What nobody read yet, and needs a second reader, is given to one. */
function buttonsAfter({ say }: DeskAsked, act: FormAct, values: Values): readonly FormButton[] {
  const isRead = ["secondReader", "singleReader"].some((name) => (values.get(name) ?? "").trim() !== "");
  const first = needsReader(act) && !isRead ? "askReading" : "submit";
  return ([first, "edit", "save"] as const).map((does) => ({
    ...{ does, text: say.message(`form.${does}`), isSecondary: does !== first },
  }));
}
