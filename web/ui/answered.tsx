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

export interface AnsweredProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** The answer to an operation; a skeleton until it comes, the failure where it does not. */
export function Answered<Data>({ query, skeleton, children }: AnsweredProps<Data>): ReactNode {
  const { data, error, failureReason, refetch } = query;
  if (data !== undefined) return children(data);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  // It is being sent again by itself.
  if (failureReason) return <Failure error={failureReason} retry={() => void refetch()} />;
  return skeleton ?? <Skeleton />;
}
