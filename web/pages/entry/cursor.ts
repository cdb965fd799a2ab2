import { at, type Selection } from './selection';

/** Where the member is in the grid. Outside React, so that a move concerns the cells it leaves and enters alone. */
export class GridCursor {
  private current: Selection = at({ row: 0, column: 0 });
  private readonly watchers = new Set<() => void>();

  get selection(): Selection {
    return this.current;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  readonly go = (selection: Selection): void => {
    this.current = selection;
    for (const watcher of this.watchers) watcher();
  };
}
