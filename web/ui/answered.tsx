import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RequestFailed } from '../api/request-failed';
import { texts } from '../messages';

/** Lines in the place of what is being loaded. */
export function Skeleton({ lines = 12 }: { readonly lines?: number }): ReactNode {
  return (
    <output className="skeleton">
      <span className="unseen">{texts().common.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </output>
  );
}

/** What went wrong, in the server's words, under which number its log has it, and a way to try again. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry?: () => void }): ReactNode {
  const { common } = texts();
  const failure = error instanceof RequestFailed ? error.failure : undefined;
  const own = { UNREACHABLE: common.unreachable, BUSY: common.busy, REFUSED: common.unexpected };
  return (
    <div className="failure" role="alert">
      <p className="problem">{failure?.message ?? own[failure?.kind ?? 'REFUSED']}</p>
      <div className="row">
        {retry && (
          <button type="button" className="button" onClick={retry}>
            {common.retry}
          </button>
        )}
        {failure?.requestId !== undefined && (
          <small className="soft">{common.requestNumber(failure.requestId)}</small>
        )}
      </div>
    </div>
  );
}

/** A page without figures says what to do to have some. */
export function Empty({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="empty soft">{children}</div>;
}

export interface PendingProps {
  readonly query: {
    readonly error: Error | null;
    /** Of the last try, while it is sent again by itself. */
    readonly failureReason: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly skeleton?: ReactNode;
}

/** In the place of an answer that is not there: a skeleton, or why it has not come yet. */
export function Pending({ query, skeleton = <Skeleton /> }: PendingProps): ReactNode {
  const problem = query.error ?? query.failureReason;
  return problem ? <Failure error={problem} retry={() => void query.refetch()} /> : skeleton;
}

interface AnsweredProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The answer to an operation, or what stands for it until it comes. */
export function Answered<Data>({ query, skeleton, children }: AnsweredProps<Data>): ReactNode {
  return query.data === undefined ? <Pending query={query} skeleton={skeleton} /> : children(query.data);
}
