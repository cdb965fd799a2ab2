/** A table as a CSV that Excel opens: with a byte order mark, and every cell with a comma, a quote or a line in quotes. */
export function csvOf(rows: readonly (readonly string[])[]): Blob {
  return new Blob([`\uFEFF${formatCsv(rows)}`], { type: 'text/csv' });
}

export function formatCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
