import type { Caller } from '../../../../access';
import type { WorkbookDraft } from '../../../../platform/sheets';
import { type AgreementRow, type AgreementService, keyOf } from '../../../agreement';
import type { Catalogue } from '../../../completion';
import { propertiesOf } from '../sheet-properties';
import { LogColumns } from './log-columns';
import { logTemplate } from './log-template';

/** An empty service log of an agreement, to be filled in. */
export class LogTemplateService {
  constructor(private readonly options: { agreements: AgreementService; catalogue: Catalogue }) {}

  async draft(caller: Caller, agreement: AgreementRow): Promise<WorkbookDraft> {
    caller.assert('serviceRecord.read');
    const { agreements, catalogue } = this.options;
    const key = keyOf(agreement);
    const [zones, points, projects] = await Promise.all([
      agreements.zones(caller, key),
      agreements.points(caller, key),
      agreements.projects(caller, key),
    ]);
    const { startsOn, endsOn } = agreement;
    const namesOf = (parts: readonly { name: string }[]): string[] => parts.map(({ name }) => name);
    const names = {
      片区: namesOf(zones),
      社工点: namesOf(points),
      项目: namesOf(projects),
      指标: catalogue.indicators.map(({ nameZh }) => nameZh),
    };
    const columns = new LogColumns(catalogue).all;
    return {
      title: '服务记录表',
      sheets: logTemplate({ columns, startsOn, endsOn, names }),
      properties: propertiesOf('SERVICE_LOG_TEMPLATE', agreement, { from: startsOn, to: endsOn }),
    };
  }
}
