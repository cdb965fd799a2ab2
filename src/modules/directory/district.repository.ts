import type { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';

export interface District {
  code: string;
  name: string;
}

const ALL = statement<District>('district.all', 'select code, name from core.district order by code');

export async function readDistricts(database: Database): Promise<District[]> {
  return database.once('app_platform', ALL);
}
