import type { Id, Instant, Person, Settings } from "@heed/core";
import type { AccessDesk as Desk } from "@heed/core/users/access-desk";
import type { KeyedRequest } from "../acts/perform-once.ts";
import type { ExpectedVersion } from "../entries/expected-version.ts";

/** Who keeps users or tokens, in one request. */
export type AccessActing = {
  person: Person;
  at: Instant;
  settings: Settings;
  systemUser: string;
  newId: () => Id;
  request?: KeyedRequest;
};

export type AccessDesk = Desk<ExpectedVersion>;
