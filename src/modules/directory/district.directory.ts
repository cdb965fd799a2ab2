import type { Database } from '../../platform/database/database';
import { type District, readDistricts } from './district.repository';

export type { District };

/** The districts of the city. Only migrations change them, so they are loaded once at the start. */
export class DistrictDirectory {
  private constructor(
    readonly all: readonly District[],
    private readonly byCode: ReadonlyMap<string, District>,
  ) {}

  static async load(database: Database): Promise<DistrictDirectory> {
    const all = await readDistricts(database);
    return new DistrictDirectory(all, new Map(all.map((district) => [district.code, district])));
  }

  /** The district of a code, or null. */
  find(code: string | null): District | null {
    return code === null ? null : (this.byCode.get(code) ?? null);
  }

  /** The district of a foreign key. */
  get(code: string): District {
    const district = this.find(code);
    if (!district) throw new Error(`district ${code} came after this server started`);
    return district;
  }
}
