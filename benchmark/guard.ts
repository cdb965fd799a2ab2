import type pg from 'pg';
import type { RunningServer } from './fleet';
import { type Figures, median, type Measuring } from './measure';
import { QUESTIONS } from './questions';

/** One record written with the guard of closed months and without it. */
export interface GuardFigures {
  connections: number;
  perSecond: number;
  perSecondWithout: number;
  p50: number;
  p50Without: number;
}

/** What a write may cost more because months can be closed. */
export const MAX_GUARD_RATIO = 1.05;
/** The difference is small, and neighbouring rounds differ: as many pairs, the one first and then the other. */
const PAIRS = 15;
const CONNECTIONS = [1, 16];
const SETTLING_SECONDS = 0.5;
const GUARD = 'agreement_opens_month_of_insert on core.service_record';

/**
 * Writes single records with and without what refuses them in closed months, on one server in one run. Without it the
 * database is as it was before there were months; the service asks about them only when it refuses a record.
 */
export async function measureGuard(
  superuser: pg.Client,
  server: RunningServer,
  measuring: Measuring,
): Promise<GuardFigures[]> {
  const question = QUESTIONS.find(({ name }) => name === 'write 1');
  if (!question) throw new Error('nothing is written');
  const [trigger, table] = GUARD.split(' on ');
  const switchTo = async (state: 'enable' | 'disable'): Promise<void> => {
    await superuser.query(`alter table ${table ?? ''} ${state} trigger ${trigger ?? ''}`);
  };
  const all: GuardFigures[] = [];
  try {
    for (const connections of CONNECTIONS) {
      const rounds = { enable: [] as Figures[], disable: [] as Figures[] };
      for (let pair = 0; pair < PAIRS; pair += 1) {
        for (const state of pair % 2 === 0
          ? (['enable', 'disable'] as const)
          : (['disable', 'enable'] as const)) {
          await switchTo(state);
          // Every connection plans its statements anew: that is not what is measured.
          await measuring.once(question, connections, server, SETTLING_SECONDS);
          rounds[state].push(await measuring.once(question, connections, server));
        }
      }
      const { enable, disable } = rounds;
      all.push({
        connections,
        perSecond: median(enable.map(({ perSecond }) => perSecond)),
        perSecondWithout: median(disable.map(({ perSecond }) => perSecond)),
        p50: median(enable.map(({ p50 }) => p50)),
        p50Without: median(disable.map(({ p50 }) => p50)),
      });
    }
  } finally {
    await switchTo('enable');
  }
  return all;
}
