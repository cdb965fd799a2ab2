import type { AgreementService } from '../agreement';
import type { NameService } from '../directory';
import type { Catalogue } from './catalogue';
import { CompletionResolver, prefetchCompletion, TermCompletionResolver } from './completion.resolver';
import { CompletionService } from './completion.service';
import { IndicatorResolver } from './indicator.resolver';
import { TableNamesResolver } from './table-names.resolver';
import { TargetService } from './target.service';

export { Catalogue, type Indicator, type Measure, shown } from './catalogue';
export { IndicatorType, MeasureType } from './indicator.type';
export { CompletionService, type CompletionTable } from './completion.service';
export { CompletionTableType } from './completion.type';
export { checkDay, checkLocation, type Location, type LocationInput } from './location.rules';
export { type AgreementInTerm, progressOfGroups, type ProgressSums } from './progress.repository';
export { checkIndicator, checkQuantities, type GivenQuantity } from './quantity.rules';
export {
  anyRowBehind,
  COMPLETION_OF_RANGE,
  HAS_FIGURES,
  indicators,
  measures,
  MONTH_ROLLUP,
  RANGE_OF_DAYS,
  rangeOfMonths,
  TARGETS,
  TERM_ROLLUP,
  TOTAL_ROLLUP,
  TOTAL_TARGET,
  totalsExcept,
} from './read.sql';
export type { SetTargetsInput } from './target.input';

export function createCompletion({
  agreements,
  catalogue,
  names,
}: {
  agreements: AgreementService;
  catalogue: Catalogue;
  names: NameService;
}) {
  const completion = new CompletionService(catalogue);
  const targets = new TargetService(catalogue);
  const resolvers = [
    new CompletionResolver(completion, targets, agreements),
    new IndicatorResolver(catalogue),
    new TableNamesResolver(agreements, names),
    new TermCompletionResolver(completion),
  ];
  return { resolvers, services: { completion, targets }, prefetch: prefetchCompletion(completion) };
}
