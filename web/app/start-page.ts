import type { Path } from './pages';
import type { Viewer } from '../session/viewer';

/** The page that a member's day begins with. */
export function startPageOf({ may, role }: Pick<Viewer, 'may' | 'role'>): Path {
  if (role === 'WORKER' && may.includes('serviceRecord.record')) return '/console/entry';
  if (role === 'MANAGER' && may.includes('serviceRecord.record')) return '/console/completion';
  const overviews = ['overview.operator', 'overview.purchaser', 'overview.district'];
  if (overviews.some((action) => may.includes(action))) return '/console/overview';
  return may.includes('assessment.score') ? '/console/work' : '/console';
}
