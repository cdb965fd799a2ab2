import type { SignInService } from '../../access';
import type { DistrictDirectory } from './district.directory';
import { OrganisationNameResolver, StationNameResolver } from './names/name.resolver';
import { NameService } from './names/name.service';
import { OrganisationResolver } from './organisation.resolver';
import { OrganisationService } from './organisation.service';
import { SessionResolver } from './session.resolver';
import { StationResolver } from './station.resolver';
import { StationService } from './station.service';
import { ViewerResolver } from './viewer.resolver';
import { ViewerService } from './viewer.service';

export { DistrictType } from './district.type';
export { type District, DistrictDirectory } from './district.directory';
export { organisationById } from './organisation.repository';
export { OrganisationService } from './organisation.service';
export { OrganisationType } from './organisation.type';
export { checkRenaming, type Named } from './names/name.rules';
export { NameService } from './names/name.service';
export { AgreementNamesType, RenamingInput } from './names/name.type';
export {
  districts,
  organisationFormerNames,
  organisationNameOn,
  stationAccess,
  stationJson,
  stationNameOn,
  stationOf,
  type StationRow,
  stationWithId,
} from './read.sql';
export {
  insertStation,
  insertStationAccess,
  listedStation,
  lockStation,
  stationById,
  stationNameIsTaken,
} from './station.repository';
export { StationService } from './station.service';
export { StationType } from './station.type';
export { SessionPayload, ViewerType } from './viewer.type';
export { ViewerService } from './viewer.service';

export function createDirectory({
  districts,
  signIn,
}: {
  districts: DistrictDirectory;
  signIn: SignInService;
}) {
  const organisations = new OrganisationService();
  const stations = new StationService();
  const names = new NameService(organisations, stations);
  const viewers = new ViewerService();
  const resolvers = [
    new OrganisationNameResolver(names),
    new OrganisationResolver(organisations, stations, districts),
    new SessionResolver(signIn, viewers),
    new StationNameResolver(names, stations),
    new StationResolver(stations, districts),
    new ViewerResolver(viewers, organisations),
  ];
  return { resolvers, services: { names, organisations, stations, viewers } };
}
