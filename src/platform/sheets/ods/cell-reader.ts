import type { RawValue } from '../raw';
import type { Attributes } from './xml';

const OF_SPREADSHEETS = /^(?:of|oooc|msoxl|oox):=|^=/;
const ERROR = /^#[A-Z0-9/!?]+$/;

/** Reads one cell of an .ods, which may stand for several alike. */
export class CellReader {
  readonly repeated: number;
  readonly width: number;
  readonly height: number;
  readonly isPercentage: boolean;
  /** Without the sign of equality. */
  readonly formula: string | null;
  private readonly type: string;
  private readonly paragraphs: string[] = [];
  private isInParagraph = false;

  constructor(private readonly attributes: Attributes) {
    this.repeated = this.count('table:number-columns-repeated');
    this.width = this.count('table:number-columns-spanned');
    this.height = this.count('table:number-rows-spanned');
    this.type = attributes.get('office:value-type') ?? attributes.get('calcext:value-type') ?? '';
    this.isPercentage = this.type === 'percentage';
    const formula = attributes.get('table:formula');
    this.formula = formula === undefined ? null : inExcel(formula.replace(OF_SPREADSHEETS, ''));
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.paragraphs.push('');
        this.isInParagraph = true;
        break;
      case 'text:s':
        this.text(' '.repeat(Math.min(Number(attributes.get('text:c') ?? 1), 1000)));
        break;
      case 'text:tab':
        this.text('\t');
        break;
      case 'text:line-break':
        this.text('\n');
        break;
      default:
    }
  }

  close(name: string): void {
    if (name === 'text:p' || name === 'text:h') this.isInParagraph = false;
  }

  text(text: string): void {
    if (this.isInParagraph) this.paragraphs.push(`${this.paragraphs.pop() ?? ''}${text}`);
  }

  get value(): RawValue {
    const shown = this.paragraphs.join('\n');
    if (this.attributes.get('calcext:value-type') === 'error') return ERROR.test(shown) ? shown : '#VALUE!';
    switch (this.type) {
      case 'float':
      case 'currency':
      case 'percentage':
        return this.number(shown);
      case 'boolean':
        return this.attributes.get('office:boolean-value') === 'true';
      case 'date':
        return dateOf(this.attributes.get('office:date-value') ?? '') ?? shown;
      case 'string':
        return shown === '' ? (this.attributes.get('office:string-value') ?? '') : shown;
      default:
        // An empty paragraph is an empty text; without any, there is no value.
        return this.paragraphs.length === 0 ? null : shown;
    }
  }

  /**
   * What is no number is shown as it is: never left out. LibreOffice writes 0 for a text that a formula in the format
   * of a percentage has given, and shows the text.
   */
  private number(shown: string): RawValue {
    if (this.isPercentage && shown !== '' && !/\d/.test(shown)) return shown;
    const given = this.attributes.get('office:value') ?? '';
    const value = given.trim() === '' ? Number.NaN : Number(given);
    return Number.isFinite(value) ? value : shown || null;
  }

  private count(name: string): number {
    const given = Number(this.attributes.get(name) ?? 1);
    return Number.isInteger(given) && given > 0 ? given : 1;
  }
}

/** A day, with or without its time. */
function dateOf(text: string): Date | null {
  const [day = '', time = '00:00:00'] = text.trim().split('T');
  const date = new Date(`${day}T${time.replace(/(?:Z|[+-]\d{2}:?\d{2})$/, '')}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** A formula as Excel writes it: with A1 for [.A1], 'a b'!A1 for [$'a b'.A1], and commas between arguments. */
function inExcel(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*"|\[[^[\]]*\])/)
    .map((part, at) => {
      if (at % 2 === 0) return part.replaceAll(';', ',');
      return part.startsWith('[') ? rangeInExcel(part.slice(1, -1)) : part;
    })
    .join('');
}

function rangeInExcel(range: string): string {
  return range
    .split(':')
    .map((address) => {
      const dot = address.lastIndexOf('.');
      const [sheet, cell] = [address.slice(0, Math.max(dot, 0)), address.slice(dot + 1)];
      return sheet === '' ? cell : `${sheet.replace(/^\$/, '')}!${cell}`;
    })
    .join(':');
}
