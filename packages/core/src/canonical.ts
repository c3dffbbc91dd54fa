import { configure } from "safe-stable-stringify";

/** A value as JSON with the keys of its objects in order and without absent values: equal values give equal texts. */
export const canonical = configure({ circularValue: TypeError }) as (value: unknown) => string;
