export { DistrictType } from './district.type';
export { type District, DistrictDirectory } from './district.directory';
export { type OrganisationRow, organisationById } from './organisation.repository';
export { OrganisationResolver } from './organisation.resolver';
export { OrganisationService } from './organisation.service';
export { OrganisationType } from './organisation.type';
export { SessionResolver } from './session.resolver';
export { districts, stationAccess, stationJson, stationOf, type StationRow, stationWithId } from './read.sql';
export {
  insertStation,
  insertStationAccess,
  lockStation,
  stationById,
  stationNameIsTaken,
} from './station.repository';
export { StationResolver } from './station.resolver';
export { StationService } from './station.service';
export { StationType } from './station.type';
export { SessionPayload } from './viewer.type';
export { ViewerResolver } from './viewer.resolver';
export { ViewerService } from './viewer.service';
