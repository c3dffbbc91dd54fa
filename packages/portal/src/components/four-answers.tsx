import type { Standing } from "@heed/core";
import type { Asked } from "../asked/asked.ts";
import { Facts } from "./facts.tsx";
import { TimelinessTag } from "./timeliness-tag.tsx";

type Props = {
  asked: Pick<Asked, "say" | "asOf">;
  answers: Pick<Standing, "reported" | "assessed"> & {
    [Other in "position" | "lifecycle" | "closureReason" | "timeliness" | "verificationTimeliness"]?:
      | Standing[Other]
      | undefined;
  };
};

/** The four answers as four lines, never blended; what is not there is told as such, with the day. */
export function FourAnswers({ asked: { say, asOf }, answers }: Props) {
  const { position, reported, assessed, lifecycle, closureReason, timeliness, verificationTimeliness } = answers;
  const day = say.day(asOf);
  return (
    <Facts
      facts={[
        ...(position === undefined
          ? []
          : [
              {
                name: say.message("answer.position"),
                value:
                  position === "awaiting" ? (
                    <None>{say.message("answer.none.position", { day })}</None>
                  ) : (
                    say.label("position", position)
                  ),
              },
            ]),
        {
          name: say.message("answer.level"),
          value: (
            <ul class="heed-voices">
              <li class="heed-voice heed-voice--addressee">
                <span>{`${say.message("answer.says")}${say.colon.trimEnd()}`}</span>{" "}
                {reported === "notReported" ? (
                  <None>{say.message("answer.none.reported", { day })}</None>
                ) : (
                  <strong>{say.label("reportedLevel", reported)}</strong>
                )}
              </li>
              <li class="heed-voice heed-voice--issuing-body">
                <span>{`${say.message("answer.finds")}${say.colon.trimEnd()}`}</span>{" "}
                {assessed === "notAssessed" ? (
                  <None>{say.message("answer.none.assessed", { day })}</None>
                ) : (
                  <strong>{say.label("assessedLevel", assessed)}</strong>
                )}
              </li>
            </ul>
          ),
        },
        ...(lifecycle === undefined
          ? []
          : [
              {
                name: say.message("answer.lifecycle"),
                value: `${say.label("lifecycle", lifecycle)}${closureReason ? `${say.colon}${say.label("closureReason", closureReason)}` : ""}`,
              },
            ]),
        ...(timeliness === undefined
          ? []
          : [
              {
                name: say.message("answer.timeliness"),
                value: (
                  <>
                    <TimelinessTag say={say} timeliness={timeliness} />
                    {verificationTimeliness !== undefined && (
                      <>
                        {" "}
                        {say.message("answer.verification")}{" "}
                        <TimelinessTag say={say} timeliness={verificationTimeliness} />
                      </>
                    )}
                  </>
                ),
              },
            ]),
      ]}
    />
  );
}

function None({ children }: { children: string }) {
  return <em class="heed-none">{children}</em>;
}
