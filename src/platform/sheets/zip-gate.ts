import type { Entry, ZipFile } from 'yauzl';
import { FILE_LIMITS } from './file-limits';
import { FileRefusal, fileRefusal } from './file-refusal';
import { entriesOf, openZip, streamOf } from './zip-parts';

const DOCTYPE = Buffer.from('<!DOCTYPE');
const UTF_16 = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const IS_XML = /\.(xml|rels|vml)$/i;
/** How the manifest of an .ods says that a part is under the password. */
const ODS_ENCRYPTION = Buffer.from('encryption-data');
const ODS_MANIFEST = 'META-INF/manifest.xml';

type Form = 'XLSX' | 'ODS';

/**
 * Inflates every part of a zipped workbook and counts the bytes before any parser sees them: what a header says of its
 * size is no guard. Answers which of the two formats it is.
 */
export async function passZipGate(bytes: Buffer): Promise<Form> {
  try {
    return await countParts(await openZip(bytes), bytes.length);
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    // yauzl's own: a directory that is missing, sizes that do not hold, a stream that is cut off.
    throw fileRefusal('FILE_BROKEN');
  }
}

async function countParts(zip: ZipFile, compressed: number): Promise<Form> {
  if (zip.entryCount > FILE_LIMITS.parts) throw fileRefusal('FILE_TOO_COMPLEX');
  let inflated = 0;
  const names = new Set<string>();
  for await (const entry of entriesOf(zip)) {
    if (entry.isEncrypted()) throw fileRefusal('FILE_ENCRYPTED');
    const rest = Math.min(FILE_LIMITS.inflatedBytes, compressed * FILE_LIMITS.ratio) - inflated;
    inflated += await inflate(zip, entry, Math.min(rest, FILE_LIMITS.partBytes));
    names.add(entry.fileName);
    if (names.size > FILE_LIMITS.parts) throw fileRefusal('FILE_TOO_COMPLEX');
  }
  if (names.has('xl/workbook.xml')) return 'XLSX';
  if (names.has('content.xml') && names.has('mimetype')) return 'ODS';
  throw fileRefusal('FILE_KIND_UNKNOWN');
}

/** The bytes of one part, of which none is kept. */
async function inflate(zip: ZipFile, entry: Entry, most: number): Promise<number> {
  if (entry.fileName.endsWith('/')) return 0;
  if (entry.uncompressedSize > most) throw fileRefusal('FILE_TOO_COMPLEX');
  const isXml = IS_XML.test(entry.fileName);
  let size = 0;
  // The end of the last chunk: a word may lie across two.
  let tail = Buffer.alloc(0);
  for await (const chunk of await streamOf(zip, entry)) {
    const part = chunk as Buffer;
    if (size === 0 && isXml && UTF_16.some((mark) => part.subarray(0, 2).equals(mark)))
      throw fileRefusal('FILE_BROKEN');
    size += part.length;
    if (size > most) throw fileRefusal('FILE_TOO_COMPLEX');
    if (!isXml) continue;
    const seen = Buffer.concat([tail, part]);
    if (seen.includes(DOCTYPE)) throw fileRefusal('FILE_HAS_DOCTYPE');
    if (entry.fileName === ODS_MANIFEST && seen.includes(ODS_ENCRYPTION)) throw fileRefusal('FILE_ENCRYPTED');
    tail = Buffer.from(seen.subarray(-ODS_ENCRYPTION.length));
  }
  return size;
}
