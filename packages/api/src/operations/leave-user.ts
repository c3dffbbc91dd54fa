import { UserDeparture } from "@heed/core/users/change-user";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { User, userItem } from "../schemas/access.ts";

export const leaveUser = operation({
  id: "leaveUser",
  method: "post",
  path: "/users/{id}/departures",
  tag: "access",
  summary: "A user leaves: no role from that day on, and every token is refused; the name stays with what was recorded",
  secured: true,
  params: idParameter,
  input: UserDeparture,
  output: User,
  async handle({ access, ifMatch }, { id }, body) {
    const user = userItem(await access.endUser(id, { input: body, expectedVersion: ifMatch }));
    return { body: user, location: user.href };
  },
});
