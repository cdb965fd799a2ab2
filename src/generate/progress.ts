/** Reports the progress of a long task. */
export interface Progress {
  /** Begins a stage of so many steps. */
  begin: (title: string, total: number) => void;
  step: (steps?: number) => void;
  end: () => void;
}

const WIDTH = 30;
const MS_BETWEEN = 200;

/** A progress bar on a terminal; elsewhere a line for each tenth. */
export function progressOn(
  out: { isTTY?: boolean; write: (text: string) => unknown },
  clock: () => number = () => performance.now(),
): Progress {
  let title = '';
  let total = 0;
  let done = 0;
  let began = 0;
  let shown = 0;
  const seconds = (): string => `${((clock() - began) / 1000).toFixed(0)} s`;
  const line = (): string => {
    const part = total === 0 ? 1 : done / total;
    const full = Math.round(part * WIDTH);
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
    return `${title} ${bar} ${Math.floor(part * 100)} % (${done} / ${total}, ${seconds()})`;
  };
  return {
    begin: (name, steps) => {
      [title, total, done, began, shown] = [name, steps, 0, clock(), 0];
      if (out.isTTY) out.write(line());
    },
    step: (steps = 1) => {
      done += steps;
      const mark = out.isTTY ? clock() : Math.floor((10 * done) / total);
      if (out.isTTY ? mark - shown < MS_BETWEEN : mark <= shown) return;
      shown = mark;
      if (out.isTTY) out.write(`\r${line()}`);
      else if (mark < 10) out.write(`${title} ${mark * 10} % (${seconds()})\n`);
    },
    end: () => {
      out.write(out.isTTY ? `\r${line()}\n` : `${title} 100 % (${done}, ${seconds()})\n`);
    },
  };
}
