// Loaded before a real process of the command line: gives it the clock and the ids that the rest of the year has.
import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

const RealDate = Date;
const now = RealDate.parse(process.env.YEAR_NOW ?? "");
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now);
    else super(...given);
  }
  static now() {
    return now;
  }
};

let made = 0;
crypto.randomUUID = () => `${process.env.YEAR_ID}-${String(++made).padStart(4, "0")}`;
syncBuiltinESMExports();
