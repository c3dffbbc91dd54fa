import { describe, expect, test } from "vitest";
import { actWarnings } from "../../src/acts/warnings.ts";
import { type ActContext, type Day, decideAct, defaultSettings, explain, type FollowUpCase } from "../../src/index.ts";
import { implementationBy, on } from "../asking.ts";
import { aFollowUp, answered, closed, found, given, movedTo, promised, updated } from "../builders.ts";

const accepted = answered("2022-12-01", "accepted");
const underWay = updated("2023-03-01", 2022);
const told = (day: Day, followUp: FollowUpCase) =>
  on(day, followUp)
    .reasons.filter(({ code }) => code === "withoutTimeline")
    .map(explain);
const says =
  "the addressee says that it is under way, which needs a timeline: no date is promised or set by which it will be done (R3)";

describe("under way needs a timeline (R3)", () => {
  test("is told where nothing sets a date, of the addressee and of the issuing body", () => {
    expect(told("2023-04-01", aFollowUp([accepted, underWay]))).toEqual([says]);
    expect(told("2023-04-01", aFollowUp([accepted, found("2023-03-01", "underWay")]))).toEqual([
      says.replace("addressee says", "issuing body finds"),
    ]);
    expect(told("2023-04-01", aFollowUp([accepted, found("2023-03-01", "partiallyImplemented")]))).toEqual([]);
    expect(told("2023-04-01", aFollowUp([accepted, underWay, closed("2023-03-15", "endOfFollowUp")]))).toEqual([]);
  });

  test("a promise with a date is a timeline, from its day and until its outcome, also when the date has passed", () => {
    const kept = aFollowUp([
      accepted,
      underWay,
      promised("2023-04-10", "2023-06-30"),
      given("commitmentOutcome", "2023-09-01", { commitment: "promise", outcome: "abandoned" }),
    ]);
    expect(told("2023-04-09", kept)).toEqual([says]);
    expect(told("2023-04-10", kept)).toEqual([]);
    expect(told("2023-08-31", kept)).toEqual([]);
    expect(told("2023-09-01", kept)).toEqual([says]);
    const vague = aFollowUp([accepted, underWay, given("commitment", "2023-03-02", { description: "A circular." })]);
    expect(told("2023-04-01", vague)).toEqual([says]);
  });

  test("a date of the recommendation's own is a timeline, printed or set later, while it binds", () => {
    expect(told("2023-04-01", aFollowUp([accepted, underWay], implementationBy("2024-05-31")))).toEqual([]);
    const set = movedTo("2023-05-01", "2024-05-31", { kind: "implementation" });
    expect(told("2023-05-01", aFollowUp([accepted, underWay, set]))).toEqual([]);
    const declined = aFollowUp([answered("2022-12-01", "rejected"), underWay], implementationBy("2024-05-31"));
    expect(told("2023-04-01", declined)).toEqual([says]);
  });
});

describe("an act that says under way", () => {
  const context = (followUp: FollowUpCase): ActContext => ({
    case: followUp,
    actor: { id: "j", name: "J. Claes", role: "respondent", organizations: ["justice"] },
    at: "2023-04-01T08:00:00Z",
    today: "2023-04-01",
    settings: defaultSettings,
    newId: () => "new",
  });
  const warned = (level: string, followUp: FollowUpCase) => {
    const made = decideAct("update", context(followUp), { reportingYear: 2022, level });
    return actWarnings(followUp, made, "2023-04-01", defaultSettings);
  };

  test("is warned of without a timeline, and never refused", () => {
    const without = aFollowUp([accepted]);
    expect(warned("underWay", without)).toMatchObject([{ name: "level", value: "underWay" }]);
    expect(warned("announced", without)).toEqual([]);
    expect(warned("partiallyImplemented", without)).toEqual([]);
    expect(warned("underWay", aFollowUp([accepted, promised("2023-01-10", "2023-12-31")]))).toEqual([]);
    // What was said before is not reported again with another act.
    const before = aFollowUp([accepted, underWay]);
    expect(warned("partiallyImplemented", before)).toEqual([]);
  });
});
