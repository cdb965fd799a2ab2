import type { Caller } from '../../../access';
import { badInput } from '../../../platform/app-error';
import { type Connection, type PageArgs, toConnection, toPage } from '../../../platform/graphql/connection';
import type { AssessmentRow } from '../assessment.repository';
import type { FindingRow } from '../finding.repository';
import type { AssessmentFilter, FindingFilter } from './worklist.input';
import { assessmentCount, assessmentPage, findingCount, findingPage } from './worklist.repository';

/** 评估待办: assessments and findings across agreements, as far as the viewer's scope goes. */
export class WorklistService {
  async assessments(
    caller: Caller,
    filter: AssessmentFilter,
    args: PageArgs,
  ): Promise<Connection<AssessmentRow>> {
    const member = caller.assert('assessment.read');
    checkDistrict(filter);
    const page = toPage(args, ['uuid']);
    const rows = await assessmentPage(member, filter, page);
    for (const { agreementId } of rows.slice(0, page.size)) member.viewedAgreementIds.add(agreementId);
    return toConnection(
      rows,
      page,
      ({ id }) => [id],
      async () => assessmentCount(member, filter),
    );
  }

  async findings(caller: Caller, filter: FindingFilter, args: PageArgs): Promise<Connection<FindingRow>> {
    const member = caller.assert('assessment.read');
    checkDistrict(filter);
    const page = toPage(args, ['uuid']);
    const rows = await findingPage(member, filter, page);
    for (const { agreementId } of rows.slice(0, page.size)) member.viewedAgreementIds.add(agreementId);
    return toConnection(
      rows,
      page,
      ({ id }) => [id],
      async () => findingCount(member, filter),
    );
  }
}

function checkDistrict({ districtCode }: { districtCode?: string | null }): void {
  if (districtCode?.includes('\0')) throw badInput('FILTER_UNPRINTABLE');
}
