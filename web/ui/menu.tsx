import { type ReactNode, useEffect, useRef } from 'react';

/** A button that opens a short list of things to do; closed by choosing one, by Esc and by leaving it. */
export function Menu({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const { current } = menu;
    const onLeave = ({ relatedTarget }: FocusEvent): void => {
      if (current && !current.contains(relatedTarget as Node | null)) current.open = false;
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape' || !current) return;
      current.open = false;
      current.querySelector('summary')?.focus();
    };
    const onClick = ({ target }: MouseEvent): void => {
      if (current && target instanceof Element && target.closest('.menu-items')) current.open = false;
    };
    current?.addEventListener('click', onClick);
    current?.addEventListener('focusout', onLeave);
    current?.addEventListener('keydown', onKey);
    return () => {
      current?.removeEventListener('click', onClick);
      current?.removeEventListener('focusout', onLeave);
      current?.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details ref={menu} className="menu">
      <summary className="button">
        {label} <span aria-hidden="true">▾</span>
      </summary>
      <div className="menu-items">{children}</div>
    </details>
  );
}
