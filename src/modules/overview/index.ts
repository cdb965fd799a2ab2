export { AgreementFiguresResolver, DistrictFiguresResolver } from './figures.resolver';
export { FigureService } from './figures.service';
export { OverviewResolver } from './overview.resolver';
export { OverviewService } from './overview.service';
