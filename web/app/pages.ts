import type { Messages } from '../messages';

/** A page of the console, as the navigation has it. */
interface PageEntry {
  readonly title: Exclude<keyof Messages['pages'], 'groups'>;
  readonly group: keyof Messages['pages']['groups'];
  /** The actions, of the table of actions, one of which a member must be allowed, or the page is not offered. */
  readonly needs: readonly string[];
  /** Whether it begins with a list, and not with the station that other pages are about. */
  readonly isList?: true;
  /** Whether it is reached from a list alone, and is not in the navigation. */
  readonly isDetail?: true;
}

/**
 * All pages by their address, in the order of the navigation. The server answers these addresses and no others, so
 * that there is nothing to traverse: the build writes them down for it, and so this file imports nothing but types.
 */
const ENTRIES = {
  '/console': { title: 'home', group: 'work', needs: ['viewer.read'] },
  '/console/entry': { title: 'entry', group: 'work', needs: ['serviceRecord.record'] },
  '/console/records': { title: 'records', group: 'work', needs: ['serviceRecord.read'] },
  '/console/import': { title: 'imports', group: 'work', needs: ['import.read'] },
  '/console/work': {
    title: 'work',
    group: 'work',
    needs: ['assessment.score', 'finding.respond'],
    isList: true,
  },
  '/console/board': { title: 'board', group: 'work', needs: ['month.read'], isList: true },
  '/console/month': { title: 'month', group: 'work', needs: ['month.read'] },
  '/console/acceptance': { title: 'acceptance', group: 'work', needs: ['month.accept'], isList: true },
  '/console/completion': { title: 'completion', group: 'reports', needs: ['completion.read'] },
  '/console/months': { title: 'months', group: 'reports', needs: ['completion.read'] },
  '/console/targets': { title: 'targets', group: 'reports', needs: ['completion.read'] },
  '/console/roster': { title: 'roster', group: 'reports', needs: ['staffing.read'] },
  '/console/funding': { title: 'funding', group: 'reports', needs: ['funding.read'] },
  '/console/reports': { title: 'published', group: 'reports', needs: ['report.read'] },
  '/console/report': { title: 'published', group: 'reports', needs: ['report.read'], isDetail: true },
  '/console/report-audit': { title: 'reportAudit', group: 'reports', needs: ['reportAudit.read'] },
  '/console/assessments': { title: 'assessments', group: 'reports', needs: ['assessment.read'] },
  '/console/assessment': {
    title: 'assessments',
    group: 'reports',
    needs: ['assessment.read'],
    isDetail: true,
  },
  '/console/satisfaction': { title: 'satisfaction', group: 'reports', needs: ['satisfaction.read'] },
  '/console/evaluations': { title: 'evaluations', group: 'reports', needs: ['evaluation.read'] },
  '/console/agreements': { title: 'agreements', group: 'reports', needs: ['agreement.read'], isList: true },
  '/console/overview': {
    title: 'overview',
    group: 'overview',
    needs: ['overview.operator', 'overview.purchaser', 'overview.district'],
  },
  '/console/heatmap': {
    title: 'heatmap',
    group: 'overview',
    needs: ['overview.operator', 'overview.purchaser', 'overview.district'],
  },
  '/console/trends': { title: 'trends', group: 'overview', needs: ['analytics.read'] },
  '/console/ranking': { title: 'ranking', group: 'overview', needs: ['analytics.read'] },
  '/console/members': { title: 'members', group: 'own', needs: ['member.read'], isList: true },
  '/console/audit': { title: 'audit', group: 'own', needs: ['audit.read'], isList: true },
  '/console/account': { title: 'account', group: 'own', needs: ['password.change'] },
  '/console/help': { title: 'help', group: 'own', needs: ['viewer.read'], isList: true },
  // For who has no account yet, or no password any more: nobody has them in the navigation.
  '/console/invitation': { title: 'invitation', group: 'own', needs: [] },
  '/console/reset': { title: 'reset', group: 'own', needs: [] },
  '/console/forgotten': { title: 'forgotten', group: 'own', needs: [] },
} as const satisfies Record<string, PageEntry>;

export type Path = keyof typeof ENTRIES;

export const PAGES: Readonly<Record<Path, PageEntry>> = ENTRIES;

export const INVITATION = '/console/invitation' satisfies Path;
export const RESET = '/console/reset' satisfies Path;
export const FORGOTTEN = '/console/forgotten' satisfies Path;

export const PATHS = Object.keys(ENTRIES) as Path[];

/** What a page is called: of the platform, the page of members begins with the directory of organisations. */
export function titleOf(path: Path, may: readonly string[]): PageEntry['title'] {
  return path === '/console/members' && may.includes('organisation.add')
    ? 'organisations'
    : PAGES[path].title;
}

/** Whether a member who is allowed these actions has the page. */
export function isOffered(path: Path, may: readonly string[]): boolean {
  return PAGES[path].needs.some((action) => may.includes(action));
}
