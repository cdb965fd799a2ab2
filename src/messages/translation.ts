/** A catalogue with the same codes and arguments in another language. */
export type Translation<Catalogue extends Record<string, (...args: never[]) => string>> = {
  [Code in keyof Catalogue]: (...args: Parameters<Catalogue[Code]>) => string;
};
