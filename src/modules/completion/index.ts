import type { AgreementService } from '../agreement';
import type { NameService } from '../directory';
import type { Catalogue } from './catalogue';
import { CompletionResolver, prefetchCompletion, TermCompletionResolver } from './completion.resolver';
import { CompletionService } from './completion.service';
import { IndicatorResolver } from './indicator.resolver';
import { MonthlyResolver } from './monthly.resolver';
import { MonthlyService } from './monthly.service';
import { TargetListService } from './target-list.service';
import { TargetResolver } from './target.resolver';
import { TableNamesResolver } from './table-names.resolver';
import { TargetService } from './target.service';

export { Catalogue, decimalsOf, type Indicator, type Measure, shown } from './catalogue';
export { IndicatorSection } from './indicator.enums';
export { IndicatorType, MeasureType } from './indicator.type';
export type { CompletionRow } from './completion.rules';
export { CompletionService, type CompletionTable } from './completion.service';
export { CompletionTableType } from './completion.type';
export { checkDay, checkLocation, type Location, type LocationInput } from './location.rules';
export { type AgreementInTerm, type MeasureSums, progressOfGroups } from './progress.repository';
export { checkIndicator, checkMeasure, checkQuantities, type GivenQuantity } from './quantity.rules';
export {
  anyRowBehind,
  COMPLETION_OF_RANGE,
  HAS_FIGURES,
  indicators,
  measures,
  MONTH_ROLLUP,
  RANGE_OF_DAYS,
  rangeOfMonths,
  LAST_TOTAL_TARGET,
  TARGETS,
  targetsAsOf,
  TERM_ROLLUP,
  TOTAL_ROLLUP,
  TOTAL_TARGET,
  totalsExcept,
} from './read.sql';
export { readNames, readTargets, readTargetsBasis } from './target.repository';
export { cellOf, type GivenTarget, type StoredTarget, wordsOf } from './target.rules';
export { TargetService } from './target.service';

export function createCompletion({
  agreements,
  catalogue,
  names,
  targets,
}: {
  agreements: AgreementService;
  catalogue: Catalogue;
  targets: TargetService;
  names: NameService;
}) {
  const completion = new CompletionService(catalogue);
  const resolvers = [
    new CompletionResolver(completion, targets, agreements),
    new IndicatorResolver(catalogue),
    new MonthlyResolver(new MonthlyService(catalogue, agreements)),
    new TargetResolver(new TargetListService(catalogue, agreements)),
    new TableNamesResolver(agreements, names),
    new TermCompletionResolver(completion),
  ];
  return { resolvers, services: { completion }, prefetch: prefetchCompletion(completion) };
}
