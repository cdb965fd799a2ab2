import type { Write } from '../../../../access';
import { statement } from '../../../../platform/database/statement';
import { BrokenRules, type Fault } from '../../../../platform/faults';

const SAVEPOINT = statement('sheetImport.savepoint', 'savepoint line_of_form');
const RELEASE = statement('sheetImport.release', 'release savepoint line_of_form');
const ROLL_BACK = statement('sheetImport.rollBack', 'rollback to savepoint line_of_form');

/** Several changes of one line, all or none of them: the faults of the rule that one broke, else none. */
export async function orNothing(
  transaction: Write,
  work: (transaction: Write) => Promise<void>,
): Promise<readonly Fault[]> {
  const logged: Parameters<Write['log']>[0][] = [];
  await transaction.query(SAVEPOINT, []);
  try {
    await work({ ...transaction, log: (change) => logged.push(change) });
  } catch (error) {
    if (!(error instanceof BrokenRules)) throw error;
    await transaction.query(ROLL_BACK, []);
    await transaction.query(RELEASE, []);
    return error.faults;
  }
  await transaction.query(RELEASE, []);
  for (const change of logged) transaction.log(change);
  return [];
}
