import type { Messages } from '../zh';
import { access } from './access';
import { agreement } from './agreement';
import { amendment } from './amendment';
import { assessment } from './assessment';
import { funding } from './funding';
import { input } from './input';
import { notice } from './notice';
import { query } from './query';
import { reporting } from './reporting';
import { request } from './request';
import { service } from './service';
import { sheetAnnotation } from './sheet-annotation';
import { sheetFile } from './sheet-file';
import { sheetReading } from './sheet-reading';
import { sheetRecords } from './sheet-records';
import { sheetSteps } from './sheet-steps';
import { sheetTargetsAndStaff } from './sheet-targets-and-staff';
import { staffing } from './staffing';
import { task } from './task';

export const en: Messages = {
  ...input,
  ...access,
  ...agreement,
  ...amendment,
  ...service,
  ...staffing,
  ...funding,
  ...assessment,
  ...notice,
  ...query,
  ...reporting,
  ...request,
  ...task,
  ...sheetFile,
  ...sheetReading,
  ...sheetRecords,
  ...sheetTargetsAndStaff,
  ...sheetSteps,
  ...sheetAnnotation,
};
