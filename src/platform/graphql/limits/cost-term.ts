import { type Size, sizeNow, type Variables } from './argument-size';

/** A variable that `@include` or `@skip` asks, and what it must be for the field to be answered. */
export interface Gate {
  variable: string;
  open: boolean;
  absent: boolean;
}

/** What the variables decide of a cost: fixed + once + size × (perItem + repeated). */
export interface CostTerm {
  gates: readonly Gate[];
  fixed: number;
  size: Size;
  perItem: number;
  once: readonly CostTerm[];
  repeated: readonly CostTerm[];
}

/** A cost: a number, or as much of it as the variables leave open. */
export type Cost = number | CostTerm;

/** The parts of a CostTerm, its inner costs not yet told into numbers and terms. */
export interface CostParts {
  gates?: readonly Gate[];
  fixed?: number;
  size?: Size;
  perItem?: number;
  once?: readonly Cost[];
  repeated?: readonly Cost[];
}

/** Puts a cost together, and works out at once whatever no variable can change. */
export function costOf(parts: CostParts): Cost {
  const { gates = [], size = 1 } = parts;
  const fixed = (parts.fixed ?? 0) + sumOf(parts.once ?? []);
  const perItem = (parts.perItem ?? 0) + sumOf(parts.repeated ?? []);
  const once = (parts.once ?? []).filter(isTerm);
  const repeated = (parts.repeated ?? []).filter(isTerm);
  const settled = typeof size === 'number' && once.length === 0 && repeated.length === 0;
  if (settled && gates.length === 0) return fixed + size * perItem;
  return { gates, fixed, size, perItem, once, repeated };
}

/** What a request costs, with its variables. */
export function costNow(cost: Cost, variables: Variables): number {
  if (typeof cost === 'number') return cost;
  if (!cost.gates.every((gate) => (variables[gate.variable] ?? gate.absent) === gate.open)) return 0;
  let total = cost.fixed;
  for (const term of cost.once) total += costNow(term, variables);
  let item = cost.perItem;
  for (const term of cost.repeated) item += costNow(term, variables);
  return item === 0 ? total : total + sizeNow(cost.size, variables) * item;
}

function isTerm(cost: Cost): cost is CostTerm {
  return typeof cost !== 'number';
}

function sumOf(costs: readonly Cost[]): number {
  return costs.reduce<number>((sum, cost) => (typeof cost === 'number' ? sum + cost : sum), 0);
}
