import { render } from "preact-render-to-string";
import type { Say } from "../language/say.ts";

/** A mail as it goes out. The text and the HTML say the same. */
export type Mail = { subject: string; text: string; html: string };

/** Something that is told of one recommendation. */
export type MailItem = { title: string; href: string; lines: readonly string[] };

/** One part of a mail: a heading, a paragraph with where it leads, or a list. */
export type MailPart = { heading: string } | { text: string; href?: string } | { items: readonly MailItem[] };

export function mailOf({ language }: Say, subject: string, parts: readonly MailPart[]): Mail {
  return {
    subject,
    text: `${parts.map(partText).join("\n\n")}\n`,
    html: `<!doctype html>${render(
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <title>{subject}</title>
        </head>
        <body>
          {parts.map((part) => (
            <Part part={part} />
          ))}
        </body>
      </html>,
    )}`,
  };
}

function partText(part: MailPart): string {
  if ("heading" in part) return `${part.heading}\n${"-".repeat([...part.heading].length)}`;
  if ("text" in part) return part.href === undefined ? part.text : `${part.text}\n${part.href}`;
  return part.items
    .map(({ title, href, lines }) => [`* ${title}`, ...lines.map((line) => `  ${line}`), `  ${href}`].join("\n"))
    .join("\n\n");
}

function Part({ part }: { part: MailPart }) {
  if ("heading" in part) return <h2>{part.heading}</h2>;
  if ("text" in part) return <p>{part.href === undefined ? part.text : <a href={part.href}>{part.text}</a>}</p>;
  return (
    <ul>
      {part.items.map(({ title, href, lines }) => (
        <li key={href}>
          <a href={href}>{title}</a>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </li>
      ))}
    </ul>
  );
}
