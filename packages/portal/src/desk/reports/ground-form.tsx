import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { withoutAbsent } from "@heed/core/without-absent";
import { GroundList } from "../../components/ground-list.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { TextArea, TextInput } from "../form/inputs.tsx";
import { thingReferred } from "../form/thing-referred.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct } from "../register/do-register-act.ts";
import { faultsAt, fieldIn, optional } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";

type Props = {
  asked: DeskAsked;
  detail: RecommendationDetail;
  typed: Values | undefined;
  faults: readonly Fault[];
};

/** What a recommendation rests on, and the form that names one more: by the reference of what was collected, or of a section. */
export function GroundForm({ asked, detail: { recommendation, grounds }, typed, faults }: Props) {
  const { say } = asked;
  const filled = { say, values: typed ?? new URLSearchParams(), faults };
  return (
    <section class="heed-block" aria-labelledby="grounds">
      <h2 class="govuk-heading-m" id="grounds">
        {say.message("grounds.title")}
      </h2>
      <p class="govuk-body">{say.message("grounds.text")}</p>
      {grounds.length > 0 && <GroundList asked={asked} grounds={grounds} />}
      <RegisterForm
        asked={asked}
        address={deskAddresses.recommendation(recommendation.id)}
        buttons={[{ does: "addGround", text: say.message("grounds.make"), isSecondary: true }]}
      >
        <TextInput
          {...fieldIn(filled, "ground.reference", say.message("grounds.reference"), "grounds.reference.hint")}
        />
        <TextInput {...fieldIn(filled, "ground.year", optional(say, "grounds.year"), "grounds.year.hint")} />
        <TextInput {...fieldIn(filled, "ground.place", optional(say, "grounds.place"), "grounds.place.hint")} />
        <TextArea {...fieldIn(filled, "ground.reason", optional(say, "grounds.reason"))} rows={2} />
      </RegisterForm>
    </section>
  );
}

/** Names the ground of the form; faults where that is refused. */
export async function nameGround(
  asked: DeskAsked,
  { recommendation }: RecommendationDetail,
  values: Values,
): Promise<readonly Fault[]> {
  const { say } = asked;
  const of = (name: string) => {
    const text = (values.get(`ground.${name}`) ?? "").trim();
    return text === "" ? undefined : text;
  };
  const label = say.message("grounds.reference");
  const reference = of("reference");
  if (reference === undefined) return [{ name: "ground.reference", text: say.message("fault.missing", { label }) }];
  const { item, section } = await thingReferred(asked, reference);
  const year = of("year");
  const input = withoutAbsent({
    item: item?.id ?? (section === undefined ? reference : undefined),
    section: section?.id,
    year: year !== undefined && /^\d{4}$/.test(year) ? Number(year) : year,
    place: of("place"),
    reason: of("reason"),
  });
  const taken = await doRegisterAct(asked, values, { act: "addGround", thing: recommendation.id, input });
  if ("done" in taken) return [];
  const places = [
    ...["item", "section"].map((name) => ({ name, at: "reference", label, rule: "fault.rule.ground" as const })),
    { name: "year", label: say.message("grounds.year"), rule: "fault.rule.groundYear" as const },
    { name: "place", label: say.message("grounds.place") },
    { name: "reason", label: say.message("grounds.reason"), isLong: true as const },
  ];
  return faultsAt({ say, values, prefix: "ground." }, places, taken.error);
}
