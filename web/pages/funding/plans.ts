import { Reading } from '../../forms/reading';
import type { Read } from '../../forms/use-sending';
import type {
  FundingLevel,
  SetBudgetInput,
  SetFiscalBudgetInput,
  SetFundingSourcesInput,
} from '../../generated/graphql';

/** A line of a budget as it is typed. */
export interface Line {
  readonly category: string;
  readonly amount: string;
}

export const LEVELS: readonly FundingLevel[] = ['CITY', 'DISTRICT'];

/** Without the lines that nothing was typed in. */
export function withoutEmpty(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ category, amount }) => category.trim() !== '' || amount.trim() !== '');
}

export function budgetOf(
  agreementId: string,
  expectedVersion: number,
  lines: readonly Line[],
): Read<SetBudgetInput> {
  const reading = new Reading();
  const planned = lines.map(({ category, amount }, index) => {
    const at = ['lines', String(index)];
    reading.required(category, ...at, 'category');
    return { category, amount: reading.number(amount, ...at, 'amount') };
  });
  return { input: { agreementId, expectedVersion, lines: planned }, mistakes: reading.mistakes };
}

export type Sources = Readonly<Record<FundingLevel, string>>;

/** The sources that have an amount; the path of a mistake counts these alone. */
export function sourcesOf(agreementId: string, amounts: Sources): Read<SetFundingSourcesInput> {
  const reading = new Reading();
  const sources = givenLevels(amounts).map((level, at) => ({
    level,
    amount: reading.number(amounts[level], 'sources', String(at), 'amount'),
  }));
  return { input: { agreementId, sources }, mistakes: reading.mistakes };
}

export function givenLevels(amounts: Sources): FundingLevel[] {
  return LEVELS.filter((level) => amounts[level].trim() !== '');
}

export interface FiscalBudget {
  readonly fiscalYear: string;
  readonly amount: string;
  readonly share: string;
  readonly by: string;
}

export function fiscalBudgetOf(
  agreementId: string,
  { fiscalYear, amount, share, by }: FiscalBudget,
): Read<SetFiscalBudgetInput> {
  const reading = new Reading();
  const hasRule = share.trim() !== '' || by.trim() !== '';
  const input = {
    agreementId,
    fiscalYear: reading.count(fiscalYear, 'fiscalYear'),
    amount: reading.number(amount, 'amount'),
    recall: hasRule
      ? {
          share: reading.number(share, 'recall', 'share'),
          by: reading.day(by, 'recall', 'by'),
        }
      : null,
  };
  return { input, mistakes: reading.mistakes };
}
