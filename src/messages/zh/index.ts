import type { Translation } from '../translation';
import { access } from './access';
import { agreement } from './agreement';
import { amendment } from './amendment';

import { annotation } from './annotation';
import { assessment } from './assessment';
import { funding } from './funding';
import { imported } from './imported';
import { input } from './input';
import { notice } from './notice';
import { query } from './query';
import { reporting } from './reporting';
import { request } from './request';
import { service } from './service';
import { sheet } from './sheet';
import { sheetFile } from './sheet-file';
import { sheetImport } from './sheet-import';
import { staffing } from './staffing';
import { task } from './task';

export const zh = {
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
  ...sheet,
  ...sheetFile,
  ...annotation,
  ...imported,
  ...sheetImport,
};

/** The catalogue by which the others are typed: every code, and the arguments of its text. */
export type Messages = Translation<typeof zh>;
