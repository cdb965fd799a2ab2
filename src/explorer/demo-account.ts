import type { Text } from './html';

/** An account of the demo, as the pages show it: never with its password. */
export interface DemoAccount {
  email: string;
  title: Text;
  /** Kind of organisation, with or without the member's role: OPERATOR_WORKER, CITY_BUREAU. */
  role: string;
}

/** Accounts that do the same kind of work. */
interface AccountGroup {
  title: Text;
  accounts: DemoAccount[];
}

const GROUPS: readonly (readonly [prefix: string, title: Text])[] = [
  ['OPERATOR', { zh: '承接机构', en: 'Operators' }],
  ['PURCHASER', { zh: '购买方', en: 'Purchasers' }],
  ['SUPERVISOR', { zh: '区民政局', en: 'District bureaus' }],
  ['CITY_BUREAU', { zh: '市民政局', en: 'City bureau' }],
  ['MENTORING_CENTRE', { zh: '市督导中心', en: 'Mentoring centre' }],
  ['ASSESSOR', { zh: '第三方评估机构', en: 'Assessor' }],
  ['PLATFORM', { zh: '平台', en: 'Platform' }],
];
const OTHERS: Text = { zh: '其他', en: 'Others' };

const MEMBERS: readonly (readonly [suffix: string, title: Text])[] = [
  ['_ADMIN', { zh: '管理员', en: 'admin' }],
  ['_MANAGER', { zh: '主管', en: 'manager' }],
  ['_WORKER', { zh: '社工', en: 'worker' }],
  ['_VIEWER', { zh: '查看者', en: 'viewer' }],
];

/** What the member is in its organisation, where that distinguishes it from others of its group. */
export function memberIn(account: DemoAccount, group: AccountGroup): Text | undefined {
  const titles = new Set(group.accounts.map(titleOf));
  return titles.size > 1 ? titleOf(account) : undefined;
}

function titleOf({ role }: DemoAccount): Text | undefined {
  return MEMBERS.find(([suffix]) => role.endsWith(suffix))?.[1];
}

/** The accounts by the work they do; groups without accounts are left out. */
export function accountGroups(accounts: readonly DemoAccount[]): AccountGroup[] {
  const groups = GROUPS.map(([prefix, title]) => ({
    title,
    accounts: accounts.filter(({ role }) => role.startsWith(prefix)),
  }));
  const grouped = new Set(groups.flatMap((group) => group.accounts));
  const others = { title: OTHERS, accounts: accounts.filter((account) => !grouped.has(account)) };
  return [...groups, others].filter((group) => group.accounts.length > 0);
}
