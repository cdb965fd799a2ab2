import { fileRefusal } from '../file-refusal';
import type { RawWorkbook } from '../raw';
import { partOf } from '../zip-parts';
import { CellReader } from './cell-reader';
import { OdsTable } from './ods-table';
import { type Attributes, readXml, type XmlHandler } from './xml';

/** What is shown beside the cells, or was once in them: none of it is a value. */
const BESIDE =
  /^(?:office:annotation|draw:.*|dr3d:.*|table:shapes|table:tracked-changes|text:ruby-text|office:event-listeners|table:dde-links)$/;

/**
 * The tables of an .ods. The library's own reader leaves out rows that are repeated on every page or grouped, so that all
 * below them move up, and what is hidden. Null where this is no .ods.
 */
export async function readOds(bytes: Buffer): Promise<RawWorkbook | null> {
  const xml = await partOf(bytes, 'content.xml');
  if (xml === null) return null;
  const reader = new OdsReader();
  if (!readXml(xml, reader)) throw fileRefusal('FILE_BROKEN');
  return reader.workbook;
}

class OdsReader implements XmlHandler {
  private readonly tables: OdsTable[] = [];
  private readonly styles = new Map<string, Attributes>();
  private dateSystem: '1900' | '1904' = '1900';
  /** The name of the style whose properties are read. */
  private style = '';
  private table: OdsTable | null = null;
  private cell: CellReader | null = null;
  /** The depth within what is beside the cells. */
  private beside = 0;

  open(name: string, attributes: Attributes): void {
    if (this.beside > 0 || BESIDE.test(name)) {
      this.beside += 1;
      return;
    }
    const { table } = this;
    switch (name) {
      case 'style:style':
        this.style = `${attributes.get('style:family')} ${attributes.get('style:name')}`;
        break;
      case 'style:table-properties':
      case 'style:table-column-properties':
        this.styles.set(this.style, attributes);
        break;
      case 'table:null-date':
        if (attributes.get('table:date-value')?.startsWith('1904')) this.dateSystem = '1904';
        break;
      case 'table:table':
        // A table within a cell is none of its own.
        if (!table) this.table = this.newTable(attributes);
        break;
      case 'table:table-column':
        table?.addColumns(attributes, this.styleOf('table-column', attributes));
        break;
      case 'table:table-row':
        table?.beginRow(attributes);
        break;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        if (table && !this.cell) this.cell = new CellReader(attributes);
        break;
      default:
        this.cell?.open(name, attributes);
    }
  }

  close(name: string): void {
    if (this.beside > 0) {
      this.beside -= 1;
      return;
    }
    switch (name) {
      case 'table:table-cell':
      case 'table:covered-table-cell':
        if (this.cell) this.table?.addCell(this.cell);
        this.cell = null;
        break;
      case 'table:table-row':
        this.table?.endRow();
        break;
      case 'table:table':
        if (this.table) this.tables.push(this.table);
        this.table = null;
        break;
      default:
        this.cell?.close(name);
    }
  }

  text(text: string): void {
    if (this.beside === 0) this.cell?.text(text);
  }

  get workbook(): RawWorkbook {
    return { sheets: this.tables.map((table) => table.sheet), dateSystem: this.dateSystem };
  }

  private newTable(attributes: Attributes): OdsTable {
    const name = attributes.get('table:name') ?? `Sheet${this.tables.length + 1}`;
    return new OdsTable(name, this.styleOf('table', attributes)?.get('table:display') === 'false');
  }

  private styleOf(family: string, attributes: Attributes): Attributes | undefined {
    return this.styles.get(`${family} ${attributes.get('table:style-name')}`);
  }
}
