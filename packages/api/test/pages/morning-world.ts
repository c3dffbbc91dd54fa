import { RecordFile } from "@heed/core";
import { world } from "../../../core/test/example-world.ts";

const source = { name: "example world", illustrative: true };
const places = Array.from({ length: 10 }, (_, place) => `2014-${String(place + 1).padStart(2, "0")}`);

/** The example world with a report of ten recommendations to Justice that nobody answered yet. */
export const morningWorld: RecordFile = RecordFile.parse({
  ...world,
  reports: [
    ...world.reports,
    {
      ...{ id: "report-2014", reference: "2014", issuingBody: "myria", reportingYear: 2014, status: "published" },
      ...{
        title: { nl: "Slachtoffers in beeld" },
        publishedOn: "2015-05-18",
        authenticLanguages: ["nl", "fr"],
        source,
      },
      responsePeriod: { amount: 2, unit: "months" },
    },
  ],
  recommendations: [
    ...world.recommendations,
    ...places.map((reference) => ({
      ...{ id: reference, report: "report-2014", reference, themes: ["victims"], source },
      text: {
        nl: `Doe wat aanbeveling ${reference} vraagt.`,
        fr: `Faites ce que la recommandation ${reference} demande.`,
      },
    })),
  ],
  followUps: [
    ...world.followUps,
    ...places.map((reference) => ({
      ...{
        id: `${reference}-just`,
        recommendation: reference,
        addressee: "justice",
        role: "lead",
        entries: [],
        source,
      },
    })),
  ],
});
