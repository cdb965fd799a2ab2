import type { Transaction } from '../../../platform/database/tenant-scope';
import type { AgreementKey } from '../read.sql';
import type { Written } from '../registration/registration.repository';

/** Ids of terms, zones and projects of a renewal, by those of the earlier agreement. */
export type CopiedParts = ReadonlyMap<string, string>;

/** A copy of what an earlier agreement has on a day, its last one, into its renewal. */
export interface Copy {
  earlier: AgreementKey;
  day: string;
  written: Written;
  parts: CopiedParts;
  by: { memberId: string; at: Date };
}

/** Makes a copy in the transaction that registers the renewal; returns of how many things. */
export type Copier = (transaction: Transaction, copy: Copy) => Promise<number>;
