import type { Path } from './pages';
import type { Viewer } from '../session/viewer';

interface Start {
  /** An action that the one who begins there is allowed. */
  readonly may: string;
  /** Only who has this role, where others of its kind begin elsewhere. */
  readonly role?: Viewer['role'];
  readonly path: Path;
}

/** Where the days of members begin: of each the first line that fits. */
const STARTS: readonly Start[] = [
  { may: 'serviceRecord.record', role: 'WORKER', path: '/console/entry' },
  { may: 'serviceRecord.record', role: 'MANAGER', path: '/console/completion' },
  { may: 'overview.operator', path: '/console/overview' },
  { may: 'overview.purchaser', path: '/console/overview' },
  { may: 'overview.district', path: '/console/overview' },
  { may: 'assessment.score', path: '/console/work' },
  { may: 'organisation.add', path: '/console/members' },
];

/** The page that a member's day begins with. */
export function startPageOf(viewer: Pick<Viewer, 'may' | 'role'>): Path {
  const start = STARTS.find(
    ({ may, role = viewer.role }) => viewer.may.includes(may) && role === viewer.role,
  );
  return start?.path ?? '/console';
}
