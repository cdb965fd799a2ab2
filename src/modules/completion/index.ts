export { Catalogue, type Indicator, type Measure, shown } from './catalogue';
export { IndicatorType, MeasureType } from './indicator.type';
export { prefetchCompletion, CompletionResolver, TermCompletionResolver } from './completion.resolver';
export { CompletionService, type CompletionTable } from './completion.service';
export { CompletionTableType } from './completion.type';
export { IndicatorResolver } from './indicator.resolver';
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
export { TargetService } from './target.service';
