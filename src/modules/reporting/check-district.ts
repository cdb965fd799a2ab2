import { badInput } from '../../platform/app-error';
import { beginningOf } from '../../platform/text-forms';
import type { DistrictDirectory } from '../directory';

/** Refuses to filter by a district that does not exist. */
export function checkDistrict(districts: DistrictDirectory, code: string | null | undefined): void {
  if (code == null || districts.find(code)) return;
  throw badInput('UNKNOWN_CODE', { code: beginningOf(code), from: ['districts'] });
}
