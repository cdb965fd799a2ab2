import type { OrganisationService } from '../directory';
import { RecordRemarksResolver, RemarkResolver } from './remark.resolver';
import { RemarkService } from './remark.service';

export function createRemarks({ organisations }: { organisations: OrganisationService }) {
  return { resolvers: [new RemarkResolver(new RemarkService(), organisations), new RecordRemarksResolver()] };
}
