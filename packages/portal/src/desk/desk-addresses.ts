import { segment } from "../address/segment.ts";
import { visitorAddresses } from "../address/visitor-addresses.ts";

const { desk } = visitorAddresses;

/** Every address of the desks, without the language before it. */
export const deskAddresses = {
  desk: () => desk,
  followUp: (id: string) => `${desk}/follow-ups/${segment(id)}`,
  act: (id: string, act: string) => `${desk}/follow-ups/${segment(id)}/${segment(act)}`,
  amend: (id: string) => `${desk}/follow-ups/${segment(id)}/entries`,
  entry: (id: string, entry: string) => `${desk}/follow-ups/${segment(id)}/entries/${segment(entry)}`,
  draft: (id: string) => `${desk}/drafts/${segment(id)}`,
  several: (act: "respond" | "update") => `${desk}/${act === "respond" ? "answers" : "updates"}`,
  workbook: () => `${desk}/workbook`,
  workbookOf: (organization: string) => `${desk}/workbook/${segment(organization)}`,
  waiting: (list: string) => `${desk}/waiting/${segment(list)}`,
  cycles: () => `${desk}/cycles`,
  openCycle: () => `${desk}/cycles/new`,
  cycle: (id: string) => `${desk}/cycles/${segment(id)}`,
  reports: () => `${desk}/reports`,
  newReport: () => `${desk}/reports/new`,
  report: (id: string) => `${desk}/reports/${segment(id)}`,
  changeReport: (id: string) => `${desk}/reports/${segment(id)}/change`,
  addRecommendation: (id: string) => `${desk}/reports/${segment(id)}/add`,
  paste: (id: string) => `${desk}/reports/${segment(id)}/text`,
  fromFile: (id: string) => `${desk}/reports/${segment(id)}/file`,
  found: (id: string) => `${desk}/reports/${segment(id)}/found`,
  proofreading: (id: string) => `${desk}/reports/${segment(id)}/proofreading`,
  recommendation: (id: string) => `${desk}/recommendations/${segment(id)}`,
  organizations: () => `${desk}/organizations`,
  newOrganization: () => `${desk}/organizations/new`,
  organizationChange: () => `${desk}/organizations/change`,
  organization: (id: string) => `${desk}/organizations/${segment(id)}`,
  users: () => `${desk}/users`,
  newUser: () => `${desk}/users/new`,
  user: (id: string) => `${desk}/users/${segment(id)}`,
  tokens: () => `${desk}/tokens`,
  newToken: () => `${desk}/tokens/new`,
  token: (prefix: string) => `${desk}/tokens/${segment(prefix)}`,
  settings: () => `${desk}/settings`,
  receipt: () => `${desk}/receipt`,
} as const;
