import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import { shown } from "../../language/say.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { Radios, TextArea } from "../form/inputs.tsx";
import type { Values } from "../form/values.ts";
import { doRegisterAct } from "../register/do-register-act.ts";
import { faultsAt, fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";

type Props = {
  asked: DeskAsked;
  detail: RecommendationDetail;
  typed: Values | undefined;
  faults: readonly Fault[];
};

/** Takes back a link from this recommendation that was made by mistake. */
export function UnlinkForm({ asked, detail: { recommendation, links, grounds }, typed, faults }: Props) {
  const { say } = asked;
  const own = [
    ...links
      .filter(({ from }) => from.id === recommendation.id)
      .map(({ id, type, to, echoes = "" }) => ({
        id,
        type,
        named: to ? `${to.reference} (${to.report.reference})` : echoes,
      })),
    ...grounds.map(({ link: id, item, section, year, place }) => ({
      ...{ id, type: "restsOn" as const },
      named: [item?.reference ?? section?.reference, year, place].filter((each) => each !== undefined).join(", "),
    })),
  ];
  if (own.length === 0) return null;
  const [only, ...others] = own;
  const values = typed ?? new URLSearchParams(only && others.length === 0 ? { "unlink.link": only.id } : {});
  const filled = { say, values, faults };
  return (
    <section class="heed-block" aria-labelledby="unlink">
      <h2 class="govuk-heading-m" id="unlink">
        {say.message("unlink.title")}
      </h2>
      <p class="govuk-body">{say.message("unlink.text")}</p>
      <RegisterForm
        asked={asked}
        address={deskAddresses.recommendation(recommendation.id)}
        buttons={[{ does: "withdrawLink", text: say.message("unlink.make"), isSecondary: true }]}
      >
        <Radios
          {...fieldIn(filled, "unlink.link", say.message("unlink.link"))}
          choices={own.map(({ id, type, named }) => ({
            value: id,
            text: `${say.label("linkType", type)}${say.colon}${shown(named)}`,
          }))}
        />
        <TextArea {...fieldIn(filled, "unlink.reason", say.message("unlink.reason"), "field.reason.hint")} rows={3} />
      </RegisterForm>
    </section>
  );
}

/** Takes the link of the form back; faults where that is refused. */
export async function takeLinkBack(
  asked: DeskAsked,
  { recommendation }: RecommendationDetail,
  values: Values,
): Promise<readonly Fault[]> {
  const { say } = asked;
  const [part = "", reason = ""] = ["link", "reason"].map((name) => (values.get(`unlink.${name}`) ?? "").trim());
  const label = say.message("unlink.reason");
  const unchosen = { name: "unlink.link", text: say.message("fault.choice", { label: say.message("unlink.link") }) };
  const unsaid = { name: "unlink.reason", text: say.message("fault.missing", { label }) };
  const missing = [...(part === "" ? [unchosen] : []), ...(reason === "" ? [unsaid] : [])];
  if (missing.length > 0) return missing;
  const act = { act: "withdrawLink", thing: recommendation.id, part, input: { reason } } as const;
  const taken = await doRegisterAct(asked, values, act);
  if ("done" in taken) return [];
  if (taken.error.code === "notFound") return [unchosen];
  return faultsAt({ say, values, prefix: "unlink." }, [{ name: "reason", label, isLong: true }], taken.error);
}
