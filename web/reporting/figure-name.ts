import type { ChangeFragment, FigureNamesQuery } from '../generated/graphql';
import { reportingTexts } from '../messages/reporting';
import { isMoney, moneyText } from '../ui/decimals';

export type Catalogue = FigureNamesQuery['indicators'];

/** What the path of a figure means, in words: an indicator and its measure, where, and which figure of it. */
export function figureName(path: readonly string[], catalogue: Catalogue): string {
  const { published } = reportingTexts();
  const words: Readonly<Record<string, string>> = published.words;
  const found: string[] = [];
  for (let at = 0; at < path.length; at += 1) {
    const part = path[at] ?? '';
    const indicator = catalogue.find(({ code }) => code === part);
    const measure = indicator?.measures.find(({ code }) => code === path[at + 1]);
    if (indicator && measure) {
      found.push(published.measure(indicator.name, measure.name, measure.unit));
      at += 1;
    } else {
      found.push(indicator?.name ?? words[part] ?? part);
    }
  }
  return found.filter((part) => part !== '').join(published.then);
}

/** A value of a figure as people read it: money with its thousands apart. */
export function figureText(
  { report, path }: Pick<ChangeFragment, 'report' | 'path'>,
  value: string | null,
  catalogue: Catalogue,
): string | null {
  if (value === null || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const measures = catalogue.find(({ code }) => path.includes(code))?.measures;
  const unit = measures?.find(({ code }) => path.includes(code))?.unit;
  const isAmount = report === 'FUNDING' || report === 'SPENDING' ? value.includes('.') : isMoney(unit);
  return isAmount ? moneyText(value) : value;
}
