import type { Translation } from '../translation';
import { account } from './account';
import { agreements } from './agreements';
import { analysis } from './analysis';
import { assessments } from './assessments';
import { charts } from './charts';
import { common } from './common';
import { completion } from './completion';
import { entry } from './entry';
import { forms } from './forms';
import { forgotten } from './forgotten';
import { funding } from './funding';
import { heatmap } from './heatmap';
import { home } from './home';
import { invitation } from './invitation';
import { members } from './members';
import { months } from './months';
import { organisations } from './organisations';
import { overview } from './overview';
import { pages } from './pages';
import { period } from './period';
import { place } from './place';
import { ranking } from './ranking';
import { records } from './records';
import { remarks } from './remarks';
import { reset } from './reset';
import { signIn } from './sign-in';
import { targets } from './targets';
import { terms } from './terms';
import { trends } from './trends';
import { work } from './work';

export const zh = {
  common,
  signIn,
  pages,
  period,
  place,
  terms,
  invitation,
  reset,
  forgotten,
  forms,
  members,
  organisations,
  home,
  completion,
  months,
  targets,
  records,
  remarks,
  overview,
  heatmap,
  trends,
  ranking,
  analysis,
  charts,
  account,
  agreements,
  funding,
  entry,
  work,
  assessments,
};

/** The catalogue by which the other is typed: every text, and its arguments. */
export type Messages = Translation<typeof zh>;
