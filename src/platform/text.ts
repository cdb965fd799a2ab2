/** A message for users, in both languages of the platform. */
export interface Text {
  zh: string;
  en: string;
}

export type Language = keyof Text;
