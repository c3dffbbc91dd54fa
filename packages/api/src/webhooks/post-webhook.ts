import { request as plainRequest } from "node:http";
import { request } from "node:https";
import { useAgent } from "request-filtering-agent";
import { Webhook } from "standardwebhooks";

/** How long a receiver may take to answer, in milliseconds. */
const longestWait = 15_000;

/** A message as it goes out: its id stays the same however often it is sent. */
export type SignedMessage = { id: string; url: string; body: string; secrets: readonly string[]; at: Date };

/**
 * Sends a signed message (Standard Webhooks). The address is looked at when the connection is made, so that no name leads into the own
 * network, but to the networks that are allowed; a redirect is not followed. Errors: whatever the receiver or the way to it does.
 */
export async function postWebhook(message: SignedMessage, allowedNetworks: readonly string[]): Promise<void> {
  const { id, url, body, secrets, at } = message;
  const isPlain = url.startsWith("http:");
  const agent = useAgent(url, { allowIPAddressList: [...allowedNetworks], keepAlive: false });
  const headers = {
    "Content-Type": "application/cloudevents+json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "User-Agent": "Heed",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
  const status = await new Promise<number>((resolve, reject) => {
    const signal = AbortSignal.timeout(longestWait);
    const sent = (isPlain ? plainRequest : request)(url, { method: "POST", agent, headers, signal }, (response) => {
      // Whatever it says besides the status is not read.
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject).end(body);
  });
  if (status < 200 || status > 299) throw new Error(`the receiver answered ${status}`);
}
