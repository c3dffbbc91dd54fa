import { actionRoles } from "@heed/core/acting/action-rule";
import { actsOfRole } from "@heed/core/tokens/own-token";
import type { Say } from "../../language/say.ts";

/** Each role with all acts that it may do, by the names that limit a token to some of them. */
export function ActsOfRoles({ say }: { say: Say }) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say.message("tokens.acts.all")}</span>
      </summary>
      <p class="govuk-body">{say.message("tokens.acts.all.text")}</p>
      <dl>
        {actionRoles.map((role) => (
          <div key={role}>
            <dt class="govuk-!-font-weight-bold">{say.message(`users.role.${role}`)}</dt>
            <dd>
              <code class="heed-digest">{actsOfRole(role).join(", ") || "–"}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
