import { RecordFile } from "@heed/core";

const organization = (id: string, more: object = {}) => ({ id, code: id, name: { en: id }, ...more });

/** The follow-ups of the matrix: of a ministry, of one that was absorbed, of a collective addressee; and one that is not published. */
export const followUps = { own: "fu-own", inherited: "fu-inherited", collective: "fu-collective", hidden: "fu-hidden" };

/** A court whose reports three addressees answer, and a watchdog that it has nothing to do with. */
export const record = RecordFile.parse({
  heed: "record/1",
  organizations: [
    ...["court", "watchdog", "ministry", "other", "heir", "chancellery"].map((id) => organization(id)),
    organization("former", { dissolutionDate: "2014-01-01" }),
    organization("government", { coordinator: "chancellery" }),
  ],
  organizationChanges: [
    {
      ...{ id: "absorbed", type: "absorbed", on: "2014-01-01", recordedAt: "2014-01-01T08:00:00Z" },
      ...{ originals: ["former"], results: [{ organization: "heir" }] },
    },
  ],
  reports: [
    { id: "published", reference: "P", issuingBody: "court", reportingYear: 2012, publishedOn: "2013-01-15" },
    { id: "hidden", reference: "H", issuingBody: "court", reportingYear: 2014, status: "draft" },
  ],
  recommendations: [
    { id: "whole", report: "published", reference: "P-1", text: { en: "Train judges" } },
    { id: "part", report: "published", reference: "P-1.a", partOf: "whole" },
    { id: "second", report: "published", reference: "P-2" },
    { id: "unseen", report: "hidden", reference: "H-1", text: { en: "Hire judges" } },
  ],
  links: [
    {
      ...{ id: "link", type: "relatesTo", from: "whole", to: "second", on: "2013-02-01" },
      ...{ recordedAt: "2013-02-01T08:00:00Z" },
    },
  ],
  followUps: [
    { id: followUps.own, recommendation: "part", addressee: "ministry" },
    { id: followUps.inherited, recommendation: "part", addressee: "former" },
    { id: followUps.collective, recommendation: "part", addressee: "government" },
    { id: followUps.hidden, recommendation: "unseen", addressee: "ministry" },
  ],
  reportingCycles: [
    {
      ...{ id: "cycle", issuingBody: "court", year: 2014, opensOn: "2015-02-01" },
      ...{ updatesDueOn: "2015-06-01", assessmentsDueOn: "2015-09-01" },
    },
  ],
  collectedItems: [
    {
      ...{ id: "judgment", kind: "judgment", issuingBody: "court", reference: "J-1", year: 2014 },
      ...{ title: { en: "The quarry" }, content: { court: "Court of appeal", decidedOn: "2014-05-06" } },
    },
  ],
  reportSections: (["published", "hidden"] as const).map((report, index) => ({
    ...{
      id: `section ${report}`,
      report,
      reference: "S-1",
      position: index,
      title: { en: "Case law" },
      state: "final",
    },
    authenticLanguage: "en",
  })),
});
