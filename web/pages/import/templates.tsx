import type { ReactNode } from 'react';
import { mayBring, templateOf } from '../../forms/form-files';
import type { PlaceHeadFragment, SheetForm } from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { useViewer } from '../../session/viewer';
import { useDownload } from '../../ui/use-download';

const FORMS: readonly SheetForm[] = ['SERVICE_LOG', 'FUJIAN_2', 'FUJIAN_1'];

/** The empty forms that the member may bring back filled in. */
export function Templates({
  agreement,
  term,
}: {
  readonly agreement: PlaceHeadFragment;
  readonly term: string;
}): ReactNode {
  const messages = importTexts();
  const { may } = useViewer();
  const { isPending, start, state } = useDownload();
  return (
    <p className="templates screen-only">
      <span className="soft">{messages.templates}</span>
      {FORMS.filter((form) => mayBring(form, may)).map((form) => (
        <button
          key={form}
          type="button"
          className="button"
          disabled={isPending}
          onClick={() => {
            start(templateOf(form, agreement, term));
          }}
        >
          {messages.forms[form]}
        </button>
      ))}
      {state}
    </p>
  );
}
