/** A label in both languages. */
export interface Text {
  zh: string;
  en: string;
}

/** Escapes text for HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON for a script element: nothing in it can end the element. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** A leaf on the station's roof, in the colours of the pages; inline to save a request. */
export const LOGO =
  '<svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">' +
  '<rect width="32" height="32" rx="8" fill="#0b6b5d"/>' +
  '<path d="M7 17.5 16 9l9 8.5" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>' +
  '<path d="M16 25.2c-3.4-2.3-5-4.1-5-6.1a2.7 2.7 0 0 1 5-1.4 2.7 2.7 0 0 1 5 1.4c0 2-1.6 3.8-5 6.1z" fill="#fff"/></svg>';

/** The address of the icon in the browser's tab. */
export const ICON_PATH = '/favicon.svg';

/** The icon in the browser's tab. */
export const ICON = LOGO.replace('<svg class="logo"', '<svg xmlns="http://www.w3.org/2000/svg"');

/** The parts of a page that all pages share. */
interface PageParts {
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  /** Further elements of the head. */
  readonly head?: string;
  readonly bodyClass: string;
  readonly body: string;
}

/** A whole page; scripts are modules or deferred files, never inline. */
export function page({ title, styles, scripts = [], head = '', bodyClass, body }: PageParts): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${ICON_PATH}" type="image/svg+xml">
${styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join('\n')}
${head}
${scripts.join('\n')}
</head>
<body class="${bodyClass}">
${body}
</body>
</html>
`;
}
