import { DomainError } from "@heed/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { readSecretFile } from "../process/secret-file.ts";

/** By which server mail goes out, from whom, and at which hour of the day. */
export type MailSettings = {
  mailServer?: string;
  mailPasswordFile?: string;
  mailFrom?: string;
  mailBounce?: string;
  mailHour: number;
  publicUrl?: string;
};

export function addMailOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--mail-server <address>", "sends reminders by this server, such as smtp://heed@mail.example.org:587")
        .env("HEED_MAIL_SERVER")
        .argParser(serverAddress),
    )
    .addOption(
      new Option("--mail-password-file <file>", "the password of the mail server's user").env(
        "HEED_MAIL_PASSWORD_FILE",
      ),
    )
    .addOption(
      new Option("--mail-from <sender>", 'who mail is from, such as "Heed <heed@example.org>"')
        .env("HEED_MAIL_FROM")
        .argParser(sender),
    )
    .addOption(
      new Option("--mail-bounce <address>", "where mail goes back to that cannot be delivered (default: the sender)")
        .env("HEED_MAIL_BOUNCE")
        .argParser(sender),
    )
    .addOption(
      new Option("--mail-hour <hour>", "the hour of the day from which reminders go out")
        .env("HEED_MAIL_HOUR")
        .default(7)
        .argParser(hour),
    );
}

/** Errors: invalidInput where something that mail needs is not given, or the password cannot be read. */
export async function remindersOf(options: MailSettings) {
  const { mailServer: server, mailFrom: from, mailBounce: bounce, mailPasswordFile, mailHour, publicUrl } = options;
  if (server === undefined) return undefined;
  const needs = (name: string, detail: string) =>
    new DomainError("invalidInput", "reminders cannot be sent", [{ name, detail }]);
  if (from === undefined) throw needs("--mail-from (HEED_MAIL_FROM)", "is not given");
  if (publicUrl === undefined) throw needs("--public-url (HEED_PUBLIC_URL)", "is not given: mails lead to it");
  const ofPassword = "--mail-password-file (HEED_MAIL_PASSWORD_FILE)";
  const password =
    mailPasswordFile === undefined
      ? undefined
      : readSecretFile(mailPasswordFile, (detail) => needs(ofPassword, detail));
  if (new URL(server).username !== "" && password === undefined)
    throw needs(ofPassword, "is not given, and the mail server has a user");
  return { mail: { server, from, bounce, password }, publicUrl, hour: mailHour };
}

function serverAddress(text: string): string {
  const isAddress = /^smtps?:\/\/[^/?#\s]+\/?$/.test(text) && URL.canParse(text);
  if (!isAddress) throw new InvalidArgumentError("It is not an address such as smtp://mail.example.org:587.");
  if (new URL(text).password !== "")
    throw new InvalidArgumentError("Name the file of the password with --mail-password-file instead.");
  return text;
}

function sender(text: string): string {
  if (/^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text)) return text;
  throw new InvalidArgumentError('It is not an address such as "Heed <heed@example.org>".');
}

function hour(text: string): number {
  if (/^\d{1,2}$/.test(text) && Number(text) < 24) return Number(text);
  throw new InvalidArgumentError("It is not an hour of the day, 0 to 23.");
}
