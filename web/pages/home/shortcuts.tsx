import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isOffered, type Path, titleOf } from '../../app/pages';
import { texts } from '../../messages';
import { useLastPlace } from '../../place/last-place';
import { addressOf } from '../../place/places';
import { useViewer } from '../../session/viewer';

/** What is done every day, of which a member has some. */
const DAILY = [
  '/console/entry',
  '/console/work',
  '/console/acceptance',
  '/console/completion',
  '/console/records',
  '/console/month',
  '/console/board',
  '/console/overview',
  '/console/agreements',
  '/console/members',
  '/console/audit',
  '/console/help',
] as const satisfies readonly Path[];

/** The pages of the day's work, with a word on what they are for. */
export function Shortcuts(): ReactNode {
  const { home, pages } = texts();
  const { may } = useViewer();
  const place = useLastPlace();
  const offered = DAILY.filter((path) => isOffered(path, may));
  if (offered.length === 0) return null;
  return (
    <ul className="shortcuts">
      {offered.map((path) => {
        const title = titleOf(path, may);
        return (
          <li key={path}>
            <Link href={addressOf(path, place)}>
              <b>{pages[title]}</b>
              <span className="soft">{home.purpose[title as keyof typeof home.purpose]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
