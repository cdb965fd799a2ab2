import type { Member } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/refusal';
import { readStructure, type Structure } from './structure.repository';

const MAX_KNOWN = 1000;
/** Time to live: manual changes by the database owner become visible after this time. */
const MAX_KNOWN_MS = 60_000;

interface Known {
  structure: Structure;
  until: number;
}

/**
 * Caches agreement structures per member and access version; saves one round trip per write. No server role may change
 * or delete the parts of an agreement, so cached parts stay valid; parts may be added, so validation that fails on the
 * cache must be repeated on the database.
 */
export class AgreementStructureCache {
  private readonly known = new Map<string, Known>();

  /** The cached structure; null on a miss. */
  find(member: Member, agreementId: string): Structure | null {
    const known = this.known.get(keyOf(member, agreementId));
    return known && known.until > member.now().getTime() ? known.structure : null;
  }

  /** Reads the structure from the database; NOT_FOUND when it is outside the scope, unknown or malformed. */
  async read(member: Member, transaction: Transaction, agreementId: string): Promise<Structure> {
    const { organisationId } = member.session;
    const structure = isId(agreementId)
      ? await readStructure(transaction, organisationId, agreementId)
      : null;
    if (!structure) throw notFound(agreementId);
    this.remember(keyOf(member, agreementId), {
      structure,
      until: member.now().getTime() + MAX_KNOWN_MS,
    });
    return structure;
  }

  private remember(key: string, known: Known): void {
    this.known.delete(key);
    if (this.known.size >= MAX_KNOWN) this.known.delete(this.known.keys().next().value ?? key);
    this.known.set(key, known);
  }
}

function keyOf({ session: { memberId, accessVersion } }: Member, agreementId: string): string {
  return `${memberId} ${accessVersion} ${agreementId}`;
}
