import { domainToASCII } from "node:url";
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

export type MailServer = {
  /** Errors: what the server or the way to it says, without the address: what failed is logged and kept. */
  send: (outgoing: Outgoing) => Promise<void>;
  close: () => void;
};

/**
 * Longer than a server that greylists takes to answer. A mail waits for some ten answers at most: all of that is shorter than the time
 * for which a message is kept from other senders.
 */
const longestWait = 20_000;

/** What is told of a mail that did not go out. */
type SmtpFault = Error & { code?: string; responseCode?: number; response?: string };

/** A server repeats the address in its refusal, in the form in which it was given or with its domain in ASCII. */
function withoutAddress({ message, code, responseCode, response }: SmtpFault, address: string): SmtpFault {
  const [, local = "", domain = ""] = /^(.*)@(.*)$/.exec(address) ?? [];
  const forms = [address, `${local}@${domainToASCII(domain)}`].map((form) => form.replace(/[^\w@]/gu, "\\$&"));
  const hidden = (text: string) => text.replace(new RegExp(forms.join("|"), "gi"), "…");
  return Object.assign(new Error(hidden(message)), {
    ...(code !== undefined && { code }),
    ...(responseCode !== undefined && { responseCode }),
    ...(response !== undefined && { response: hidden(response) }),
  });
}

/**
 * Whether a mail server said for good that there is no such mailbox. What it refuses for another reason, such as its own rules, may be
 * taken another time.
 */
export function isNoMailbox(error: unknown): boolean {
  const { code, responseCode = 0, response = "" } = error as SmtpFault;
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
      const sent = transport.sendMail({
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
      await sent.catch((error: SmtpFault) => {
        throw withoutAddress(error, to);
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
