import { BlockList, isIP } from "node:net";
import { type Command, InvalidArgumentError, Option } from "commander";

export type WebhookSettings = { webhookNetworks?: readonly string[] };

export function addWebhookOptions(command: Command): Command {
  return command.addOption(
    new Option(
      "--webhook-networks <networks>",
      "internal networks to which webhooks may be sent, separated by commas, such as 10.1.0.0/16",
    )
      .env("HEED_WEBHOOK_NETWORKS")
      .argParser((text) => text.split(",").map((each) => network(each.trim()))),
  );
}

function network(text: string): string {
  const [address = "", prefix = "", ...more] = text.split("/");
  try {
    if (isIP(address) === 0 || !/^\d{1,3}$/.test(prefix) || more.length > 0) throw new Error("no network");
    new BlockList().addSubnet(address, Number(prefix), isIP(address) === 4 ? "ipv4" : "ipv6");
    return text;
  } catch {
    throw new InvalidArgumentError(`${text} is not a network such as 10.1.0.0/16.`);
  }
}
