import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { texts } from '../messages';
import { useLastPlace } from '../place/last-place';
import { addressOf } from '../place/places';
import { useViewer } from '../session/viewer';
import { LanguageSwitch } from './language-switch';
import { Logo } from './logo';
import { SignOut } from './sign-out';
import { isOffered, PAGES, type Path, PATHS } from './pages';

/** The pages that the member has, who it is, and the way out. */
export function Navigation({ path }: { readonly path: string }): ReactNode {
  const { common, pages } = texts();
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const offered = PATHS.filter((it) => isOffered(it, viewer.may) && !PAGES[it].isDetail);
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
        <nav aria-label={common.menu}>
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
  onClick,
}: {
  readonly to: Path;
  readonly isCurrent: boolean;
  readonly onClick: () => void;
}): ReactNode {
  const place = useLastPlace();
  return (
    <Link
      href={addressOf(to, PAGES[to].isList ? undefined : place)}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onClick}
    >
      {texts().pages[PAGES[to].title]}
    </Link>
  );
}
