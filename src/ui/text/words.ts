/** The same keys as the Vietnamese words, whatever they say. Vietnamese has one form where English may add `_one`. */
export type Words<Vietnamese> = {
  readonly [Key in keyof Vietnamese]: Vietnamese[Key] extends string ? string : Words<Vietnamese[Key]>;
} & {
  readonly [Key in keyof Vietnamese as Vietnamese[Key] extends string ? `${Stem<Key>}_one` : never]?: string;
};

/** Some of the Vietnamese keys, whatever they say: what a language lacks is said in Vietnamese. */
export type SomeWords<Vietnamese> = {
  readonly [Key in keyof Vietnamese]?: Vietnamese[Key] extends string ? string : SomeWords<Vietnamese[Key]>;
};

type Stem<Key> = Key extends `${infer Base}_other` ? Base : Key & string;
