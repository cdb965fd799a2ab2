import type { Context } from '../../access';
import { zoneById, type ZoneType } from '../agreement';

/** The zone of a figure; null in total. */
export async function zoneOf({ caller }: Context, zoneId: string | null): Promise<ZoneType | null> {
  return zoneId === null ? null : caller.assert('agreement.read').load(zoneById, zoneId);
}
