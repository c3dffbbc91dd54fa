import { NewSignInLink, signInLinkPath } from "@heed/core/users/sign-in-link";
import { isPageLanguage } from "@heed/portal";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { SignInLinkAnswer } from "../schemas/access.ts";

export const makeSignInLink = operation({
  id: "makeSignInLink",
  method: "post",
  path: "/users/{id}/signInLinks",
  tag: "access",
  summary: "An address by which a user signs in on the pages, once; it is told once and not stored",
  secured: true,
  creates: true,
  secret: true,
  params: idParameter,
  input: NewSignInLink,
  output: SignInLinkAnswer,
  async handle({ access, pageAddress }, { id }, body) {
    const user = await access.user(id);
    if (user === undefined) throw notFound("user", id);
    const { secret, expiresAt } = await access.signInLink(id, body);
    const language = isPageLanguage(user.language) ? user.language : "en";
    return {
      body: { ...(secret && { address: pageAddress(signInLinkPath(language, secret)) }), expiresAt },
    };
  },
});
