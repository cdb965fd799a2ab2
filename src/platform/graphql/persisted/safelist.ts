import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { StartError } from '../../start-error';

export function idOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** Registered operations: each document under the SHA-256 of its text. */
export class Safelist {
  private constructor(private readonly documents: ReadonlyMap<string, string>) {}

  /** Reads a JSON file of `{ id: document }`. Throws a StartError that names the setting and what is wrong. */
  static read(file: string, setting: string): Safelist {
    const refuse = (why: string): never => {
      throw new StartError(`${setting}: ${file} ${why} / 请检查 ${setting}`);
    };
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return refuse(code === undefined ? 'is not valid JSON' : `cannot be read (${code})`);
    }
    if (typeof content !== 'object' || content === null || Array.isArray(content)) {
      return refuse('must be a JSON object of id (the SHA-256 of the document, in hex) to document');
    }
    const documents = new Map(Object.entries(content as Record<string, unknown>));
    for (const [id, document] of documents) {
      const why = faultOf(id, document);
      if (why !== null) refuse(`has an entry "${id.slice(0, 80)}" that ${why}`);
    }
    return new Safelist(documents as Map<string, string>);
  }

  get(id: string): string | undefined {
    return this.documents.get(id);
  }
}

function faultOf(id: string, document: unknown): string | null {
  if (typeof document !== 'string') return 'is no text';
  const right = idOf(document);
  if (id !== right) return `is not under the SHA-256 of its document, ${right}`;
  try {
    parse(document, { noLocation: true });
    return null;
  } catch (error) {
    return `does not parse: ${(error as Error).message}`;
  }
}
