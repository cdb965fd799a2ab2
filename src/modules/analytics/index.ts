export { AnalyticsResolver } from './analytics.resolver';
export { AnalyticsService } from './analytics.service';
export { RankingResolver } from './ranking.resolver';
export { RankingService } from './ranking.service';
