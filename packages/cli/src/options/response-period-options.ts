import { DomainError, type Period, PeriodStart } from "@heed/core";
import { InvalidArgumentError, Option } from "commander";
import { readPeriod } from "./read-period.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * The period for an answer, and the event from which it runs, which has an option of its own. Errors: invalidInput when it
 * names an event from which no period runs.
 */
export function responsePeriodOptions(flags: string, about: string) {
  const length = new Option(flags, about).argParser(period);
  const from = new Option("--response-from <event>", "the event from which that period runs").choices(
    PeriodStart.options,
  );
  const valueIn = (values: Values) => {
    const [given, start] = [values[length.attributeName()], values[from.attributeName()]];
    if (start === undefined) return given;
    if (typeof given === "object") return { ...given, from: start };
    throw new DomainError("invalidInput", "an event from which the response period runs needs that period", [
      { name: "--response-from", value: String(start), detail: 'give --response-period too, such as "2 months"' },
    ]);
  };
  return { options: [length, from], valueIn };
}

function period(given: string): Period | "none" {
  if (given === "none") return given;
  const read = readPeriod(given);
  if (read === undefined) throw new InvalidArgumentError('Write it such as "2 months" or "56 days", or none.');
  return read;
}
