import type { AgreementService } from '../agreement';
import type { Catalogue } from '../completion';
import type { DistrictDirectory, OrganisationService } from '../directory';
import { AnalyticsResolver } from './analytics.resolver';
import { AnalyticsService } from './analytics.service';
import { RankingResolver } from './ranking.resolver';
import { RankingService } from './ranking.service';

interface AnalyticsDependencies {
  agreements: AgreementService;
  catalogue: Catalogue;
  districts: DistrictDirectory;
  organisations: OrganisationService;
}

export function createAnalytics({ agreements, catalogue, districts, organisations }: AnalyticsDependencies) {
  const analytics = new AnalyticsService(catalogue, districts);
  const resolvers = [
    new AnalyticsResolver(analytics, districts, organisations, agreements),
    new RankingResolver(new RankingService(catalogue, districts)),
  ];
  return { resolvers };
}
