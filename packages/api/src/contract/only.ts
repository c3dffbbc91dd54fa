/**
 * A given type without what is not wanted: a property that the wanted type does not have is `never`, at any depth. TypeScript
 * itself finds a surplus property in a literal only, and not where one object is spread into another.
 */
export type Only<Given, Wanted> = unknown extends Wanted
  ? Given
  : Given extends readonly (infer Item)[]
    ? readonly Only<Item, ItemOf<Wanted>>[]
    : Given extends object
      ? { [Key in keyof Given]: Key extends KeyOf<Wanted> ? Only<Given[Key], ValueOf<Wanted, Key>> : never }
      : Given;

type ItemOf<Wanted> = Wanted extends readonly (infer Item)[] ? Item : never;
/** Of a union, the properties that any of its members has. */
type KeyOf<Wanted> = Wanted extends Wanted ? keyof Wanted : never;
type ValueOf<Wanted, Key> = Wanted extends Wanted ? (Key extends keyof Wanted ? Wanted[Key] : never) : never;
