import { type ReactNode, useEffect } from 'react';
import { useConnection } from '../../api/connections';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { ImportPreviewDocument, type ImportPreviewFragment, ImportsDocument } from '../../generated/graphql';
import { importTexts } from '../../messages/imports';
import { AtPlace, useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { useMay } from '../../session/viewer';
import { Answered, Pending } from '../../ui/answered';
import { DropArea, UploadButton } from './drop-area';
import { ImportList } from './import-list';
import { ImportView } from './import-view';
import { Templates } from './templates';
import { useUpload } from './use-upload';
import './import.css';

/** The official spreadsheets of an agreement, brought in: the files there were, or one of them. */
export function Page(): ReactNode {
  const [address] = useAddress();
  const id = address.get('import');
  if (id !== null && !address.has('agreement')) return <OfImport id={id} />;
  return (
    <AtPlace>
      {(place) => (id === null ? <Files place={place} /> : <OneFile key={id} id={id} place={place} />)}
    </AtPlace>
  );
}

/** A link may name an import alone: its agreement is written into the address. */
function OfImport({ id }: { readonly id: string }): ReactNode {
  const query = useOperation(ImportPreviewDocument, { id });
  const [, change] = useAddress();
  const agreement = query.data?.sheetImport.agreement.id;
  useEffect(() => {
    if (agreement !== undefined) change({ agreement }, { replace: true });
  });
  return <Answered query={query}>{() => null}</Answered>;
}

function Files({ place }: { readonly place: Place }): ReactNode {
  const { title } = importTexts();
  const { first, ...list } = useConnection(
    ImportsDocument,
    { agreement: place.agreement },
    (data) => data.agreement?.sheetImports ?? NOTHING,
  );
  const mayUpload = useMay('import.upload');
  const upload = useUpload(place.agreement, mayUpload);
  if (!first) return <Pending query={list.query} />;
  const { agreement } = first;
  if (!agreement) return null;
  return (
    <PageFrame title={title} about={<PlaceBar head={agreement} place={place} isWhole />}>
      {mayUpload && <DropArea upload={upload} />}
      {mayUpload && <Templates agreement={agreement} term={place.term} />}
      <ImportList {...list} />
    </PageFrame>
  );
}

const NOTHING = { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } };

function OneFile({ id, place }: { readonly id: string; readonly place: Place }): ReactNode {
  const query = useOperation(ImportPreviewDocument, { id });
  return (
    <Answered query={query}>
      {({ sheetImport }) => <Known sheetImport={sheetImport} place={place} />}
    </Answered>
  );
}

function Known({
  sheetImport,
  place,
}: {
  readonly sheetImport: ImportPreviewFragment;
  readonly place: Place;
}): ReactNode {
  const { title, drop } = importTexts();
  const { agreement } = sheetImport;
  const mayUpload = useMay('import.upload');
  const upload = useUpload(agreement.id, mayUpload);
  return (
    <PageFrame
      title={title}
      // Of the official forms, the sheet that is drawn has as many columns as theirs.
      paper={sheetImport.form === 'SERVICE_LOG' ? 'a4' : 'a3'}
      about={<PlaceBar head={agreement} place={{ ...place, agreement: agreement.id }} isWhole />}
      tools={mayUpload && <UploadButton upload={upload} text={drop.again} />}
    >
      {upload.state}
      <ImportView sheetImport={sheetImport} term={place.term} />
    </PageFrame>
  );
}
