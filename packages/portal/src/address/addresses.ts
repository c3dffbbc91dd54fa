import { segment } from "./segment.ts";

/** Every address of the pages, without the language before it. A snapshot of them is the site map. */
export const addresses = {
  front: () => "",
  overdue: () => "/overdue",
  owed: () => "/owed",
  owedCalendar: () => "/owed.ics",
  changes: () => "/changes",
  changesFeed: () => "/changes.atom",
  briefing: () => "/briefing",
  comparison: () => "/comparison",
  recommendations: () => "/recommendations",
  recommendation: (report: string, reference: string) => `/recommendations/${segment(report)}/${segment(reference)}`,
  /** Where its reference does not name it alone. */
  recommendationById: (id: string) => `/recommendations/${segment(id)}`,
  reports: () => "/reports",
  reportContents: (reference: string) => `/reports/${segment(reference)}/contents`,
  report: (reference: string) => `/reports/${segment(reference)}`,
  organizations: () => "/organizations",
  organization: (code: string) => `/organizations/${segment(code)}`,
  themes: () => "/themes",
  theme: (theme: string) => `/themes/${segment(theme)}`,
  cycles: () => "/cycles",
  cycle: (issuingBody: string, year: number) => `/cycles/${segment(issuingBody)}/${year}`,
  collectedItems: () => "/collected",
  /** Leads to its own address. */
  collectedItemById: (id: string) => `/collected/${segment(id)}`,
  collectedItem: (body: string, reference: string) => `/collected/${segment(body)}/${segment(reference)}`,
  follow: () => "/follow",
  /** Where the links of mails to followers lead; who has one may do that. */
  confirmFollowing: (secret: string) => `/follow/confirm/${segment(secret)}`,
  endFollowing: (secret: string) => `/follow/end/${segment(secret)}`,
  about: () => "/about",
  rules: () => "/rules",
} as const;

/** The part of a recommendation's page that is about one of its addressees. */
export function followUpPart({ code }: { code: string }): string {
  return `to-${code}`;
}
