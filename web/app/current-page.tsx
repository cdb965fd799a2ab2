import { Component, type ReactNode } from 'react';
import { texts } from '../messages';
import { useViewer } from '../session/viewer';
import { Empty, Failure } from '../ui/answered';
import { COMPONENTS } from './components';
import { isOffered, PATHS } from './pages';

/** The page of an address, if the member has it. */
export function CurrentPage({ path }: { readonly path: string }): ReactNode {
  const { may } = useViewer();
  const known = PATHS.find((it) => it === path);
  if (known === undefined || !isOffered(known, may)) return <Empty>{texts().common.notOffered}</Empty>;
  const { Page } = COMPONENTS[known];
  return (
    <Boundary key={path}>
      <Page />
    </Boundary>
  );
}

/** A page that fails leaves the others: after an update of the server its files may have gone, which a reload mends. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Failure
        error={error}
        retry={() => {
          window.location.reload();
        }}
      />
    );
  }
}
