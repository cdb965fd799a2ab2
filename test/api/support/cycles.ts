import type { Client } from '../../kit/api';
import type { UserError } from './questions';

const CYCLE = `id procurementNumber amount startsOn endsOn operator { name } purchaser { name }
  agreements { id cycleYear }`;

export interface Cycle {
  id: string;
  procurementNumber: string;
  amount: string;
  startsOn: string;
  endsOn: string;
  operator: { name: string };
  purchaser: { name: string };
  agreements: { id: string; cycleYear: number }[];
}

export const REGISTER_CYCLE = `mutation($input: RegisterContractCycleInput!) {
  registerContractCycle(input: $input) { cycle { ${CYCLE} } userErrors { code path message } }
}`;

export type CycleInput = Record<string, unknown>;

export async function tryRegisterCycle(
  client: Client,
  input: CycleInput,
): Promise<{ cycle: Cycle | null; userErrors: UserError[] }> {
  return (
    await client.get<{ registerContractCycle: { cycle: Cycle | null; userErrors: UserError[] } }>(
      REGISTER_CYCLE,
      { input },
    )
  ).registerContractCycle;
}

/** Registers a cycle; fails on user errors. */
export async function registerCycle(client: Client, input: CycleInput): Promise<Cycle> {
  const { cycle, userErrors } = await tryRegisterCycle(client, input);
  if (!cycle) throw new Error(JSON.stringify(userErrors));
  return cycle;
}

/** The cycles that a member sees, by id. */
export async function cyclesOf(client: Client): Promise<Map<string, Cycle>> {
  const { contractCycles } = await client.get<{
    contractCycles: { totalCount: number; nodes: Cycle[] };
  }>(`{ contractCycles(first: 100) { totalCount nodes { ${CYCLE} } } }`);
  expect(contractCycles.totalCount).toBe(contractCycles.nodes.length);
  return new Map(contractCycles.nodes.map((cycle) => [cycle.id, cycle]));
}

/** What an agreement says of its cycle; null outside the scope. */
export async function cycleOf(
  client: Client,
  id: string,
): Promise<{ cycle: { id: string; procurementNumber: string } | null; cycleYear: number | null } | null> {
  const { data } = await client.ask(
    'query($id: ID!) { agreement(id: $id) { cycle { id procurementNumber } cycleYear } }',
    { id },
  );
  return (data as { agreement: Awaited<ReturnType<typeof cycleOf>> } | null)?.agreement ?? null;
}
