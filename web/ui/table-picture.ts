/** Pixels of the picture for each of the page: it stays crisp on paper and on large screens. */
const SCALE = 2;
const MARGIN = 16;
const HEADING = 28;

/** A table as a picture: its cells, borders, texts and bars, each where the page has it. */
export async function pictureOf(table: HTMLTableElement, heading: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  unscrolled(table, () => {
    draw(table, heading, canvas);
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture is too large for this browser'));
    }, 'image/png');
  });
}

/** Heads that stay in sight while a table scrolls are where they belong only at its beginning. */
function unscrolled({ parentElement: frame }: HTMLTableElement, work: () => void): void {
  const { scrollLeft = 0, scrollTop = 0 } = frame ?? {};
  frame?.scrollTo(0, 0);
  work();
  frame?.scrollTo(scrollLeft, scrollTop);
}

function draw(table: HTMLTableElement, heading: string, canvas: HTMLCanvasElement): void {
  const { left, top, width, height } = table.getBoundingClientRect();
  canvas.width = Math.ceil((width + 2 * MARGIN) * SCALE);
  canvas.height = Math.ceil((height + HEADING + 2 * MARGIN) * SCALE);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(SCALE, SCALE);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'middle';
  const { fontFamily, color } = getComputedStyle(table);
  context.fillStyle = color;
  context.font = `600 16px ${fontFamily}`;
  context.fillText(heading, MARGIN, MARGIN + HEADING / 2 - 4);
  context.translate(MARGIN - left, MARGIN + HEADING - top);
  outline(context, table, 'Top', 'Left');
  for (const cell of table.querySelectorAll<HTMLElement>('th, td')) drawCell(context, cell);
}

function drawCell(context: CanvasRenderingContext2D, cell: HTMLElement): void {
  const { left, top, width, height } = cell.getBoundingClientRect();
  context.fillStyle = getComputedStyle(cell).backgroundColor;
  context.fillRect(left, top, width, height);
  outline(context, cell, 'Right', 'Bottom');
  for (const bar of cell.querySelectorAll('svg rect')) {
    const box = bar.getBoundingClientRect();
    context.fillStyle = getComputedStyle(bar).fill;
    context.fillRect(box.left, box.top, box.width, box.height);
  }
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) drawText(context, node as Text);
}

type Side = 'Top' | 'Right' | 'Bottom' | 'Left';

function outline(context: CanvasRenderingContext2D, element: HTMLElement, ...sides: readonly Side[]): void {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  for (const side of sides) {
    const thick = Number.parseFloat(style[`border${side}Width`]);
    context.fillStyle = style[`border${side}Color`];
    if (side === 'Top') context.fillRect(left, top, width, thick);
    if (side === 'Bottom') context.fillRect(left, bottom - thick, width, thick);
    if (side === 'Left') context.fillRect(left, top, thick, height);
    if (side === 'Right') context.fillRect(right - thick, top, thick, height);
  }
}

function drawText(context: CanvasRenderingContext2D, node: Text): void {
  const { parentElement: parent } = node;
  if (!parent || parent.closest('.unseen')) return;
  const { color, fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
  context.fillStyle = color;
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  for (const { text, left, middle } of linesOf(node)) context.fillText(text, left, middle);
}

interface TextLine {
  text: string;
  readonly left: number;
  readonly middle: number;
}

/** The lines that a text is broken into. */
function linesOf(node: Text): TextLine[] {
  const lines: TextLine[] = [];
  const range = document.createRange();
  for (let at = 0; at < node.data.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const [box] = range.getClientRects();
    if (!box) continue;
    const middle = (box.top + box.bottom) / 2;
    const line = lines[lines.length - 1];
    if (line?.middle === middle) line.text += node.data.charAt(at);
    else lines.push({ text: node.data.charAt(at), left: box.left, middle });
  }
  return lines;
}
