/**
 * The type of a feature's English words, from its French ones: the same keys, none missing and none added.
 */
export type TranslationOf<Words> = {
  [Key in keyof Words]: Words[Key] extends string ? string : TranslationOf<Words[Key]>;
};
