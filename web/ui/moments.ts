const MOMENT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as people in Guangzhou write it: 2024-12-31 09:05. */
export function momentText(moment: string): string {
  return MOMENT.format(new Date(moment));
}
