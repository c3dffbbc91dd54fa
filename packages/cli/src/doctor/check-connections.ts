import { DomainError } from "@heed/core";
import { remindersOf } from "../options/mail-options.ts";
import { servicePath } from "../process/service-path.ts";
import { signInOf } from "./check-configuration.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";
import type { Installation } from "./installation.ts";

/** Whether the mail server takes mail; nothing is sent. */
export async function checkMail({ mail }: Installation): Promise<Finding[]> {
  const reminders = await remindersOf(mail).catch(onlyIfUsable);
  if (reminders === undefined) return [];
  const { reachMailServer } = await import("@heed/api");
  return reached(
    "mail",
    `${mail.mailServer}`,
    "Look at mailServer and mailPasswordFile, and at the server itself.",
    () => reachMailServer(reminders.mail),
  );
}

/** Whether the keys of the issuer can be read. */
export async function checkIssuer(installation: Installation): Promise<Finding[]> {
  const file = await signInOf(installation).catch(onlyIfUsable);
  if (file === undefined) return [];
  const { reachIssuer } = await import("@heed/api");
  return reached("sign-in", file.issuer, "Look at issuer and keys in the sign-in file, and at the network.", () =>
    reachIssuer(file),
  );
}

const longestWait = 5_000;

/** Whether a service answers at its port, and whether what goes over the network is encrypted. */
export async function checkService({ host, port, publicUrl }: Installation): Promise<Finding[]> {
  const at = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const open =
    publicUrl?.startsWith("http://") && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]?/.test(publicUrl)
      ? [fault("service", `${publicUrl} is not encrypted.`, "Put a proxy with TLS before the service.")]
      : [];
  const answered = await fetch(`${at}${servicePath}/readiness`, { signal: AbortSignal.timeout(longestWait) }).catch(
    () => undefined,
  );
  if (answered === undefined)
    return [...open, warning("service", `Nothing answers at ${at}.`, "Start it: heed serve, or systemctl start heed")];
  await answered.body?.cancel();
  return answered.ok
    ? [...open, fine("service", `It is ready at ${at}.`)]
    : [...open, fault("service", `It is not ready at ${at}: ${answered.status}.`, "Its log tells why.")];
}

async function reached(part: string, what: string, advice: string, reach: () => Promise<void>): Promise<Finding[]> {
  try {
    await reach();
    return [fine(part, `${what} answers.`)];
  } catch (error) {
    return [fault(part, `${what} is not reached: ${reasonOf(error)}.`, advice)];
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

/** What cannot be used is told with the configuration. */
function onlyIfUsable(error: unknown): undefined {
  if (error instanceof DomainError) return undefined;
  throw error;
}
