const vocabularies = {
  heed: "urn:heed:terms#",
  dct: "http://purl.org/dc/terms/",
  org: "http://www.w3.org/ns/org#",
  prov: "http://www.w3.org/ns/prov#",
  schema: "http://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

/** The lists of the register whose things other things name by their id. */
type Collection =
  | "organizations"
  | "organizationChanges"
  | "reports"
  | "recommendations"
  | "links"
  | "levelOverrides"
  | "followUps"
  | "entries"
  | "reportingCycles"
  | "settingChanges"
  | "collectedItems"
  | "reportSections";

const inLanguages = (term: string) => ({ "@id": term, "@container": "@language" });
const day = (term: string) => ({ "@id": term, "@type": "xsd:date" });
const moment = (term: string) => ({ "@id": term, "@type": "xsd:dateTime" });

/**
 * What the names of a record file mean, as a context of JSON-LD 1.1: a record file with it is linked data, in the words of ORG, PROV,
 * Dublin Core, schema.org and SKOS where these have one, and in Heed's own elsewhere (docs/exchange.md has the table). An id is the
 * address of the thing in the service at `base`, such as `https://example.org/recommendationFollowUp/v1`.
 */
export function recordContextOf(base: string) {
  const at = (collection: Collection) => ({ "@base": `${base}/${collection}/` });
  const names = (collection: Collection, term: string) => ({ "@id": term, "@type": "@id", "@context": at(collection) });
  const list = (collection: Collection, own: object, term = `heed:${collection}`) => ({
    "@id": term,
    "@context": { ...at(collection), ...own },
  });
  const texts = { title: inLanguages("dct:title"), text: inLanguages("schema:text") };
  const kept = {
    recordedAt: moment("prov:generatedAtTime"),
    actor: "prov:wasAttributedTo",
    source: "prov:hadPrimarySource",
    on: day("dct:date"),
    organization: names("organizations", "org:organization"),
    recommendation: names("recommendations", "heed:recommendation"),
    issuingBody: names("organizations", "dct:publisher"),
  };
  return {
    "@version": 1.1,
    "@vocab": vocabularies.heed,
    ...vocabularies,
    "@base": `${base}/`,
    id: "@id",
    organizations: list("organizations", {
      ...kept,
      name: inLanguages("skos:prefLabel"),
      otherNames: {
        "@id": "heed:otherNames",
        "@context": { name: "skos:altLabel", from: day("schema:startDate"), until: day("schema:endDate") },
      },
      code: "org:identifier",
      foundingDate: day("schema:foundingDate"),
      dissolutionDate: day("schema:dissolutionDate"),
      coordinator: names("organizations", "heed:coordinator"),
    }),
    organizationChanges: list("organizationChanges", {
      ...kept,
      originals: names("organizations", "org:originalOrganization"),
      results: {
        "@id": "org:resultedFrom",
        "@context": { organization: names("organizations", "org:resultingOrganization") },
      },
      legalBasis: "dct:source",
      replaces: names("organizationChanges", "dct:replaces"),
    }),
    reports: list("reports", {
      ...kept,
      ...texts,
      reference: "dct:identifier",
      publishedOn: day("dct:issued"),
      authenticLanguages: "dct:language",
    }),
    recommendations: list("recommendations", {
      ...kept,
      ...texts,
      report: names("reports", "dct:isPartOf"),
      partOf: names("recommendations", "heed:partOf"),
      reference: "dct:identifier",
      themes: "dct:subject",
    }),
    links: list("links", {
      ...kept,
      from: names("recommendations", "heed:from"),
      to: names("recommendations", "heed:to"),
      item: names("collectedItems", "dct:source"),
      section: names("reportSections", "dct:source"),
    }),
    levelOverrides: list("levelOverrides", {
      ...kept,
      reason: inLanguages("dct:description"),
      withdraws: names("levelOverrides", "dct:replaces"),
    }),
    followUps: list("followUps", {
      ...kept,
      addressee: names("organizations", "heed:addressee"),
      entries: list("entries", {
        ...kept,
        type: "@type",
        givenOn: day("dct:issued"),
        asOf: day("heed:asOf"),
        corrects: names("entries", "prov:wasRevisionOf"),
        retracts: names("entries", "heed:retracts"),
        commitment: names("entries", "heed:commitment"),
        replacedBy: names("entries", "dct:isReplacedBy"),
        evidence: {
          "@id": "schema:citation",
          "@context": { item: names("collectedItems", "dct:source"), section: names("reportSections", "dct:source") },
        },
        change: names("organizationChanges", "heed:change"),
        successor: names("organizations", "heed:successor"),
        author: { "@id": "prov:qualifiedAttribution", "@context": { id: "heed:account" } },
      }),
    }),
    reportingCycles: list("reportingCycles", {
      ...kept,
      opensOn: day("schema:startDate"),
      closedOn: day("schema:endDate"),
    }),
    settingChanges: list("settingChanges", { ...kept, from: day("schema:startDate") }),
    cycleSnapshots: {
      "@id": "heed:cycleSnapshots",
      "@context": { cycle: names("reportingCycles", "heed:cycle"), followUp: names("followUps", "heed:followUp") },
    },
    reportSections: list("reportSections", {
      ...kept,
      ...texts,
      report: names("reports", "dct:isPartOf"),
      parent: names("reportSections", "heed:parent"),
      reference: "dct:identifier",
      authors: "dct:creator",
      authenticLanguage: "dct:language",
    }),
    collectedItems: list("collectedItems", {
      ...kept,
      ...texts,
      reference: "dct:identifier",
      themes: "dct:subject",
    }),
  };
}
