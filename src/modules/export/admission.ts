import type { Caller, Member } from '../../access';
import type { ExportSlots } from '../../platform/export/slots';
import { budgetSpent, type CostBudget, type Principal } from '../../platform/graphql/limits';

export interface AdmissionOptions {
  places: ExportSlots;
  budget: CostBudget;
  /** The principal whose cost budget is charged. */
  principalOf: (caller: Caller) => Principal;
  /** Cost of an export: that of the most expensive operation. */
  cost: number;
}

/** What every export is charged, and how many run at once. */
export class ExportAdmission {
  constructor(private readonly options: AdmissionOptions) {}

  /** Before anything is looked at: refused requests cost work too. */
  chargeRequest(caller: Caller): void {
    this.spend(caller, Math.ceil(this.options.cost / 1000));
  }

  /** Charges an export, and takes a slot for it. The answer releases the slot, and must be called once. */
  enter(caller: Caller, member: Member): () => void {
    this.spend(caller, this.options.cost);
    return this.options.places.enter(member.session.organisationId);
  }

  private spend(caller: Caller, cost: number): void {
    const { waitSeconds } = this.options.budget.charge(this.options.principalOf(caller), cost);
    if (waitSeconds > 0) throw budgetSpent(waitSeconds);
  }
}
