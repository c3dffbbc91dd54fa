import type { Role } from "../follow-up/follow-up.ts";
import { responseDeadlineOf } from "../follow-up/replay/prepared-case.ts";
import type { Settings } from "../settings/settings.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { Draft } from "./draft.ts";
import type { NewPublication } from "./publish.ts";

/** What an addressee gets by a publication. */
export type ForeseenAddressee = {
  organization: Id;
  /** The recommendations that it has to answer; others are for its information. */
  toAnswer: number;
  forInformation: number;
};

/** What would begin if a draft were published on its days: nothing is decided, and nothing refused. */
export type ForeseenPublication = {
  followUps: number;
  /** Until when each response is due (D1); absent where the report sets none, or its period begins with a day that is not given. */
  responseDue?: Day;
  /** The addressee with most to answer first. */
  addressees: readonly ForeseenAddressee[];
};

type Publication = Omit<ReturnType<typeof NewPublication.parse>, "publishedOn"> & { publishedOn: Day };

/** What would begin with a publication. */
export function foreseePublication(
  { report, recommendations }: { report: Draft["report"]; recommendations: readonly Drafted[] },
  publication: Publication,
  settings: Settings,
): ForeseenPublication {
  const { due } = responseDeadlineOf({ ...report, ...publication, status: "published" }, settings);
  const addressees = new Map<Id, ForeseenAddressee>();
  const followUps = recommendations.flatMap((each) => each.followUps);
  for (const { addressee, role } of followUps) {
    const { toAnswer = 0, forInformation = 0 } = addressees.get(addressee) ?? {};
    addressees.set(addressee, {
      organization: addressee,
      toAnswer: toAnswer + (role === "forInformation" ? 0 : 1),
      forInformation: forInformation + (role === "forInformation" ? 1 : 0),
    });
  }
  return {
    followUps: followUps.length,
    ...(due !== undefined && { responseDue: due }),
    addressees: [...addressees.values()].sort((a, b) => b.toAnswer - a.toAnswer),
  };
}

type Drafted = { followUps: readonly { addressee: Id; role: Role }[] };
