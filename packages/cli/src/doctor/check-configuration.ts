import type { SignInFile } from "@heed/api";
import { DomainError } from "@heed/core";
import { readYaml } from "@heed/files";
import type { Command } from "commander";
import { heldConfiguration, unknownVariables } from "../configuration/held-configuration.ts";
import { remindersOf } from "../options/mail-options.ts";
import { clientSecretOf } from "../options/session-options.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";
import type { Installation } from "./installation.ts";

const part = "configuration";

/** Whether each key can be used, and whether what belongs together is there. */
export async function checkConfiguration(program: Command, installation: Installation): Promise<Finding[]> {
  const keys = heldConfiguration(program);
  const wrong = keys.flatMap(({ key, value, file, variable, fault: why }) =>
    why === undefined
      ? []
      : [fault(part, `${key} is ${JSON.stringify(value)}. ${why}`, `Correct ${file ?? variable}.`)],
  );
  const unknown = unknownVariables().map((name) =>
    warning(part, `Nothing reads the variable ${name}.`, "Correct its name, or remove it."),
  );
  const together = [
    ...(await faultsOf(installation.filesAt)),
    ...(await faultsOf(() => remindersOf(installation.mail))),
    ...(await faultsOf(async () => {
      const file = await signInOf(installation);
      return file && clientSecretOf(installation.signIn ?? "", file, installation.publicUrl);
    })),
  ];
  const found = [...wrong, ...unknown, ...together];
  const said = keys.filter(({ from }) => from !== "usual").length;
  return found.length > 0 ? found : [fine(part, `${said} of ${keys.length} keys are set, and can be used.`)];
}

/** The sign-in file, where one is named. Errors: unreadableFile, invalidInput. */
export async function signInOf({ signIn }: Pick<Installation, "signIn">): Promise<SignInFile | undefined> {
  if (signIn === undefined) return undefined;
  const { SignInFile: schema } = await import("@heed/api");
  return (await readYaml(signIn, schema, "invalidInput")).value;
}

async function faultsOf(read: () => Promise<unknown>): Promise<Finding[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const places = error.issues.map(({ name = "", detail }) => `${name} ${detail}`.trim()).join("; ");
    const text = error.message.includes(places) ? error.message : `${error.message}: ${places}`;
    return [fault(part, `${text}.`, "heed config show tells what holds.")];
  }
}
