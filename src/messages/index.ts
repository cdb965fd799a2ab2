import { en } from './en';
import { type Messages, zh } from './zh';

export type { Messages };
export type MessageCode = keyof Messages;
export type Language = 'zh' | 'en';
/** The arguments that the text of a code takes. */
export type MessageArgs<Code extends MessageCode> = Parameters<Messages[Code]>;

/** A text for people in no language yet: its code in the catalogues, and its arguments. */
export interface Message<Code extends MessageCode = MessageCode> {
  readonly code: Code;
  readonly args: readonly unknown[];
}

const CATALOGUES: Record<Language, Messages> = { zh, en };

export function message<Code extends MessageCode>(code: Code, ...args: MessageArgs<Code>): Message<Code> {
  return { code, args };
}

/** The text of a message. Its arguments were typed when it was made. */
export function textOf({ code, args }: Message, language: Language): string {
  const text = CATALOGUES[language][code] as (...args: readonly unknown[]) => string;
  return text(...args);
}
