import type { Say } from "../language/say.ts";
import type { MessageKey } from "../messages/en.ts";

const formats = ["pdf", "docx", "html", "md"] as const;

/** A document in each of its formats. */
export function DocumentLinks({
  say,
  text,
  year,
  name,
  address,
}: {
  say: Say;
  text: Extract<MessageKey, `document.${string}`>;
  year?: number;
  name?: string;
  address: (format: string) => string;
}) {
  return (
    <p class="govuk-body heed-downloads">
      {say.message(text, { year: String(year), name: name ?? "" })}{" "}
      {formats.map((format, index) => (
        <span key={format}>
          {index > 0 && ", "}
          <a class="govuk-link" href={address(format)} rel="nofollow">
            {say.message(`document.${format}`)}
          </a>
        </span>
      ))}
    </p>
  );
}
