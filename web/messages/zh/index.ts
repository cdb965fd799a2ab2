import type { Translation } from '../translation';
import { account } from './account';
import { agreements } from './agreements';
import { audit } from './audit';
import { common } from './common';
import { completion } from './completion';
import { entry } from './entry';
import { forms } from './forms';
import { help } from './help';
import { home } from './home';
import { invitation } from './invitation';
import { members } from './members';
import { organisations } from './organisations';
import { overview } from './overview';
import { pages } from './pages';
import { period } from './period';
import { place } from './place';
import { records } from './records';
import { roster } from './roster';
import { signIn } from './sign-in';
import { terms } from './terms';

export const zh = {
  common,
  signIn,
  pages,
  period,
  place,
  terms,
  invitation,
  forms,
  members,
  audit,
  organisations,
  home,
  help,
  completion,
  records,
  overview,
  account,
  agreements,
  roster,
  entry,
};

/** The catalogue by which the other is typed: every text, and its arguments. */
export type Messages = Translation<typeof zh>;
