import { deskAddresses } from "../desk-addresses.ts";
import type { DeskAsked } from "../desk-asked.ts";
import type { DeskPart } from "../desk-part.ts";
import { WayList } from "../way-list.tsx";

/** Where an admin keeps users and tokens. */
export async function adminDesk({ say, way }: DeskAsked): Promise<DeskPart> {
  const ways = [
    [way(deskAddresses.users()), say.message("users.title")],
    [way(deskAddresses.tokens()), say.message("tokens.title")],
    [way(deskAddresses.reminders()), say.message("reminders.title")],
  ] as const;
  return {
    body: <WayList ways={ways} />,
  };
}

/** The way to a page of users or of tokens. */
export function accessPath({ say }: DeskAsked, of?: "users" | "tokens") {
  return [
    { title: say.message("desk.title"), address: deskAddresses.desk() },
    ...(of === undefined ? [] : [{ title: say.message(`${of}.title`), address: deskAddresses[of]() }]),
  ];
}
