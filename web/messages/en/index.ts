import type { Messages } from '../zh';
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

export const en: Messages = {
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
