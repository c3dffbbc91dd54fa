import type { FilesAt } from "@heed/store";
import type { Command } from "commander";
import { usableValues } from "../configuration/held-configuration.ts";
import type { MailSettings } from "../options/mail-options.ts";
import { databaseUrlOf, filesAtOf } from "../process/tracker.ts";

/** What the doctor looks at, as the configuration names it. */
export type Installation = {
  url: string;
  /** Where files of evidence lie. Errors: invalidInput where an object store is not named in whole. */
  filesAt: () => Promise<FilesAt | undefined>;
  backupFolder: string | undefined;
  mail: MailSettings;
  /** The sign-in file. */
  signIn: string | undefined;
  publicUrl: string | undefined;
  host: string;
  port: number;
};

export function installationOf(program: Command, command: Command): Installation {
  const values = usableValues(program) as MailSettings & { signIn?: string; host: string; port: number };
  return {
    url: databaseUrlOf(command),
    filesAt: () => filesAtOf(command),
    backupFolder: process.env.HEED_BACKUP_FOLDER || undefined,
    mail: values,
    signIn: values.signIn,
    publicUrl: values.publicUrl,
    host: values.host,
    port: values.port,
  };
}
