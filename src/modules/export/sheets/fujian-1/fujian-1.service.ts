import type { Caller } from '../../../../access';
import type { Decimal } from '../../../../platform/decimal';
import type { WorkbookDraft } from '../../../../platform/sheets';
import { type AgreementRow, keyOf, ServiceModel } from '../../../agreement';
import type { Catalogue, CompletionService, CompletionTable } from '../../../completion';
import type { NameService } from '../../../directory';
import type { StaffingService } from '../../../staffing';
import type { SheetRequest } from '../sheet.request';
import { propertiesOf } from '../sheet-properties';
import { FormFigures } from './figures';
import { fujian1, titleOf } from './fujian-1';
import { projectTable } from './project-table';

export interface Fujian1Options {
  catalogue: Catalogue;
  completion: CompletionService;
  staffing: StaffingService;
  names: NameService;
}

/** 附件1 of an agreement, with the figures of its completion table, or to be filled in. */
export class Fujian1Service {
  constructor(private readonly options: Fujian1Options) {}

  async draft(
    caller: Caller,
    agreement: AgreementRow,
    { term: termId, from, to }: SheetRequest,
    isTemplate: boolean,
  ): Promise<WorkbookDraft> {
    const { catalogue, completion, names } = this.options;
    const table = await completion.table(caller, agreement.id, { termId, from, to });
    const { station } = await names.ofAgreement(caller, agreement, table.to);
    const form = {
      station,
      from: table.from,
      to: table.to,
      indicators: catalogue.indicators,
      figures: new FormFigures(table.rows, isTemplate),
      zones: table.zones,
    };
    const isByProject = agreement.serviceModel === ServiceModel.PROJECT_113X;
    const sheets = isByProject
      ? [projectTable({ ...form, projects: projectsOf(table) })]
      : fujian1({ ...form, workers: await this.workers(caller, agreement, table) });
    return {
      title: titleOf(station),
      sheets,
      properties: propertiesOf(isTemplate ? 'FUJIAN_1_TEMPLATE' : 'FUJIAN_1', agreement, table),
    };
  }

  /** 投入社工人数: those of each zone at the end of the month in which the table ends. */
  private async workers(
    caller: Caller,
    agreement: AgreementRow,
    { from, to }: CompletionTable,
  ): Promise<Map<string, Decimal>> {
    const { startsOn, endsOn } = agreement;
    const days = { ...keyOf(agreement), startsOn, endsOn };
    const { staffByZone } = await this.options.staffing.report(
      caller,
      days,
      from.slice(0, 7),
      to.slice(0, 7),
    );
    return new Map(staffByZone.flatMap(({ zone, atEnd }) => (zone ? [[zone.id, atEnd] as const] : [])));
  }
}

/** The projects of a table, which every row has. */
function projectsOf({ rows }: CompletionTable) {
  return rows[0]?.byProject.map(({ project }) => project) ?? [];
}
