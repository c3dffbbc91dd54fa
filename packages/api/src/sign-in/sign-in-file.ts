import { ReaderRole } from "@heed/core/access/right";
import { ShortText } from "@heed/core/text/bounded-text";
import { z } from "zod";
import { isOfThisMachine } from "./this-machine.ts";

const Name = ShortText.min(1);

/** What a claim of the issuer gives to who has that value in it: a role, and for whom it is held. */
const GivenByClaim = z
  .strictObject({
    claim: Name.describe("The name of the claim: its value is a text, or a list of texts."),
    value: Name,
    role: ReaderRole,
    organizations: z.array(Name).default([]).describe("By id or code."),
    organizationsFrom: Name.optional().describe("Or else the claim that names the organizations, by id or code."),
  })
  .superRefine(({ role, organizations, organizationsFrom }, { addIssue }) => {
    const fault = (path: string, message: string) => addIssue({ code: "custom", path: [path], message });
    const namesSome = organizations.length > 0 || organizationsFrom !== undefined;
    const named = organizationsFrom === undefined ? "organizations" : "organizationsFrom";
    if (organizations.length > 0 && organizationsFrom !== undefined)
      fault(named, "is given beside organizations: give one of the two");
    if (role === "respondent" && !namesSome) fault("role", "needs organizations: a respondent answers for some");
    if (namesSome && !heldForSome.includes(role)) fault(named, `is given, but the role ${role} is for no organization`);
  });

const heldForSome: readonly string[] = ["respondent", "editor", "assessor"];

const issuerAddress = z.url({ protocol: /^https?$/, error: "is not an address such as https://login.example.org" });

/** Who could change the keys on their way could sign tokens. */
const keysAddress = ShortText.refine((address) => {
  return (URL.canParse(address) && new URL(address).protocol === "https:") || isOfThisMachine(address);
}, "is not an address that begins with https://, nor one of this machine");

/** What Heed is at the issuer, so that people sign in on the pages. */
const SignInClient = z.strictObject({
  id: Name,
  secretFile: Name.optional().describe("The file with its secret, beside this one; or else HEED_CLIENT_SECRET has it."),
  scopes: z.array(Name).default(["openid", "profile"]),
});

/** The file of `serve --sign-in`: an issuer of OpenID Connect whose tokens the API takes, and what its claims give. */
export const SignInFile = z
  .strictObject({
    issuer: issuerAddress.describe("As the tokens name it (`iss`)."),
    audience: Name.describe("What the tokens must be for (`aud`)."),
    keys: keysAddress.describe("The address of the issuer's public keys (`jwks_uri`)."),
    algorithms: z
      .array(z.enum(["RS256", "ES256"]))
      .min(1)
      .default(["RS256"]),
    clockTolerance: z
      .int()
      .min(0)
      .max(300)
      .default(30)
      .describe("By how many seconds the clocks of the issuer and of this machine may differ."),
    rights: z.array(GivenByClaim).default([]),
    client: SignInClient.optional(),
  })
  .superRefine(({ issuer, client }, { addIssue }) => {
    if (client !== undefined && !issuer.startsWith("https:") && !isOfThisMachine(issuer))
      addIssue({ code: "custom", path: ["issuer"], message: "does not begin with https://: nobody signs in over it" });
  });
export type SignInFile = z.output<typeof SignInFile>;
