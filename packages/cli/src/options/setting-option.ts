import { SettingValues } from "@heed/core/settings/settings";
import { didYouMean } from "@heed/core/text/nearest";
import { Period } from "@heed/core/time/period";
import { InvalidArgumentError, Option } from "commander";
import { readPeriod } from "./read-period.ts";

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
  const settings: Readonly<Record<string, { def: unknown }>> = SettingValues.shape;
  const setting = settings[name];
  if (setting === undefined) {
    const names = Object.keys(settings);
    throw new InvalidArgumentError(`There is no setting ${name}${didYouMean(name, names) || `: ${names.join(", ")}`}.`);
  }
  if (setting.def !== Period.def) return { [name]: /^-?\d+$/.test(value) ? Number(value) : value };
  const period = readPeriod(value);
  if (period === undefined)
    throw new InvalidArgumentError(`Write a number of days, weeks, months or years, such as "${name}=3 months".`);
  return { [name]: period };
}
