import type { Action, Caller } from '../../../access';
import { writeWorkbook, type WorkbookDraft } from '../../../platform/sheets';
import type { AgreementRow, AgreementService } from '../../agreement';
import type { ExportAdmission } from '../admission';
import { type Fujian1Options, Fujian1Service } from './fujian-1/fujian-1.service';
import { Fujian2Service } from './fujian-2/fujian-2.service';
import { LogTemplateService } from './service-log/log-template.service';
import { readSheetRequest, type SheetParameter, type SheetRequest } from './sheet.request';

export interface SheetServiceOptions extends Fujian1Options {
  agreements: AgreementService;
  admission: ExportAdmission;
}

/** One of the official spreadsheets: its address, who may read it, and what may be asked. */
interface SheetOffer {
  actions: readonly Action[];
  parameters: readonly SheetParameter[];
  draft: (caller: Caller, agreement: AgreementRow, request: SheetRequest) => Promise<WorkbookDraft>;
}

/** The official spreadsheets of one agreement, as what its reader sees of it. */
export class SheetService {
  private readonly offers: Readonly<Record<string, SheetOffer>>;
  private readonly admission: ExportAdmission;

  constructor(private readonly options: SheetServiceOptions) {
    this.admission = options.admission;
    const fujian1 = new Fujian1Service(options);
    const fujian2 = new Fujian2Service(options);
    const log = new LogTemplateService(options);
    this.offers = {
      'export/fujian-1.xlsx': {
        actions: ['completion.read', 'staffing.read'],
        parameters: ['agreement', 'term', 'from', 'to'],
        draft: async (...given) => fujian1.draft(...given, false),
      },
      'template/fujian-1.xlsx': {
        actions: ['completion.read', 'staffing.read'],
        parameters: ['agreement', 'term'],
        draft: async (...given) => fujian1.draft(...given, true),
      },
      'export/fujian-2.xlsx': {
        actions: ['staffing.read'],
        parameters: ['agreement', 'from', 'to'],
        draft: async (...given) => fujian2.draft(...given, false),
      },
      'template/fujian-2.xlsx': {
        actions: ['staffing.read'],
        parameters: ['agreement', 'from', 'to'],
        draft: async (...given) => fujian2.draft(...given, true),
      },
      'template/service-log.xlsx': {
        actions: ['serviceRecord.read'],
        parameters: ['agreement'],
        draft: async (caller, agreement) => log.draft(caller, agreement),
      },
    };
  }

  get files(): string[] {
    return Object.keys(this.offers);
  }

  /** The bytes of a spreadsheet: authorized, charged, and recorded in the audit log. */
  async write(caller: Caller, file: string, search: string): Promise<Buffer> {
    const { agreements } = this.options;
    this.admission.chargeRequest(caller);
    const offer = this.offers[file];
    if (!offer) throw new Error(`there is no spreadsheet ${file}`);
    const [member] = offer.actions.map((action) => caller.assert(action));
    if (!member) throw new Error(`nobody may read ${file}`);
    const request = readSheetRequest(search, offer.parameters);
    const leave = this.admission.enter(caller, member);
    try {
      const agreement = await agreements.get(caller, request.agreement);
      const draft = await offer.draft(caller, agreement, request);
      caller.exporting(file, request);
      return await writeWorkbook(draft);
    } finally {
      leave();
    }
  }
}
