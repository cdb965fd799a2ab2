/** What happens while an XML document is read. */
export interface XmlHandler {
  open: (name: string, attributes: Attributes) => void;
  /** Also of an element that is closed where it is opened. */
  close: (name: string) => void;
  text: (text: string) => void;
}

export type Attributes = ReadonlyMap<string, string>;

const PART =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CODE_POINT = 0x10ffff;

/** Reads a document from one end to the other; false where it is not well-formed. Its gate has refused a DOCTYPE. */
export function readXml(xml: string, handler: XmlHandler): boolean {
  PART.lastIndex = 0;
  while (PART.lastIndex < xml.length) {
    const found = PART.exec(xml);
    if (!found) return false;
    const [, data, closed, opened, attributes = '', isEmpty, text] = found;
    if (data !== undefined) handler.text(data);
    else if (text !== undefined) handler.text(decoded(text));
    else if (closed !== undefined) handler.close(closed);
    else if (opened !== undefined) {
      handler.open(opened, attributesOf(attributes));
      if (isEmpty) handler.close(opened);
    }
  }
  return true;
}

function attributesOf(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE))
    attributes.set(name, decoded(double ?? single ?? ''));
  return attributes;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const point = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return point <= LAST_CODE_POINT ? String.fromCodePoint(point) : whole;
  });
}
