/** The shape of a feature's French words, for its English ones: no key missing, none too many. */
export type Same<Words> = { [Key in keyof Words]: Words[Key] extends string ? string : Same<Words[Key]> };
