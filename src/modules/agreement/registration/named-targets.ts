import type { Write } from '../../../access';
import type { Fault } from '../../../platform/faults';
import type { RegisterAgreementInput } from './agreement.input';
import type { Change } from '../amendment/changes.rules';
import type { AmendmentContent } from '../amendment/content';
import type { Structure } from '../parts/structure.repository';
import type { Copier } from '../renewal/copies';
import type { PartIds } from '../parts/parts.store';
import type { Written } from './registration.repository';

/**
 * The targets that come with a registration. Agreements come before completion, of which they know only that it checks
 * and writes them.
 */
export interface NamedTargets {
  /** The faults of the targets of a registration, before anything is written. */
  faultsOf: (input: RegisterAgreementInput) => Fault[];
  /** Writes the targets of an agreement that has none. */
  write: (
    transaction: Write,
    written: Written,
    input: RegisterAgreementInput,
    setBy: string,
  ) => Promise<void>;
  /** Removes all targets, or those whose term, zone or project is not kept. */
  forget: (transaction: Write, written: Omit<Written, 'parts'>, kept: PartIds | null) => Promise<void>;
  /** Copies the targets that are in force on the last day of an earlier agreement. */
  copy: Copier;
  /** What targets of an amendment change from a day on, and the faults of those that cannot. */
  amend: (transaction: Write, structure: Structure, content: AmendmentContent) => Promise<AmendedTargets>;
}

/** The changes that targets of an amendment make, and how to apply them. */
export interface AmendedTargets {
  faults: Fault[];
  changes: Change[];
  apply: (amendmentId: string, setBy: string) => Promise<void>;
}
