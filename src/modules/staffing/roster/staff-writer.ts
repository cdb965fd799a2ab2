import { Caller, type Member, type Write } from '../../../access';

/** Who changes staff: a caller in a transaction of its own, or a member as part of a larger write. */
export type StaffWriter = Caller | { member: Member; transaction: Write };

export async function writtenBy<Result>(
  by: StaffWriter,
  work: (member: Member, transaction: Write) => Promise<Result>,
): Promise<Result> {
  if (!(by instanceof Caller)) return work(by.member, by.transaction);
  const member = by.assert('staff.manage');
  return member.write(async (transaction) => work(member, transaction));
}
