import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

export function openZip(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const done = (found: Entry | null): void => {
        zip.removeAllListeners();
        // An error that nobody waits for would end the process.
        zip.on('error', () => undefined);
        resolve(found);
      };
      zip.on('entry', done);
      zip.on('end', () => done(null));
      zip.on('error', reject);
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

export function streamOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}

/** One part of a zip that has passed the gate, as text; null where it has none of that name. */
export async function partOf(bytes: Buffer, name: string): Promise<string | null> {
  const zip = await openZip(bytes);
  for await (const entry of entriesOf(zip)) {
    if (entry.fileName !== name) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }
  return null;
}
