import type { Member } from '../../access';
import type { Transaction } from '../../platform/database/tenant-scope';
import { isId } from '../../platform/ids';
import { notFound } from '../../platform/refusal';
import { readStructure, type Structure } from './structure.repository';

const MAX_KNOWN = 1000;
/** Whoever mends an agreement by hand, as the owner of the database, is heard of after this time. */
const MAX_KNOWN_MS = 60_000;

interface Known {
  structure: Structure;
  until: number;
}

/**
 * Structures that members were shown a moment ago, so that their next record leaves in the first flight. No role of the
 * server may change or delete the parts of an agreement, so what is known stays true; parts may be added, so it is no
 * ground to refuse. Kept for each member and version of its rights: what one may see says nothing about another.
 */
export class AgreementStructureCache {
  private readonly known = new Map<string, Known>();

  /** As it was read a moment ago; null when it was not. */
  find(member: Member, agreementId: string): Structure | null {
    const known = this.known.get(keyOf(member, agreementId));
    return known && known.until > member.now().getTime() ? known.structure : null;
  }

  /** As it stands in the database; refused as not found when it is outside the scope, unknown or malformed. */
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
