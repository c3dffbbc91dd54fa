import type { Write } from "./typed-writes.ts";

/** Who acts in the year: the role, and the code of the organization. */
export const actors = {
  editor: { name: "E. Maes", role: "editor" },
  assessor: { name: "A. Lambert", role: "assessor" },
  secondReader: { name: "B. Wouters", role: "assessor" },
  justice: { name: "J. Claes", role: "respondent", organization: "just" },
  police: { name: "F. Peeters", role: "respondent", organization: "fedpol" },
  integratedPolice: { name: "L. Janssens", role: "respondent", organization: "ip" },
  securityOffice: { name: "N. Smet", role: "respondent", organization: "nsso" },
  inspection: { name: "C. Dubois", role: "respondent", organization: "cls" },
} as const satisfies Record<
  string,
  { name: string; role: "editor" | "assessor" | "respondent"; organization?: string }
>;

/**
 * One act of the year, as a command and as a request whose body has the type of the contract. `{name}` stands for the id of what an
 * earlier step created under that name (its `as`); `as:organization` is the follow-up of a recommendation with that addressee.
 */
export type Step = {
  at: string;
  by: keyof typeof actors;
  heed: readonly string[];
  http: Write;
  as?: string;
  /** A file that is brought before: `{file}` is its path for a command, and its id for a request. */
  file?: string;
  /** What one request can do together with its neighbours. */
  together?: true;
};

const on = (day: string) => `2018-${day}T09:00:00Z`;
const evidence = (title: string) => [{ kind: "document" as const, title }];
const interpreters = ["2016-01", "--addressee", "just"];
const reception = ["2016-02 a"];
const training = ["2016-02 b"];
const police = ["2016-01", "--addressee", "fedpol"];

/** What else the report asks of Justice. */
const others = [4, 5, 6, 7, 8];

/** What Justice answers at once, in one letter. */
const answered = [
  ...["2011-03", "2012-01", "2013-01", "2013-02", "2015-01"].map((reference) => [reference, `${reference}-just`]),
  ...others.map((number) => [`2016-0${number}`, `{other-${number}:justice}`]),
] as [reference: string, followUp: string][];

const claimed = { reportingYear: 2017, level: "underWay" };

/** The year 2018 of the example world: Myria's report about 2016, and what became of it. */
export const theYear: readonly Step[] = [
  // January: the report is drafted, changed, published.
  {
    at: on("01-08"),
    by: "editor",
    heed: ["report", "draft", "--reference", "2016", "--year", "2016", "--by", "myria", "--title", "en:Heard"],
    http: [
      "post",
      "/reports",
      { reference: "2016", reportingYear: 2016, issuingBody: "myria", title: { en: "Heard" } },
    ],
    as: "report",
  },
  {
    at: "2018-01-08T10:00:00Z",
    by: "editor",
    heed: ["report", "draft", "--reference", "2016-special", "--year", "2016", "--by", "myria"],
    http: ["post", "/reports", { reference: "2016-special", reportingYear: 2016, issuingBody: "myria" }],
    as: "special",
  },
  {
    at: "2018-01-08T11:00:00Z",
    by: "editor",
    heed: ["recommendation", "add", "2016-special", "--reference", "S-1", "--addressee", "just"],
    http: [
      "post",
      "/reports/{special}/recommendations",
      { reference: "S-1", addressees: [{ organization: "justice" }] },
    ],
  },
  {
    at: "2018-01-08T12:00:00Z",
    by: "editor",
    heed: ["report", "discard", "2016-special"],
    http: ["delete", "/reports/{special}"],
  },
  {
    at: on("01-09"),
    by: "editor",
    heed: [
      ...["recommendation", "add", "2016", "--reference", "2016-01", "--text", "en:Hear victims with an interpreter."],
      ...["--addressee", "just", "--addressee", "fedpol:joint", "--due", "2018-12-31"],
    ],
    http: [
      "post",
      "/reports/{report}/recommendations",
      {
        reference: "2016-01",
        text: { en: "Hear victims with an interpreter." },
        addressees: [{ organization: "justice" }, { organization: "federal-police", role: "joint" }],
        implementationDue: { on: "2018-12-31", precision: "day" },
      },
    ],
    as: "interpreters",
  },
  {
    at: "2018-01-09T10:00:00Z",
    by: "editor",
    heed: ["recommendation", "add", "2016", "--reference", "2016-02", "--text", "en:Receive them."],
    http: ["post", "/reports/{report}/recommendations", { reference: "2016-02", text: { en: "Receive them." } }],
    as: "whole",
  },
  {
    at: "2018-01-09T11:00:00Z",
    by: "editor",
    heed: [
      ...["recommendation", "add", "2016", "--reference", "2016-02 a", "--part-of", "2016-02", "--label", "a"],
      ...["--addressee", "nsso"],
    ],
    http: [
      "post",
      "/reports/{report}/recommendations",
      {
        reference: "2016-02 a",
        partOf: "{whole}",
        label: "a",
        addressees: [{ organization: "nsso-inspection" }],
      },
    ],
    as: "reception",
  },
  {
    at: "2018-01-09T12:00:00Z",
    by: "editor",
    heed: [
      ...["recommendation", "add", "2016", "--reference", "2016-02 b", "--part-of", "2016-02", "--label", "b"],
      ...["--addressee", "cls"],
    ],
    http: [
      "post",
      "/reports/{report}/recommendations",
      { reference: "2016-02 b", partOf: "{whole}", label: "b", addressees: [{ organization: "social-laws" }] },
    ],
    as: "training",
  },
  {
    at: "2018-01-09T13:00:00Z",
    by: "editor",
    heed: ["recommendation", "add", "2016", "--reference", "2016-03"],
    http: ["post", "/reports/{report}/recommendations", { reference: "2016-03" }],
    as: "third",
  },
  ...others.map(
    (number): Step => ({
      at: `2018-01-09T14:0${number}:00Z`,
      by: "editor",
      heed: ["recommendation", "add", "2016", "--reference", `2016-0${number}`, "--addressee", "just"],
      http: [
        "post",
        "/reports/{report}/recommendations",
        { reference: `2016-0${number}`, addressees: [{ organization: "justice" }] },
      ],
      as: `other-${number}`,
    }),
  ),
  {
    at: on("01-10"),
    by: "editor",
    heed: ["recommendation", "remove", "2016", "2016-03"],
    http: ["delete", "/reports/{report}/recommendations/{third}"],
  },
  {
    at: "2018-01-10T10:00:00Z",
    by: "editor",
    heed: ["recommendation", "change", "2016", "2016-01", "--change", '{"themes":["training"]}'],
    http: ["patch", "/reports/{report}/recommendations/{interpreters}", { themes: ["training"] }],
  },
  {
    at: "2018-01-10T11:00:00Z",
    by: "editor",
    heed: ["report", "change", "2016", "--change", '{"title":{"nl":"Gehoord"}}'],
    http: ["patch", "/reports/{report}", { title: { nl: "Gehoord" } }],
  },
  {
    at: on("01-15"),
    by: "editor",
    heed: ["report", "publish", "2016", "--to-parliament", "2018-01-15"],
    http: ["post", "/reports/{report}/publications", { transmittedToParliamentOn: "2018-01-15" }],
  },
  {
    at: "2018-01-15T10:00:00Z",
    by: "editor",
    heed: ["recommendation", "link", "2016-01", "2015-02", "--type", "repeats"],
    http: ["post", "/recommendations/{interpreters}/links", { type: "repeats", to: "2015-02" }],
  },
  {
    at: on("01-16"),
    by: "editor",
    heed: [
      ...["cycle", "open", "--year", "2017", "--by", "myria", "--opens", "2018-01-16"],
      ...["--updates-due", "2018-04-30", "--assessments-due", "2018-06-29"],
    ],
    http: [
      "post",
      "/reportingCycles",
      {
        issuingBody: "myria",
        year: 2017,
        opensOn: "2018-01-16",
        updatesDueOn: "2018-04-30",
        assessmentsDueOn: "2018-06-29",
      },
    ],
    as: "cycle",
  },
  {
    at: on("01-17"),
    by: "editor",
    heed: ["cycle", "change", "2017", "--change", '{"assessmentsDueOn":"2018-06-30"}'],
    http: ["patch", "/reportingCycles/2017", { assessmentsDueOn: "2018-06-30" }],
  },
  {
    at: on("01-18"),
    by: "editor",
    heed: ["cycle", "select", "2017", "--theme", "victims", "--reason", "Of weight this year."],
    http: ["post", "/reportingCycles/2017/selections", { themes: ["victims"], reason: "Of weight this year." }],
  },
  // February and March: the addressees answer and promise.
  {
    at: on("02-20"),
    by: "justice",
    heed: ["response", "record", ...interpreters, "--position", "accepted", "--reason", "Needed."],
    http: ["post", "/followUps/{interpreters:justice}/responses", { position: "accepted", reason: "Needed." }],
  },
  {
    at: on("02-21"),
    by: "justice",
    heed: ["commitment", "record", ...interpreters, "--description", "A register.", "--due", "2018-09-28"],
    http: [
      "post",
      "/followUps/{interpreters:justice}/commitments",
      { description: "A register.", due: { on: "2018-09-28", precision: "day" } },
    ],
    as: "promise",
  },
  {
    at: on("02-26"),
    by: "police",
    heed: ["response", "record", ...police, "--position", "acceptedInPrinciple"],
    http: ["post", "/followUps/{interpreters:federal-police}/responses", { position: "acceptedInPrinciple" }],
  },
  ...answered.map(
    ([reference, followUp]): Step => ({
      at: on("02-27"),
      by: "justice",
      heed: ["response", "record", reference, "--addressee", "just", "--position", "accepted"],
      http: ["post", `/followUps/${followUp}/responses`, { position: "accepted" }],
      together: true,
    }),
  ),
  {
    at: on("03-01"),
    by: "securityOffice",
    heed: ["response", "record", ...reception, "--position", "accepted"],
    http: ["post", "/followUps/{reception:nsso-inspection}/responses", { position: "accepted" }],
  },
  {
    at: on("03-02"),
    by: "inspection",
    heed: ["response", "record", ...training, "--position", "noted"],
    http: ["post", "/followUps/{training:social-laws}/responses", { position: "noted" }],
    as: "misread",
  },
  {
    at: "2018-03-02T15:00:00Z",
    by: "inspection",
    heed: ["entry", "correct", ...training, "--entry", "{misread}", "--change", '{"position":"accepted"}'],
    http: ["patch", "/followUps/{training:social-laws}/entries/{misread}", { position: "accepted" }],
  },
  {
    at: on("03-06"),
    by: "securityOffice",
    heed: ["commitment", "record", ...reception, "--description", "A desk.", "--due", "second quarter 2018"],
    http: [
      "post",
      "/followUps/{reception:nsso-inspection}/commitments",
      { description: "A desk.", due: { on: "2018-06-30", precision: "quarter", wording: "second quarter 2018" } },
    ],
    as: "desk",
  },
  {
    at: on("03-07"),
    by: "police",
    heed: ["evidence", "add", ...police, "--evidence", "document:A list meant for another"],
    http: [
      "post",
      "/followUps/{interpreters:federal-police}/evidence",
      { evidence: evidence("A list meant for another") },
    ],
    as: "astray",
  },
  {
    at: on("03-08"),
    by: "police",
    heed: ["entry", "retract", ...police, "--entry", "{astray}", "--reason", "The wrong follow-up."],
    http: [
      "post",
      "/followUps/{interpreters:federal-police}/retractions",
      { retracts: "{astray}", reason: "The wrong follow-up." },
    ],
  },
  {
    at: on("03-12"),
    by: "inspection",
    file: "letter.pdf",
    heed: ["evidence", "add", ...training, "--file", "document:The letter={file}"],
    http: [
      "post",
      "/followUps/{training:social-laws}/evidence",
      { evidence: [{ kind: "document", title: "The letter", file: "{file}" }] },
    ],
  },
  // April to June: updates, a claim and its verification, deadlines that move or do not.
  {
    at: on("04-20"),
    by: "justice",
    heed: ["draft", "make", ...interpreters, "--act", "update", "--input", JSON.stringify(claimed)],
    http: ["post", "/followUps/{interpreters:justice}/drafts", { act: "update", input: claimed }],
    as: "update",
  },
  {
    at: on("04-21"),
    by: "justice",
    heed: ["draft", "submit", "{update}"],
    http: ["post", "/drafts/{update}/submission"],
  },
  {
    at: on("04-25"),
    by: "securityOffice",
    heed: [
      ...["update", "record", ...reception, "--year", "2017", "--level", "fullyImplemented", "--claim"],
      ...["--evidence", "document:Opening of the desk"],
    ],
    http: [
      "post",
      "/followUps/{reception:nsso-inspection}/progressUpdates",
      { reportingYear: 2017, level: "fullyImplemented", claim: true, evidence: evidence("Opening of the desk") },
    ],
  },
  {
    at: on("05-10"),
    by: "assessor",
    heed: [
      ...["assessment", "record", ...reception, "--year", "2017", "--level", "fullyImplemented"],
      ...["--method", "siteVisit", "--rationale", "It is open.", "--evidence", "document:Minutes of the visit"],
    ],
    http: [
      "post",
      "/followUps/{reception:nsso-inspection}/assessments",
      {
        reportingYear: 2017,
        level: "fullyImplemented",
        method: "siteVisit",
        rationale: "It is open.",
        evidence: evidence("Minutes of the visit"),
      },
    ],
  },
  {
    at: on("05-18"),
    by: "assessor",
    heed: ["draft", "make", ...reception, "--act", "close", "--input", '{"closureReason":"implemented"}'],
    http: [
      "post",
      "/followUps/{reception:nsso-inspection}/drafts",
      { act: "close", input: { closureReason: "implemented" } },
    ],
    as: "closing",
  },
  {
    at: on("05-19"),
    by: "assessor",
    heed: ["draft", "second-reading", "{closing}", "--note", "The visit was on 10 May."],
    http: ["post", "/drafts/{closing}/secondReadings", { note: "The visit was on 10 May." }],
  },
  {
    at: on("05-20"),
    by: "secondReader",
    heed: ["draft", "approve", "{closing}"],
    http: ["post", "/drafts/{closing}/approvals"],
  },
  {
    at: on("05-22"),
    by: "assessor",
    heed: [
      ...["recommendation", "override-level", "2016-02", "--level", "underWay", "--on", "2018-05-22"],
      ...["--reason", "en:The desk is the easier half."],
    ],
    http: [
      "post",
      "/recommendations/{whole}/levelOverrides",
      { level: "underWay", on: "2018-05-22", reason: { en: "The desk is the easier half." } },
    ],
    as: "override",
  },
  {
    at: on("05-28"),
    by: "assessor",
    heed: [
      ...["recommendation", "withdraw-override", "2016-02", "--on", "2018-05-28"],
      ...["--reason", "en:The parts tell enough."],
    ],
    http: [
      "post",
      "/recommendations/{whole}/levelOverrides/{override}/withdrawals",
      { on: "2018-05-28", reason: { en: "The parts tell enough." } },
    ],
  },
  {
    at: on("06-01"),
    by: "justice",
    heed: [
      ...["deadline", "request", ...interpreters, "--of", "{promise}", "--to", "2018-12-14"],
      ...["--reason", "The tender.", "--requested-by", "Minister of Justice"],
    ],
    http: [
      "post",
      "/followUps/{interpreters:justice}/deadlineRequests",
      {
        target: { kind: "commitment", commitment: "{promise}" },
        to: { on: "2018-12-14", precision: "day" },
        reason: "The tender.",
        requestedBy: "Minister of Justice",
      },
    ],
    as: "later",
  },
  {
    at: on("06-08"),
    by: "editor",
    heed: [
      ...["deadline", "decide", ...interpreters, "--request", "{later}", "--decision", "granted"],
      ...["--decided-by", "Council of Ministers", "--reason", "A tender takes time."],
    ],
    http: [
      "post",
      "/followUps/{interpreters:justice}/deadlineChanges",
      {
        request: "{later}",
        decision: "granted",
        decidedBy: "Council of Ministers",
        reason: "A tender takes time.",
      },
    ],
    as: "move",
  },
  {
    at: on("06-12"),
    by: "assessor",
    heed: ["deadline", "contest", ...interpreters, "--change", "{move}", "--reason", "Victims wait."],
    http: ["post", "/followUps/{interpreters:justice}/deadlineContests", { change: "{move}", reason: "Victims wait." }],
  },
  {
    at: on("06-20"),
    by: "police",
    heed: [
      ...["deadline", "request", ...police, "--of", "implementation", "--to", "2019-12-31"],
      ...["--reason", "Staff.", "--requested-by", "Commissioner General"],
    ],
    http: [
      "post",
      "/followUps/{interpreters:federal-police}/deadlineRequests",
      {
        target: { kind: "implementation" },
        to: { on: "2019-12-31", precision: "day" },
        reason: "Staff.",
        requestedBy: "Commissioner General",
      },
    ],
    as: "staff",
  },
  {
    at: on("06-27"),
    by: "editor",
    heed: [
      ...["deadline", "decide", ...police, "--request", "{staff}", "--decision", "refused"],
      ...["--decided-by", "Minister of the Interior", "--reason", "It cannot wait."],
    ],
    http: [
      "post",
      "/followUps/{interpreters:federal-police}/deadlineChanges",
      {
        request: "{staff}",
        decision: "refused",
        decidedBy: "Minister of the Interior",
        reason: "It cannot wait.",
      },
    ],
  },
  {
    at: on("06-28"),
    by: "police",
    heed: [
      ...["deadline", "request", ...police, "--of", "implementation", "--to", "2019-06-30"],
      ...["--reason", "Staff.", "--requested-by", "Commissioner General"],
    ],
    http: [
      "post",
      "/followUps/{interpreters:federal-police}/deadlineRequests",
      {
        target: { kind: "implementation" },
        to: { on: "2019-06-30", precision: "day" },
        reason: "Staff.",
        requestedBy: "Commissioner General",
      },
    ],
    as: "again",
  },
  {
    at: on("06-29"),
    by: "police",
    heed: ["deadline", "withdraw", ...police, "--request", "{again}"],
    http: ["post", "/followUps/{interpreters:federal-police}/deadlineRequestWithdrawals", { request: "{again}" }],
  },
  // July to September: others speak, a closed follow-up is reopened, the police becomes another organization.
  {
    at: on("07-05"),
    by: "editor",
    heed: ["observation", "add", ...training, "--by", "PAG-ASA", "--text", "No course was held."],
    http: ["post", "/followUps/{training:social-laws}/observations", { by: "PAG-ASA", text: "No course was held." }],
  },
  {
    at: on("08-01"),
    by: "assessor",
    heed: [
      ...["follow-up", "reopen", ...reception, "--reason", "The desk is closed.", "--due", "2018-11-30"],
      ...["--second-reader", "B. Wouters"],
    ],
    http: [
      "post",
      "/followUps/{reception:nsso-inspection}/reopenings",
      {
        reason: "The desk is closed.",
        newDue: { on: "2018-11-30", precision: "day" },
        secondReader: "B. Wouters",
      },
    ],
  },
  {
    at: on("08-20"),
    by: "editor",
    heed: ["organization", "add", "--code", "ip", "--name", "en:Integrated Police", "--level", "police"],
    http: ["post", "/organizations", { code: "ip", name: { en: "Integrated Police" }, level: "police" }],
    as: "ip",
  },
  {
    at: "2018-08-20T10:00:00Z",
    by: "editor",
    heed: ["organization", "correct", "ip", "--change", '{"name":{"nl":"Geïntegreerde politie"}}'],
    http: ["patch", "/organizations/{ip}", { name: { nl: "Geïntegreerde politie" } }],
  },
  {
    at: on("08-21"),
    by: "editor",
    heed: [
      ...["organization", "change", "--type", "renamed", "--on", "2018-09-01", "--original", "fedpol"],
      ...["--result", "ip"],
    ],
    http: [
      "post",
      "/organizationChanges",
      { type: "renamed", on: "2018-09-01", originals: ["federal-police"], results: [{ organization: "{ip}" }] },
    ],
  },
  {
    at: on("09-03"),
    by: "integratedPolice",
    heed: ["commitment", "record", ...police, "--description", "Interpreters on call."],
    http: ["post", "/followUps/{interpreters:federal-police}/commitments", { description: "Interpreters on call." }],
  },
  {
    at: on("09-14"),
    by: "securityOffice",
    heed: ["commitment", "outcome", ...reception, "--commitment", "{desk}", "--outcome", "met"],
    http: [
      "post",
      "/followUps/{reception:nsso-inspection}/commitmentOutcomes",
      { commitment: "{desk}", outcome: "met" },
    ],
  },
  // October and November: corrections, a withdrawn claim, findings, and decisions of editors.
  {
    at: on("10-01"),
    by: "editor",
    heed: ["report", "correct", "2016", "--change", '{"transmittedToGovernmentOn":"2018-01-16"}'],
    http: ["patch", "/reports/{report}", { transmittedToGovernmentOn: "2018-01-16" }],
  },
  {
    at: on("10-02"),
    by: "editor",
    heed: [
      "recommendation",
      "correct",
      "2016-01",
      "--change",
      '{"text":{"en":"Hear them with a trained interpreter."}}',
    ],
    http: ["patch", "/recommendations/{interpreters}", { text: { en: "Hear them with a trained interpreter." } }],
  },
  {
    at: on("10-10"),
    by: "justice",
    heed: [
      ...["update", "record", ...interpreters, "--year", "2018", "--level", "fullyImplemented", "--claim"],
      ...["--evidence", "law:Act of 1 October"],
    ],
    http: [
      "post",
      "/followUps/{interpreters:justice}/progressUpdates",
      {
        reportingYear: 2018,
        level: "fullyImplemented",
        claim: true,
        evidence: [{ kind: "law", title: "Act of 1 October" }],
      },
    ],
    as: "claim",
  },
  {
    at: on("10-20"),
    by: "justice",
    heed: ["update", "withdraw", ...interpreters, "--update", "{claim}", "--reason", "Too early."],
    http: ["post", "/followUps/{interpreters:justice}/claimWithdrawals", { update: "{claim}", reason: "Too early." }],
  },
  {
    at: on("11-05"),
    by: "assessor",
    heed: [
      ...["assessment", "record", ...interpreters, "--year", "2018", "--level", "partiallyImplemented"],
      ...["--method", "interview", "--rationale", "Some zones."],
    ],
    http: [
      "post",
      "/followUps/{interpreters:justice}/assessments",
      { reportingYear: 2018, level: "partiallyImplemented", method: "interview", rationale: "Some zones." },
    ],
  },
  // What one inspection answers waits for its publication.
  {
    at: on("11-05"),
    by: "editor",
    heed: [
      ...["settings", "change", "--set", "publicationOfAnswers=byAct", "--from", "2018-11-05"],
      ...["--reason", "Until it is printed."],
    ],
    http: [
      "post",
      "/settingChanges",
      { changes: { publicationOfAnswers: "byAct" }, from: "2018-11-05", reason: "Until it is printed." },
    ],
  },
  {
    at: on("11-06"),
    by: "inspection",
    heed: ["response", "record", ...training, "--position", "notCompetent"],
    http: ["post", "/followUps/{training:social-laws}/responses", { position: "notCompetent" }],
    as: "waiting",
  },
  {
    at: on("11-07"),
    by: "editor",
    heed: ["follow-up", "uphold-not-competent", ...training, "--reason", "A matter of the communities."],
    http: ["post", "/followUps/{training:social-laws}/notCompetentUpheld", { reason: "A matter of the communities." }],
  },
  {
    at: "2018-11-07T17:00:00Z",
    by: "editor",
    heed: ["entry", "publish", ...training, "--entry", "{waiting}"],
    http: ["post", "/followUps/{training:social-laws}/answerPublications", { answer: "{waiting}" }],
  },
  {
    at: "2018-11-07T18:00:00Z",
    by: "editor",
    heed: [
      ...["settings", "change", "--set", "publicationOfAnswers=atSubmission", "--from", "2018-11-08"],
      ...["--reason", "It is printed."],
    ],
    http: [
      "post",
      "/settingChanges",
      { changes: { publicationOfAnswers: "atSubmission" }, from: "2018-11-08", reason: "It is printed." },
    ],
  },
  {
    at: on("11-08"),
    by: "editor",
    heed: ["follow-up", "change-role", ...police, "--to", "lead", "--reason", "It has the most to do."],
    http: [
      "post",
      "/followUps/{interpreters:federal-police}/roleChanges",
      { role: "lead", reason: "It has the most to do." },
    ],
  },
  {
    at: on("11-09"),
    by: "editor",
    heed: [
      ...["follow-up", "decide-successor", "2009-01-just", "--change", "houses-of-justice"],
      ...["--successor", "houses-of-justice", "--reason", "It is theirs."],
    ],
    http: [
      "post",
      "/followUps/2009-01-just/successorDecisions",
      { change: "houses-of-justice", successor: "houses-of-justice", reason: "It is theirs." },
    ],
  },
  // December: a closure, and the cycle is published and closed.
  {
    at: on("12-03"),
    by: "assessor",
    heed: [
      ...["follow-up", "close", ...police, "--closure", "overtakenByEvents", "--reason", "A new Act."],
      ...["--single-reader", "The other is ill."],
    ],
    http: [
      "post",
      "/followUps/{interpreters:federal-police}/closures",
      { closureReason: "overtakenByEvents", reason: "A new Act.", singleReader: "The other is ill." },
    ],
  },
  {
    at: on("12-10"),
    by: "editor",
    heed: ["cycle", "publish", "2017"],
    http: ["post", "/reportingCycles/2017/publications", {}],
  },
  {
    at: on("12-14"),
    by: "editor",
    heed: ["cycle", "close", "2017"],
    http: ["post", "/reportingCycles/2017/closures", {}],
  },
  {
    at: on("12-20"),
    by: "editor",
    heed: ["cycle", "erratum", "2017", "--text", "It had told its progress.", "--follow-up", "2015-01-cls"],
    http: ["post", "/reportingCycles/2017/errata", { text: "It had told its progress.", followUp: "2015-01-cls" }],
  },
  {
    at: "2018-12-20T10:00:00Z",
    by: "editor",
    heed: ["recommendation", "link", "2016-02", "2015-02", "--type", "relatesTo"],
    http: ["post", "/recommendations/{whole}/links", { type: "relatesTo", to: "2015-02" }],
    as: "mistaken",
  },
  {
    at: "2018-12-20T11:00:00Z",
    by: "editor",
    heed: ["recommendation", "unlink", "2016-02", "--reason", "Another demand was meant."],
    http: ["post", "/recommendations/{whole}/links/{mistaken}/withdrawals", { reason: "Another demand was meant." }],
  },
  // What the body collects for its next report.
  {
    at: "2018-12-20T12:00:00Z",
    by: "editor",
    heed: [
      ...["item", "add", "--kind", "judgment", "--by", "myria", "--reference", "JUD-2017-1", "--year", "2017"],
      ...["--title", "en:The quarry", "--content", '{"court":"Court of appeal of Ghent","decidedOn":"2017-05-09"}'],
    ],
    http: [
      "post",
      "/collectedItems",
      {
        ...{ kind: "judgment", issuingBody: "myria", reference: "JUD-2017-1", year: 2017, title: { en: "The quarry" } },
        content: { court: "Court of appeal of Ghent", decidedOn: "2017-05-09" },
      },
    ],
    as: "judgment",
  },
  {
    at: "2018-12-20T13:00:00Z",
    by: "editor",
    heed: ["item", "correct", "JUD-2017-1", "--change", '{"content":{"outcome":"acquitted"}}'],
    http: ["patch", "/collectedItems/{judgment}", { content: { outcome: "acquitted" } }],
  },
  {
    at: "2018-12-20T13:10:00Z",
    by: "editor",
    heed: ["recommendation", "rest", "2016-02", "--item", "JUD-2017-1", "--place", "paragraph 4"],
    http: ["post", "/recommendations/{whole}/grounds", { item: "{judgment}", place: "paragraph 4" }],
    as: "ground",
  },
  {
    at: "2018-12-20T13:20:00Z",
    by: "editor",
    heed: [
      ...["item", "add", "--kind", "series", "--by", "myria", "--reference", "STAT-17", "--year", "2017"],
      ...["--title", "en:Victims", "--content"],
      '{"definition":{"en":"Who was met."},"unit":"persons","rows":[{"code":"women"},{"code":"men"}],"filledBy":["Payoke"],"smallBelow":0,"publishedTo":2017}',
    ],
    http: [
      "post",
      "/collectedItems",
      {
        ...{ kind: "series", issuingBody: "myria", reference: "STAT-17", year: 2017, title: { en: "Victims" } },
        content: {
          ...{ definition: { en: "Who was met." }, unit: "persons", rows: [{ code: "women" }, { code: "men" }] },
          ...{ filledBy: ["Payoke"], smallBelow: 0, publishedTo: 2017 },
        },
      },
    ],
    as: "series",
  },
  {
    at: "2018-12-20T13:30:00Z",
    by: "editor",
    heed: [
      ...["item", "add", "--kind", "figures", "--by", "myria", "--reference", "FIG-1", "--year", "2017"],
      ...["--title", "en:Victims, 2017", "--content"],
      '{"series":"STAT-17","deliveredBy":"Payoke","deliveredOn":"2018-03-01","cells":[{"row":"women","value":31},{"row":"men","value":12}]}',
    ],
    http: [
      "post",
      "/collectedItems",
      {
        ...{ kind: "figures", issuingBody: "myria", reference: "FIG-1", year: 2017, title: { en: "Victims, 2017" } },
        content: {
          ...{ series: "STAT-17", deliveredBy: "Payoke", deliveredOn: "2018-03-01" },
          cells: [
            { row: "women", value: 31 },
            { row: "men", value: 12 },
          ],
        },
      },
    ],
  },
  {
    at: "2018-12-20T13:40:00Z",
    by: "editor",
    heed: ["recommendation", "rest", "2016-02", "--item", "STAT-17", "--year", "2017"],
    http: ["post", "/recommendations/{whole}/grounds", { item: "{series}", year: 2017 }],
  },
  {
    at: "2018-12-20T13:50:00Z",
    by: "editor",
    heed: [
      ...["item", "add", "--kind", "meeting", "--by", "myria", "--reference", "MEET-1", "--year", "2017"],
      ...["--title", "en:The bureau", "--content", '{"of":"bureau","on":"2017-10-02","decisions":"2016"}'],
    ],
    http: [
      "post",
      "/collectedItems",
      {
        ...{ kind: "meeting", issuingBody: "myria", reference: "MEET-1", year: 2017, title: { en: "The bureau" } },
        content: { of: "bureau", on: "2017-10-02", decisions: "2016" },
      },
    ],
  },
  {
    at: "2018-12-20T14:00:00Z",
    by: "editor",
    heed: ["item", "withdraw", "JUD-2017-1", "--reason", "It was quashed."],
    http: ["post", "/collectedItems/{judgment}/withdrawals", { reason: "It was quashed." }],
  },
  {
    at: "2018-12-20T14:20:00Z",
    by: "editor",
    heed: [
      ...["item", "add", "--kind", "contact", "--by", "myria", "--reference", "CON-2017-1", "--year", "2017"],
      ...["--title", "en:Numbers", "--content"],
      '{"organization":"Payoke","name":"N. N.","purpose":"Numbers","retainUntil":"2018-12-31","obtainedFrom":"N. N."}',
    ],
    http: [
      "post",
      "/collectedItems",
      {
        ...{ kind: "contact", issuingBody: "myria", reference: "CON-2017-1", year: 2017, title: { en: "Numbers" } },
        content: {
          ...{ organization: "Payoke", name: "N. N.", purpose: "Numbers" },
          ...{ retainUntil: "2018-12-31", obtainedFrom: "N. N." },
        },
      },
    ],
    as: "contact",
  },
  {
    at: "2018-12-20T14:40:00Z",
    by: "editor",
    heed: ["item", "erase", "CON-2017-1"],
    http: ["delete", "/collectedItems/{contact}"],
  },
  // What the report says besides its recommendations.
  {
    at: "2018-12-20T15:00:00Z",
    by: "editor",
    heed: [
      ...[
        "section",
        "add",
        "2016",
        "--reference",
        "judgments",
        "--title",
        "en:Case law",
        "--text",
        "en:Two judgments.",
      ],
      ...["--authentic", "en"],
    ],
    http: [
      "post",
      "/reports/{report}/sections",
      {
        ...{ reference: "judgments", title: { en: "Case law" }, text: { en: "Two judgments." } },
        authenticLanguage: "en",
      },
    ],
    as: "section",
  },
  {
    at: "2018-12-20T16:00:00Z",
    by: "editor",
    heed: ["section", "correct", "judgments", "--change", '{"state":"final","text":{"en":"Three judgments."}}'],
    http: ["patch", "/reportSections/{section}", { state: "final", text: { en: "Three judgments." } }],
  },
  {
    at: "2018-12-20T17:00:00Z",
    by: "editor",
    heed: ["section", "withdraw", "judgments", "--reason", "It is for the next report."],
    http: ["post", "/reportSections/{section}/withdrawals", { reason: "It is for the next report." }],
  },
  {
    at: on("12-21"),
    by: "editor",
    heed: ["settings", "change", "--set", "responsePeriod=3 months", "--from", "2019-01-01", "--reason", "Agreed."],
    http: [
      "post",
      "/settingChanges",
      { changes: { responsePeriod: { amount: 3, unit: "months" } }, from: "2019-01-01", reason: "Agreed." },
    ],
  },
];
