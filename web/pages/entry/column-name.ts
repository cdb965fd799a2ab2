import { texts } from '../../messages';
import type { Column } from './sheet';

export function nameOf({ name }: Column): string {
  return name ?? texts().entry.wholeStation;
}
