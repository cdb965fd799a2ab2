import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../api/queries';
import { TaskCountsDocument } from '../generated/graphql';
import { texts } from '../messages';
import { useLastPlace } from '../place/last-place';
import { addressOf } from '../place/places';
import { useViewer } from '../session/viewer';
import { COMPONENTS } from './components';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { SignOut } from './sign-out';
import { isOffered, PAGES, type Path, PATHS, titleOf } from './pages';
import { type TaskSum, tasksOn } from './task-counts';

/** The pages that the member has, who it is, and the way out. */
export function Navigation({ path }: { readonly path: string }): ReactNode {
  const { common, pages } = texts();
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  // On a low screen the list is longer than the place for it.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [path]);
  const offered = PATHS.filter((it) => isOffered(it, viewer.may) && !PAGES[it].isDetail);
  const counts = useOperation(TaskCountsDocument, {}, { enabled: viewer.may.includes('task.read') });
  const groups = (Object.keys(pages.groups) as (keyof typeof pages.groups)[]).filter((group) =>
    offered.some((it) => PAGES[it].group === group),
  );
  return (
    <header className="sidebar screen-only">
      <div className="sidebar-head">
        <Logo />
        <span className="product">{common.product}</span>
        <button
          type="button"
          className="button quiet menu-button"
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {common.menu}
        </button>
      </div>
      <div id="navigation" className={isOpen ? 'sidebar-body open' : 'sidebar-body'}>
        <nav ref={list} aria-label={common.menu}>
          {groups.map((group) => (
            <section key={group}>
              <h2>{pages.groups[group]}</h2>
              <ul>
                {offered
                  .filter((it) => PAGES[it].group === group)
                  .map((it) => (
                    <li key={it}>
                      <PageLink
                        to={it}
                        isCurrent={it === path}
                        tasks={tasksOn(it, counts.data?.viewer.taskCounts ?? [])}
                        onClick={() => {
                          setOpen(false);
                        }}
                      />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </nav>
        <footer>
          <p className="who">
            <b>{viewer.displayName}</b>
            <span className="soft">
              {viewer.organisation.shortName ?? viewer.organisation.name} · {texts().terms.role[viewer.role]}
            </span>
          </p>
          <div className="row">
            <LanguageSwitch />
            <SignOut />
          </div>
        </footer>
      </div>
    </header>
  );
}

/** Keeps the station and term from page to page. */
function PageLink({
  to,
  isCurrent,
  tasks,
  onClick,
}: {
  readonly to: Path;
  readonly isCurrent: boolean;
  readonly tasks: TaskSum;
  readonly onClick: () => void;
}): ReactNode {
  const place = useLastPlace();
  const { may } = useViewer();
  const prepare = (): void => {
    void COMPONENTS[to].load().catch(() => undefined);
  };
  return (
    <Link
      href={addressOf(to, PAGES[to].isList ? undefined : place)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onClick}
      // Its files are there when it is opened.
      onPointerEnter={prepare}
      onFocus={prepare}
    >
      {texts().pages[titleOf(to, may)]}
      {tasks.count > 0 && <TaskCount {...tasks} />}
    </Link>
  );
}

/** How much waits on a page; another colour, and a word for who cannot see it, where something is overdue. */
function TaskCount({ count, overdue }: TaskSum): ReactNode {
  return (
    <span className={overdue > 0 ? 'task-count overdue' : 'task-count'}>
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{texts().common.waiting(count, overdue)}</span>
    </span>
  );
}
