import { type Message, message, type MessageArgs, type MessageCode, textOf } from '../../messages';

/** Why a file is not read as a spreadsheet: a text for people, that says what to do about it. */
export class FileRefusal extends Error {
  constructor(readonly reason: Message) {
    super(textOf(reason, 'en'));
  }
}

export function fileRefusal<Code extends MessageCode>(code: Code, ...args: MessageArgs<Code>): FileRefusal {
  return new FileRefusal(message(code, ...args));
}
