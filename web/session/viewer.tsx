import { createContext, useContext } from 'react';
import type { ViewerQuery } from '../generated/graphql';

export type Viewer = ViewerQuery['viewer'];

export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** The signed-in member; on every page but the one that signs in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === undefined) throw new Error('no page is shown without a viewer');
  return viewer;
}

/** Whether the member's kind and role allow an action of the table of actions. */
export function useMay(action: string): boolean {
  return useViewer().may.includes(action);
}
