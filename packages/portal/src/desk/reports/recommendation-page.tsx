import type { Id } from "@heed/core";
import { isRefusal } from "@heed/core/domain-error";
import { foreseeCorrection } from "@heed/core/register/correct-recommendation";
import type { OnRegister } from "../../asked/desk.ts";
import type { Elsewhere, Page } from "../../asked/page.ts";
import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import { type Fault, refusal } from "../form/faults.ts";
import { framed } from "../form/framed.tsx";
import { typedIn } from "../form/sent.ts";
import type { Values } from "../form/values.ts";
import { doRegisterAct, versionIn } from "../register/do-register-act.ts";
import { faultsAt, savedMeanwhile } from "../register/filled.ts";
import { keepStep, RegisterForm } from "../register/register-form.tsx";
import { WayList } from "../way-list.tsx";
import { lateRecommendation, shownAddition } from "./add-recommendation-page.tsx";
import type { ClosedByLink } from "./closed-by-link.tsx";
import { changedIn, foreseenCorrectionPage, movedDuties } from "./foreseen-correction.tsx";
import { GroundForm, nameGround } from "./ground-form.tsx";
import { LinkForm, makeLink } from "./link-form.tsx";
import { makeParts, PartsForm, proposedParts } from "./make-parts.tsx";
import { type OwnRecommendation, ownDraft, ownReport, pathTo } from "./own-report.ts";
import { PartFields, partPatch, partPlaces, wholesIn } from "./part-fields.tsx";
import {
  emptied,
  RecommendationFields,
  recommendationInput,
  recommendationPlaces,
  recommendationValues,
} from "./recommendation-form.tsx";
import { Remarks } from "./remarks.tsx";
import { languagesOf } from "./report-languages.ts";
import { takeLinkBack, UnlinkForm } from "./unlink-form.tsx";

const told = [
  "addRecommendation",
  "changeRecommendation",
  "makeParts",
  "correctRecommendation",
  "link",
  "addGround",
  "withdrawLink",
] as const;

/** A recommendation of a report that is not published: its form, what to look at in it, and the step that takes a proposal. */
export async function draftedRecommendationPage(
  asked: DeskAsked,
  [id = ""]: readonly string[],
): Promise<Page | undefined> {
  const found = await ownRecommendation(asked, id);
  return found && shownRecommendation(asked, found);
}

export async function submitDraftedRecommendation(
  asked: DeskAsked,
  [id = ""]: readonly string[],
  form: URLSearchParams,
): Promise<Page | Elsewhere | undefined> {
  const { say, way } = asked;
  const found = await ownRecommendation(asked, id);
  const values = typedIn(form);
  if (found === undefined)
    return values.get("do") === "remove" ? removedBefore(asked, id, values) : removedMeanwhile(asked, values);
  const { report } = found.of;
  const isDraft = report.status === "draft";
  const does = values.get("do");
  if (does === "makeParts" && isDraft) {
    const faults = await makeParts(asked, found, values);
    if (faults.length > 0) return shownRecommendation(asked, found, { faults, parts: values });
    return { elsewhere: way(deskAddresses.recommendation(id), { done: "makeParts" }) };
  }
  if (does === "remove" && isDraft) {
    const taken = await remove(asked, report.id, id, values);
    if ("done" in taken) return afterRemoval(asked, report.id);
    return shownRecommendation(asked, found, { faults: [refusal(say, taken.error)] });
  }
  if (does === "link" && !isDraft) {
    const { faults, closes } = await makeLink(asked, found, values);
    if (faults.length > 0 || closes !== undefined)
      return shownRecommendation(asked, found, { faults, link: values, closes });
    return { elsewhere: way(deskAddresses.recommendation(id), { done: "link" }) };
  }
  if (does === "addGround") {
    const faults = await nameGround(asked, found.detail, values);
    if (faults.length > 0) return shownRecommendation(asked, found, { faults, ground: values });
    return { elsewhere: way(deskAddresses.recommendation(id), { done: "addGround" }) };
  }
  if (does === "withdrawLink") {
    const faults = await takeLinkBack(asked, found.detail, values);
    if (faults.length > 0) return shownRecommendation(asked, found, { faults, unlink: values });
    return { elsewhere: way(deskAddresses.recommendation(id), { done: "withdrawLink" }) };
  }
  // What is published is corrected when somebody says so, and never while it is typed.
  if (does === keepStep && !isDraft) return undefined;
  const languages = languagesOf(report);
  const { input, faults } = await recommendationInput(asked, values, languages);
  if (faults.length > 0 || does === "edit") return shownRecommendation(asked, found, { values, faults });
  if (does === "preview" && !isDraft) return foreseenCorrection(asked, found, values, { ...correction, ...input });
  // The form of a draft that was published meanwhile is told that, or what it did before.
  const change: OnRegister =
    isDraft || does === "change"
      ? {
          ...{ act: "changeRecommendation", thing: report.id, part: id },
          input: { ...emptied, reference: "", addressees: [], ...partPatch(values), ...input },
          ...versionIn(values),
        }
      : {
          ...{ act: "correctRecommendation", thing: id },
          input: { ...correction, ...input },
          ...versionIn(values),
        };
  const taken = await doRegisterAct(asked, values, change);
  if ("done" in taken && does === keepStep) return { elsewhere: way(deskAddresses.recommendation(id)) };
  // A form that was kept while it was typed is that of a new one still.
  if ("done" in taken && isDraft && does === "another")
    return { elsewhere: way(deskAddresses.addRecommendation(report.id), { done: "addRecommendation" }) };
  if ("done" in taken) return { elsewhere: way(deskAddresses.recommendation(id), { done: change.act }) };
  const refused = faultsAt({ say, values }, [...partPlaces(say), ...recommendationPlaces(say, languages)], taken.error);
  const now = (await ownRecommendation(asked, id)) ?? found;
  const saved = savedMeanwhile(taken.error, recommendationValues(say, now.detail));
  return shownRecommendation(asked, now, { values, faults: refused, ...saved });
}

/** What a correction takes away when its field is empty. */
const correction = { ...emptied, reference: "" };

/** What a correction would change, told before it is published. */
async function foreseenCorrection(
  asked: DeskAsked,
  found: OwnRecommendation,
  values: Values,
  input: Record<string, unknown>,
): Promise<Page> {
  const { say } = asked;
  const { detail, of } = found;
  const fields = recommendationPlaces(say, languagesOf(of.report));
  const changed = changedIn(fields, recommendationValues(say, detail), values);
  if (changed.length === 0)
    return shownRecommendation(asked, found, { values, faults: [{ text: say.message("draftRec.correct.nothing") }] });
  try {
    const followUps = detail.followUps.map(({ addressee }) => ({ addressee: addressee.id }));
    const { recommendation } = detail;
    const corrected = foreseeCorrection({ recommendation, report: of.report, followUps }, input);
    const isMoved = corrected.implementationDue?.on !== recommendation.implementationDue?.on;
    const moved = isMoved ? await movedDuties(asked, found, corrected) : undefined;
    return foreseenCorrectionPage(asked, found, { values, changed, moved });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return shownRecommendation(asked, found, { values, faults: faultsAt({ say, values }, fields, error) });
  }
}

function remove(asked: DeskAsked, report: Id, id: Id, values: Values) {
  const act = { act: "removeRecommendation", thing: report, part: id, ...versionIn(values) } as const;
  return doRegisterAct(asked, values, act);
}

function afterRemoval({ way }: DeskAsked, report: Id): Elsewhere {
  return { elsewhere: way(deskAddresses.report(report), { done: "removeRecommendation" }) };
}

/** The form that removed it came twice: it leads to the same, though there is nothing any more. */
async function removedBefore(asked: DeskAsked, id: Id, values: Values): Promise<Elsewhere | undefined> {
  const report = values.get("report") ?? "";
  return "done" in (await remove(asked, report, id, values)) ? afterRemoval(asked, report) : undefined;
}

/** Somebody removed it while its form was open: what was typed can be added anew, where the draft is there still. */
async function removedMeanwhile(asked: DeskAsked, values: Values): Promise<Page | undefined> {
  const report = values.get("report") ?? "";
  if (report === "" || values.get("do") !== "change") return undefined;
  const detail = await ownDraft(asked, report);
  if (detail === undefined) return lateRecommendation(asked, report, values);
  const faults = [{ text: asked.say.message("refused.removed") }];
  return { ...(await shownAddition(asked, detail, values, faults)), status: 409 };
}

async function ownRecommendation(asked: DeskAsked, id: string): Promise<OwnRecommendation | undefined> {
  const { reads, reader, today } = asked;
  const detail = await reads.recommendation(reader, id, today);
  const of = detail && (await ownReport(asked, detail.report.id));
  return detail && of && { detail, of };
}

/** `parts`, `link`, `ground`, `unlink`: what was typed in that form instead. */
type Faulty = {
  values?: Values;
  faults: readonly Fault[];
  saved?: Values | undefined;
  parts?: Values;
  link?: Values;
  /** What the link would close. */
  closes?: readonly ClosedByLink[] | undefined;
  ground?: Values;
  unlink?: Values;
};

async function shownRecommendation(
  asked: DeskAsked,
  { detail, of }: OwnRecommendation,
  { values, faults, saved, parts, link, closes, ground, unlink }: Faulty = { faults: [] },
): Promise<Page> {
  const { say, way, reads, reader, today, parameters } = asked;
  const { recommendation, report } = detail;
  const { id, reference } = recommendation;
  const isDraft = report.status === "draft";
  const languages = languagesOf(report);
  const remarks = isDraft ? ((await reads.draftingRemarks(reader, id, today)) ?? []) : [];
  const proposed = proposedParts(detail, remarks);
  // One with parts is part of none.
  const wholes =
    isDraft && detail.parts.length === 0 ? (await wholesIn(asked, report.id)).filter(({ value }) => value !== id) : [];
  const linkForm = isDraft ? null : await LinkForm({ asked, detail, typed: link, closes, faults: link ? faults : [] });
  const title = say.message(isDraft ? "draftRec.one" : "draftRec.correct.one", { reference });
  const address = deskAddresses.recommendation(id);
  const version = isDraft ? of.version : recommendation.version;
  const done = told.find((each) => each === parameters.done?.[0]);
  const filled = {
    say,
    values: values ?? recommendationValues(say, detail),
    faults: parts || link || ground || unlink ? [] : faults,
    saved,
  };
  return framed(asked, {
    title,
    faults,
    ...(isDraft && { saves: true }),
    address,
    path: pathTo(asked, report),
    body: (
      <>
        {done && faults.length === 0 && <p class="govuk-inset-text">{say.message(`report.done.${done}`)}</p>}
        {!isDraft && <p class="govuk-body">{say.message("draftRec.correct.text")}</p>}
        {!isDraft && detail.followUps.length > 0 && (
          <>
            <p class="govuk-body">{say.message("draftRec.correct.addressees")}</p>
            <WayList
              ways={detail.followUps.map(({ id: followUp, addressee, role }) => [
                way(deskAddresses.followUp(followUp)),
                `${say.text(addressee.name).text} (${say.label("role", role)})`,
              ])}
            />
          </>
        )}
        <Remarks
          asked={asked}
          remarks={remarks}
          step={({ code }) => {
            if (code === "perhapsAskedBefore") return <p class="govuk-body">{say.message("remarks.link")}</p>;
            if (code !== "severalDemands" || proposed.length === 0) return null;
            return (
              <p class="govuk-body">
                <a class="govuk-link" href="#parts">
                  {say.message("remarks.parts")}
                </a>
              </p>
            );
          }}
        />
        <RegisterForm
          asked={asked}
          address={address}
          version={version}
          saves={isDraft}
          buttons={[
            isDraft
              ? { does: "change", text: say.message("draftRec.save") }
              : { does: "preview", text: say.message("form.preview") },
            ...(isDraft ? [{ does: "remove", text: say.message("draftRec.remove"), isSecondary: true }] : []),
          ]}
        >
          {isDraft && <input type="hidden" name="report" value={report.id} />}
          <RecommendationFields
            filled={filled}
            languages={languages}
            asksAddressees={isDraft && detail.parts.length === 0}
          />
          <PartFields filled={filled} wholes={wholes} />
        </RegisterForm>
        {proposed.length > 0 && (
          <PartsForm {...{ asked, detail, version, proposed }} typed={parts} faults={parts ? faults : []} />
        )}
        {linkForm}
        <GroundForm {...{ asked, detail }} typed={ground} faults={ground ? faults : []} />
        <UnlinkForm {...{ asked, detail }} typed={unlink} faults={unlink ? faults : []} />
      </>
    ),
  });
}
