/** A catalogue with the same texts, and the same arguments, in another language. */
export type Translation<Catalogue> = {
  [Code in keyof Catalogue]: Catalogue[Code] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : Catalogue[Code] extends string
      ? string
      : Translation<Catalogue[Code]>;
};
