import type { Catalogue } from '../completion';
import type { DistrictDirectory, NameService } from '../directory';
import type { FundingService } from '../funding';
import { AgreementFiguresResolver, DistrictFiguresResolver } from './figures.resolver';
import { FigureService } from './figures.service';
import { OverviewNamesResolver } from './overview-names.resolver';
import { OverviewResolver } from './overview.resolver';
import { OverviewService } from './overview.service';

interface OverviewDependencies {
  catalogue: Catalogue;
  districts: DistrictDirectory;
  funding: FundingService;
  names: NameService;
}

export function createOverview({ catalogue, districts, funding, names }: OverviewDependencies) {
  const figures = new FigureService(catalogue, funding);
  const resolvers = [
    new AgreementFiguresResolver(figures),
    new DistrictFiguresResolver(figures),
    new OverviewNamesResolver(names),
    new OverviewResolver(new OverviewService(districts)),
  ];
  return { resolvers };
}
