import type { OrganisationService } from '../directory';
import { MonthRemarksResolver, RecordRemarksResolver, RemarkResolver } from './remark.resolver';
import { RemarkService } from './remark.service';

export function createRemarks({ organisations }: { organisations: OrganisationService }) {
  const remarks = new RemarkResolver(new RemarkService(), organisations);
  return { resolvers: [remarks, new RecordRemarksResolver(), new MonthRemarksResolver()] };
}
