import { LRUCache } from 'lru-cache';
import type { Member } from '../../../access';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { isId } from '../../../platform/ids';
import { notFound } from '../../../platform/app-error';
import { AgreementState } from '../agreement.enums';
import { readStructures, type Structure } from './structure.repository';

const MAX_ENTRIES = 1000;
/** Time to live: manual changes by the database owner become visible after this time. */
const TTL_MS = 60_000;

/**
 * Caches structures of confirmed agreements per member and access version; saves one round trip per write. An amendment may add, move
 * and close parts: validation that fails on the cache must be repeated on the database, which refuses by itself what an
 * outdated structure let through.
 */
export class AgreementStructureCache {
  private readonly entries = new LRUCache<string, { structure: Structure; until: number }>({
    max: MAX_ENTRIES,
  });

  /** The cached structure; null on a miss. */
  find(member: Member, agreementId: string): Structure | null {
    const entry = this.entries.get(keyOf(member, agreementId));
    return entry && entry.until > member.now().getTime() ? entry.structure : null;
  }

  /** Forgets a structure that the database no longer accepts. */
  forget(member: Member, agreementId: string): void {
    this.entries.delete(keyOf(member, agreementId));
  }

  /** Reads the structure from the database; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async read(member: Member, transaction: Transaction, agreementId: string): Promise<Structure> {
    const structure = (await this.readAll(member, transaction, [agreementId])).get(agreementId);
    if (!structure) throw notFound(agreementId);
    return structure;
  }

  /** The same for several agreements in one statement, by their ids; without those that are not within the scope. */
  async readAll(
    member: Member,
    transaction: Transaction,
    agreementIds: readonly string[],
  ): Promise<ReadonlyMap<string, Structure>> {
    const ids = agreementIds.filter(isId);
    const found = ids.length > 0 ? await readStructures(transaction, member.session.organisationId, ids) : [];
    for (const structure of found) {
      if (structure.state === AgreementState.CONFIRMED) this.keep(member, structure);
    }
    return new Map(found.map((structure) => [structure.agreementId, structure]));
  }

  private keep(member: Member, structure: Structure): void {
    this.entries.set(keyOf(member, structure.agreementId), {
      structure,
      until: member.now().getTime() + TTL_MS,
    });
  }
}

function keyOf({ session: { memberId, accessVersion } }: Member, agreementId: string): string {
  return `${memberId} ${accessVersion} ${agreementId}`;
}
