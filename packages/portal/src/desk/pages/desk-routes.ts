import type { Asked } from "../../asked/asked.ts";
import type { MakePage, SubmitForm } from "../../asked/page.ts";
import type { PageParameters } from "../../asked/parameters.ts";
import { newTokenPage, submitNewToken } from "../access/new-token-page.tsx";
import { newUserPage, submitNewUser } from "../access/new-user-page.tsx";
import { submitToken, tokenPage } from "../access/token-page.tsx";
import { tokensPage } from "../access/tokens-page.tsx";
import { submitUser, userPage } from "../access/user-page.tsx";
import { usersPage } from "../access/users-page.tsx";
import { entriesPage } from "../amend/entries-page.tsx";
import { entryPage, submitEntry } from "../amend/entry-page.tsx";
import { cyclePage, submitCycle } from "../cycles/cycle-page.tsx";
import { cyclesPage } from "../cycles/cycles-page.tsx";
import { openCyclePage, submitOpenCycle } from "../cycles/open-cycle-page.tsx";
import type { DeskAsked } from "../desk-asked.ts";
import { draftsPage } from "../drafts/drafts-page.tsx";
import { figuresFile, figuresPage, submitFigures } from "../figures/figures-page.tsx";
import { publishPage, submitPublish } from "../issuing-body/publish-page.tsx";
import { waitingPage } from "../issuing-body/waiting-page.tsx";
import { itemPage, newItemPage, submitItem, submitNewItem } from "../items/item-page.tsx";
import { itemsImportPage, submitItemsImport } from "../items/items-import-page.tsx";
import { itemsPage } from "../items/items-page.tsx";
import { changePage, submitChange } from "../organizations/change-page.tsx";
import {
  deskOrganization,
  newOrganizationPage,
  submitNewOrganization,
  submitOrganization,
} from "../organizations/organization-page.tsx";
import { deskOrganizations } from "../organizations/organizations-page.tsx";
import { reminderPage, submitReminder } from "../reminders/reminder-page.tsx";
import { remindersPage } from "../reminders/reminders-page.tsx";
import { addRecommendationPage, submitRecommendation } from "../reports/add-recommendation-page.tsx";
import { filePage, pastePage, submitFile, submitPasted } from "../reports/bring-page.tsx";
import { submitFound } from "../reports/found-page.tsx";
import { frozenPage, submitFrozen } from "../reports/frozen-page.tsx";
import { levelPage, submitLevel } from "../reports/level-page.tsx";
import { changeReportPage, newReportPage, submitNewReport, submitReportChange } from "../reports/new-report-page.tsx";
import { proofreadingPage, submitProofreading } from "../reports/proofreading-page.tsx";
import { draftedRecommendationPage, submitDraftedRecommendation } from "../reports/recommendation-page.tsx";
import { reportPage, submitReport } from "../reports/report-page.tsx";
import { reportsPage } from "../reports/reports-page.tsx";
import { newSectionPage, sectionPage, submitNewSection, submitSection } from "../sections/section-page.tsx";
import { sectionsPage } from "../sections/sections-page.tsx";
import { settingsPage, submitSettings } from "../settings/settings-page.tsx";
import { several, submitSeveral } from "../several/several.ts";
import { takeWorkbook } from "../workbook/take-workbook.tsx";
import { workbookFile, workbookPage } from "../workbook/workbook-page.tsx";
import { actPage, submitAct } from "./act.tsx";
import { desk } from "./desk.tsx";
import { draftPage, submitDraft } from "./draft.tsx";
import { followUp } from "./follow-up.tsx";
import { formerReceipt, receipt } from "./receipt.tsx";
import { receiptsPage } from "./receipts.tsx";

type DeskRoute = { address: string; make: MakePage; submit?: SubmitForm; parameters?: PageParameters };

/** Every page of the desks by its address below the language; `*` is a part that names a thing. */
export const deskRoutes: readonly DeskRoute[] = [
  { address: "/desk", make: atDesk(desk), parameters: { page: "one" } },
  { address: "/desk/follow-ups/*", make: atDesk(followUp) },
  { address: "/desk/follow-ups/*/entries", make: atDesk(entriesPage) },
  { address: "/desk/follow-ups/*/entries/*", make: atDesk(entryPage), submit: withForm(submitEntry) },
  {
    ...{ address: "/desk/follow-ups/*/*", make: atDesk(actPage), submit: withForm(submitAct) },
    parameters: { another: "one" },
  },
  { address: "/desk/drafts", make: atDesk(draftsPage), parameters: { followUp: "one", page: "one" } },
  { address: "/desk/drafts/*", make: atDesk(draftPage), submit: withForm(submitDraft), parameters: { done: "one" } },
  { address: "/desk/answers", make: atDesk(several("respond")), submit: withForm(submitSeveral("respond")) },
  { address: "/desk/updates", make: atDesk(several("update")), submit: withForm(submitSeveral("update")) },
  { address: "/desk/workbook", make: atDesk((asked) => workbookPage(asked)), submit: withForm(takeWorkbook) },
  { address: "/desk/workbook/*", make: atDesk(workbookFile) },
  { address: "/desk/publish", make: atDesk(publishPage), submit: withForm(submitPublish) },
  { address: "/desk/waiting/*", make: atDesk(waitingPage), parameters: { responsible: "one", page: "one" } },
  { address: "/desk/cycles", make: atDesk(cyclesPage) },
  { address: "/desk/cycles/new", make: atDesk(openCyclePage), submit: withForm(submitOpenCycle) },
  { address: "/desk/cycles/*", make: atDesk(cyclePage), submit: withForm(submitCycle), parameters: { done: "one" } },
  { address: "/desk/reports", make: atDesk(reportsPage), parameters: { page: "one" } },
  { address: "/desk/reports/new", make: atDesk(newReportPage), submit: withForm(submitNewReport) },
  {
    ...{ address: "/desk/reports/*", make: atDesk(reportPage), submit: withForm(submitReport) },
    parameters: { done: "one", page: "one" },
  },
  { address: "/desk/reports/*/change", make: atDesk(changeReportPage), submit: withForm(submitReportChange) },
  {
    ...{ address: "/desk/reports/*/add", make: atDesk(addRecommendationPage), submit: withForm(submitRecommendation) },
    parameters: { done: "one" },
  },
  { address: "/desk/reports/*/frozen", make: atDesk(frozenPage), submit: withForm(submitFrozen) },
  { address: "/desk/reports/*/sections", make: atDesk(sectionsPage) },
  { address: "/desk/reports/*/sections/new", make: atDesk(newSectionPage), submit: withForm(submitNewSection) },
  { address: "/desk/sections/*", make: atDesk(sectionPage), submit: withForm(submitSection) },
  { address: "/desk/reports/*/text", make: atDesk(pastePage), submit: withForm(submitPasted) },
  { address: "/desk/reports/*/file", make: atDesk(filePage), submit: withForm(submitFile) },
  { address: "/desk/reports/*/found", make: atDesk(pastePage), submit: withForm(submitFound) },
  { address: "/desk/reports/*/proofreading", make: atDesk(proofreadingPage), submit: withForm(submitProofreading) },
  {
    ...{ address: "/desk/recommendations/*", make: atDesk(draftedRecommendationPage) },
    ...{ submit: withForm(submitDraftedRecommendation), parameters: { done: "one" } },
  },
  {
    ...{ address: "/desk/recommendations/*/level", make: atDesk(levelPage), submit: withForm(submitLevel) },
    parameters: { done: "one" },
  },
  { address: "/desk/organizations", make: atDesk(deskOrganizations), parameters: { page: "one", done: "one" } },
  { address: "/desk/organizations/new", make: atDesk(newOrganizationPage), submit: withForm(submitNewOrganization) },
  {
    ...{ address: "/desk/organizations/change", make: atDesk(changePage), submit: withForm(submitChange) },
    parameters: { original: "one", result: "one", replaces: "one" },
  },
  {
    ...{ address: "/desk/organizations/*", make: atDesk(deskOrganization), submit: withForm(submitOrganization) },
    parameters: { done: "one" },
  },
  { address: "/desk/users", make: atDesk(usersPage), parameters: { page: "one" } },
  { address: "/desk/users/new", make: atDesk(newUserPage), submit: withForm(submitNewUser) },
  { address: "/desk/users/*", make: atDesk(userPage), submit: withForm(submitUser), parameters: { done: "one" } },
  { address: "/desk/tokens", make: atDesk(tokensPage), parameters: { user: "one", page: "one" } },
  { address: "/desk/tokens/new", make: atDesk(newTokenPage), submit: withForm(submitNewToken) },
  { address: "/desk/tokens/*", make: atDesk(tokenPage), submit: withForm(submitToken), parameters: { done: "one" } },
  { address: "/desk/reminders", make: atDesk(remindersPage), parameters: { page: "one" } },
  { address: "/desk/reminders/*", make: atDesk(reminderPage), submit: withForm(submitReminder) },
  {
    ...{ address: "/desk/settings", make: atDesk(settingsPage), submit: withForm(submitSettings) },
    parameters: { done: "one" },
  },
  { address: "/desk/figures", make: atDesk((asked) => figuresPage(asked)), submit: withForm(submitFigures) },
  { address: "/desk/figures/*/*/*", make: atDesk(figuresFile) },
  { address: "/desk/items", make: atDesk(itemsPage), parameters: { page: "one" } },
  {
    address: "/desk/items/import",
    make: atDesk((asked) => itemsImportPage(asked)),
    submit: withForm(submitItemsImport),
  },
  { address: "/desk/items/new/*", make: atDesk(newItemPage), submit: withForm(submitNewItem) },
  { address: "/desk/items/*", make: atDesk(itemPage), submit: withForm(submitItem) },
  { address: "/desk/receipts", make: atDesk(receiptsPage), parameters: { page: "one" } },
  { address: "/desk/receipts/*", make: atDesk(receipt), parameters: { page: "one" } },
  { address: "/desk/receipt", make: atDesk(formerReceipt), parameters: { of: "list", page: "one" } },
];

/** A page of a desk is read as its visitor reads, and about today; for who is not signed in there is none. */
function atDesk(make: (asked: DeskAsked, parts: readonly string[]) => ReturnType<MakePage>): MakePage {
  return async (asked, parts) => {
    const own = deskAsked(asked);
    const page = own && (await make(own, parts));
    return page === undefined || "elsewhere" in page || "file" in page ? page : { ...page, isPrivate: true };
  };
}

function withForm(
  submit: (asked: DeskAsked, parts: readonly string[], form: URLSearchParams) => ReturnType<SubmitForm>,
): SubmitForm {
  return async (asked, parts, form) => {
    const own = deskAsked(asked);
    const page = own && (await submit(own, parts, form));
    return page === undefined || "elsewhere" in page || "file" in page ? page : { ...page, isPrivate: true };
  };
}

function deskAsked({ desk: own, visitor, ...asked }: Asked): DeskAsked | undefined {
  return own && visitor && { ...asked, visitor, desk: own, reader: visitor.reader, asOf: asked.today };
}
