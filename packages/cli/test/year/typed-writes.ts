import type { paths } from "@heed/client";

/** A path of the contract with anything in the places of its parameters. */
type Filled<Path> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

type Method = "post" | "patch" | "delete";

/** A body may have a property left out, where the contract has a default for it. */
type WriteOf<Name extends Method, Path, Operation> = Operation extends { requestBody: { content: infer Content } }
  ? "application/json" extends keyof Content
    ? readonly [Name, Filled<Path>, Content["application/json"]]
    : never
  : Operation extends { responses: unknown }
    ? readonly [Name, Filled<Path>]
    : never;

/** Each write of the contract that is JSON: its method, its path and its body. */
export type Write = {
  [Path in keyof paths]: { [Name in Method]: WriteOf<Name, Path, paths[Path][Name]> }[Method];
}[keyof paths];
