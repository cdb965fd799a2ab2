import { confirmedAgreements } from '../agreement';
import { unpaidInstalments } from '../funding';
import { isRecent } from '../reporting';
import { OWN, TODAY } from './scope.sql';
import { TaskKind } from './task.enums';
import type { TaskSource } from './task-source';

/** 待拨付的分期款项: released, and not wholly received. */
export const INSTALMENTS_TO_PAY: TaskSource = {
  kind: TaskKind.PAY_INSTALMENT,
  action: 'payment.record',
  waiting: {
    PURCHASER: `
      select a.id as agreement_id, a.id::text as subject_id, u.condition as subject, u.released_on as due_on,
             u.released_on + 1 as since
        from ${confirmedAgreements('a')} cross join ${unpaidInstalments('u', TODAY)}
       where a.purchaser_id = ${OWN} and ${isRecent('a.ends_on', TODAY)}`,
  },
};
