/** Sharp on paper and on screens with fine pixels. */
const SCALE = 2;
const MARGIN = 16;
const LINE = 26;

/**
 * A picture of an SVG on the page, with a title above it. It is drawn from a data: URL, which the policy allows for
 * pictures; what it refers to (style sheets, other pictures) is not loaded, so that its colours must be its own.
 */
export async function pngOf(svg: SVGSVGElement, titles: readonly string[]): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const picture = await pictureOf(svg, width, height);
  const canvas = document.createElement('canvas');
  const head = titles.length * LINE;
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + head + 2 * MARGIN) * SCALE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser has no canvas');
  context.scale(SCALE, SCALE);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, MARGIN, MARGIN + head, width, height);
  titles.forEach((title, line) => {
    context.fillStyle = '#1b2522';
    context.font = `${line === 0 ? '600 16px' : '13px'} ${getComputedStyle(document.body).fontFamily}`;
    context.fillText(title, MARGIN, MARGIN + LINE * line + 16, width);
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture is too large'));
    }, 'image/png');
  });
}

async function pictureOf(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', getComputedStyle(svg).fontFamily);
  takeColours(svg, copy);
  const text = new XMLSerializer().serializeToString(copy);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  return picture;
}

/** Colours that the page's style sheet names are written out. */
function takeColours(svg: SVGSVGElement, copy: SVGSVGElement): void {
  const copies = [...copy.querySelectorAll('*')];
  [...svg.querySelectorAll('*')].forEach((element, index) => {
    for (const name of ['fill', 'stroke'] as const) {
      if (element.getAttribute(name)?.startsWith('var(')) {
        copies[index]?.setAttribute(name, getComputedStyle(element)[name]);
      }
    }
  });
}

export function savePicture(png: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(png);
  link.download = `${fileName}.png`;
  link.click();
  URL.revokeObjectURL(link.href);
}
