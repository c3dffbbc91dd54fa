import { isFrozen } from "@heed/core/report-document/report-errata";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { reportErrata } from "../../components/report-errata.tsx";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { Fault } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { TextArea } from "../form/inputs.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, fieldIn } from "../register/filled.ts";
import { RegisterForm } from "../register/register-form.tsx";
import { ownReport, pathTo } from "./own-report.ts";

/** Freezes what a published report says; afterwards its documents, what differs from them, and a form for an erratum. */
export function frozenPage(asked: DeskAsked, [id = ""]: readonly string[]): Promise<Page | undefined> {
  return shownFrozen(asked, id, new URLSearchParams());
}

export async function submitFrozen(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const values = typedIn(form);
  if ((await ownReport(asked, id)) === undefined) return undefined;
  const on = { thing: id, ...versionIn(values) };
  const taken = await doRegisterAct(
    asked,
    values,
    form.get("do") === "freezeReport"
      ? { act: "freezeReport", ...on, input: {} }
      : { act: "addReportErratum", ...on, input: { text: values.get("text") ?? "" } },
  );
  if ("done" in taken) return { elsewhere: asked.way(deskAddresses.frozen(id)) };
  const { say } = asked;
  const fields = [{ name: "text", label: say.message("frozen.wrong"), isLong: true as const }];
  return shownFrozen(asked, id, values, faultsAt({ say, values }, fields, taken.error));
}

async function shownFrozen(
  asked: DeskAsked,
  id: string,
  values: Values,
  faults: readonly Fault[] = [],
): Promise<Page | undefined> {
  const { say } = asked;
  const of = await ownReport(asked, id);
  if (of === undefined || of.report.status === "draft") return undefined;
  const { report, version } = of;
  const address = deskAddresses.frozen(id);
  return framed(asked, {
    ...{ faults, address, title: say.message("frozen.title"), path: pathTo(asked, report) },
    body: isFrozen(report) ? (
      <>
        {await reportErrata(asked, report)}
        <RegisterForm
          {...{ asked, address, version }}
          buttons={[{ does: "addReportErratum", text: say.message("frozen.tell") }]}
        >
          <TextArea {...fieldIn({ say, values, faults }, "text", say.message("frozen.wrong"))} />
        </RegisterForm>
      </>
    ) : (
      <>
        <p class="govuk-body">{say.message("frozen.text")}</p>
        <RegisterForm
          {...{ asked, address, version }}
          buttons={[{ does: "freezeReport", text: say.message("frozen.make") }]}
        />
      </>
    ),
  });
}
