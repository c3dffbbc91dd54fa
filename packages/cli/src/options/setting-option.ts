import { InvalidArgumentError, Option } from "commander";

type Settings = Record<string, unknown>;

/** `--set dueSoonDays=14 --set "responsePeriod=3 months"` */
export function settingOption(flags: string, about: string): Option {
  return new Option(flags, about).argParser((given: string, before: Settings | undefined) => ({
    ...before,
    ...readSetting(given),
  }));
}

function readSetting(given: string): Settings {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(given) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError("Write its name and value, such as dueSoonDays=14.");
  const [, amount, unit] = /^(\d+) +([a-z]+)$/.exec(value) ?? [];
  if (amount !== undefined) return { [name]: { amount: Number(amount), unit } };
  return { [name]: /^\d+$/.test(value) ? Number(value) : value };
}
