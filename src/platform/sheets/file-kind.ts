import { fileRefusal } from './file-refusal';

/** ZIP: .xlsx and .ods; OLE: .xls, and workbooks under a password; TEXT: .csv. */
type FileKind = 'ZIP' | 'OLE' | 'TEXT';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const OLE = Buffer.from('D0CF11E0A1B11AE1', 'hex');
/** The stream of an encrypted workbook within its container, by the name that the directory has. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** How the stream of an .xls is called within its container. */
const WORKBOOK_STREAMS = ['Workbook', 'Book'].map((name) => Buffer.from(`${name}\0`, 'utf16le'));
/** The first record of an .xls, and those of a password and of a sheet's name. */
const GLOBALS = Buffer.from('0908100000060500', 'hex');
const [FILE_PASS, BOUND_SHEET] = [0x2f, 0x85];
const SECTOR = 512;
const MARKUP = /^(?:\uFEFF|\xEF\xBB\xBF)?\s*(?:<|MIME-Version:)/i;
const UTF_16 = ['FFFE', 'FEFF'].map((bytes) => Buffer.from(bytes, 'hex'));

const startsWith = (bytes: Buffer, magic: Buffer): boolean => bytes.subarray(0, magic.length).equals(magic);

/** What a file is, by its bytes: names lie. Refuses what is no spreadsheet. */
export function kindOf(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw fileRefusal('FILE_EMPTY');
  if (startsWith(bytes, ZIP)) return 'ZIP';
  if (startsWith(bytes, EMPTY_ZIP)) throw fileRefusal('FILE_BROKEN');
  if (startsWith(bytes, OLE)) {
    if (bytes.includes(ENCRYPTED_PACKAGE) || isUnderPassword(bytes)) throw fileRefusal('FILE_ENCRYPTED');
    if (!WORKBOOK_STREAMS.some((name) => bytes.includes(name))) throw fileRefusal('FILE_KIND_UNKNOWN');
    return 'OLE';
  }
  if (MARKUP.test(bytes.subarray(0, 4096).toString('latin1'))) throw fileRefusal('FILE_IS_WEB_PAGE');
  if (UTF_16.some((mark) => startsWith(bytes, mark)) || !hasControls(bytes)) return 'TEXT';
  throw fileRefusal('FILE_KIND_UNKNOWN');
}

/** Control characters that no text has. */
function hasControls(bytes: Buffer): boolean {
  return bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}

/** Whether the records before the first sheet's name say that the rest of an .xls is encrypted. */
function isUnderPassword(bytes: Buffer): boolean {
  for (let start = SECTOR; start < bytes.length; start += SECTOR) {
    if (!startsWith(bytes.subarray(start), GLOBALS)) continue;
    let at = start;
    for (let id = 0; at + 4 <= bytes.length && id !== BOUND_SHEET; at += 4 + bytes.readUInt16LE(at + 2)) {
      id = bytes.readUInt16LE(at);
      if (id === FILE_PASS) return true;
    }
  }
  return false;
}
