import type { Caller } from '../../../../access';
import type { WorkbookDraft } from '../../../../platform/sheets';
import { type AgreementRow, keyOf } from '../../../agreement';
import type { NameService } from '../../../directory';
import type { StaffingService } from '../../../staffing';
import type { SheetRequest } from '../sheet.request';
import { propertiesOf } from '../sheet-properties';
import { fujian2 } from './fujian-2';

/** 附件2 of an agreement: its roster month by month as the viewer sees it, or to be filled in. */
export class Fujian2Service {
  constructor(private readonly options: { staffing: StaffingService; names: NameService }) {}

  async draft(
    caller: Caller,
    agreement: AgreementRow,
    asked: SheetRequest,
    isEmpty: boolean,
  ): Promise<WorkbookDraft> {
    const { staffing, names } = this.options;
    const { startsOn, endsOn } = agreement;
    const today = caller.assert('staffing.read').today();
    const from = asked.from ?? startsOn;
    const to = asked.to ?? (!isEmpty && today >= from && today < endsOn ? today : endsOn);
    const days = { ...keyOf(agreement), startsOn, endsOn };
    const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
    const [lines, report, { station }] = await Promise.all([
      staffing.rosterMonths(caller, days, first, last),
      staffing.report(caller, days, first, last),
      names.ofAgreement(caller, agreement, to),
    ]);
    const months = report.months.map(({ month }) => month);
    const { stabilityPercent } = report;
    return {
      title: `${station}人员到岗情况`,
      sheets: [fujian2({ station, startsOn, endsOn, months, lines, stabilityPercent, isEmpty })],
      properties: propertiesOf(isEmpty ? 'FUJIAN_2_TEMPLATE' : 'FUJIAN_2', agreement, { from, to }),
    };
  }
}
