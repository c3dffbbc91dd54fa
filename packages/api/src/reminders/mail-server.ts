import type { Mail } from "@heed/portal";
import { createTransport } from "nodemailer";

/** The server that mail goes out by, and from whom. */
export type MailOptions = {
  /** `smtp://` or `smtps://`, with the port, and the user where it asks for one. */
  server: string;
  /** The password of that user. */
  password?: string | undefined;
  /** Who it is from, such as `Heed <heed@example.org>`. */
  from: string;
  /** Where mail that cannot be delivered goes back to; the sender where it is absent. */
  bounce?: string | undefined;
};

/** A mail to one person. A message keeps its id however often it is sent, so that a mailbox can tell a repeat. */
export type Outgoing = {
  id: string;
  to: string;
  language: string;
  mail: Mail;
  /** Where a mail program ends it for its reader, without a page (RFC 8058). */
  unsubscribe?: string;
};

export type MailServer = { send: (outgoing: Outgoing) => Promise<void>; close: () => void };

/** Longer than a server that greylists takes to answer, and shorter than the time for which a message is kept from others. */
const longestWait = 20_000;

/**
 * Whether a mail server said for good that there is no such mailbox. What it refuses for another reason, such as its own rules, may be
 * taken another time.
 */
export function isNoMailbox(error: unknown): boolean {
  const {
    code,
    responseCode = 0,
    response = "",
  } = error as { code?: string; responseCode?: number; response?: string };
  if (code !== "EENVELOPE" || ![550, 551, 553].includes(responseCode)) return false;
  // Of the codes of RFC 3463, 5.1 is about the address.
  const [, enhanced] = /^\d{3}[ -](\d\.\d{1,3})\.\d{1,3}\b/.exec(response) ?? [];
  return enhanced === undefined || enhanced === "5.1";
}

export function mailServer(options: MailOptions): MailServer {
  const { from, bounce } = options;
  const transport = transportTo(options);
  const [, host = "heed.invalid"] = /@([^@>\s]+)>?$/.exec(from) ?? [];
  return {
    async send({ id, to, language, mail, unsubscribe }) {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        envelope: { from: bounce ?? from, to },
        messageId: `<${id}@${host}>`,
        headers: {
          "Auto-Submitted": "auto-generated",
          "Content-Language": language,
          ...(unsubscribe !== undefined && {
            "List-Unsubscribe": `<${unsubscribe}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
        },
        ...mail,
      });
    },
    close: () => transport.close(),
  };
}

function transportTo({ server, password }: MailOptions) {
  const { hostname, port, protocol, username } = new URL(server);
  const isSecure = protocol === "smtps:";
  return createTransport({
    ...{ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || (isSecure ? 465 : 587), secure: isSecure },
    // A password never goes over a connection that others can read.
    requireTLS: username !== "",
    ...(username !== "" && { auth: { user: decodeURIComponent(username), pass: password ?? "" } }),
    ...{ connectionTimeout: longestWait, greetingTimeout: longestWait, socketTimeout: longestWait },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}

/** Connects and signs in as for a mail, and sends none. Errors: an Error that says what is wrong. */
export async function reachMailServer(options: MailOptions): Promise<void> {
  const transport = transportTo(options);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
