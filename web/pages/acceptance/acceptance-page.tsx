import { type ReactNode, useState } from 'react';
import { useConnection } from '../../api/connections';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { DistrictsDocument, HandedInMonthsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { useAddress } from '../../place/at-place';
import { ChoiceFilter } from '../../place/filters';
import { AcceptDialog, SendBackDialog } from '../../reporting/month-dialogs';
import { useViewer } from '../../session/viewer';
import { Empty, Pending } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { type Waiting, withChoice } from './choice';
import { Look } from './look';
import { WaitingTable } from './waiting-table';
import './acceptance.css';

type Opened = { readonly kind: 'ACCEPT' } | { readonly kind: 'LOOK' | 'SEND_BACK'; readonly month: Waiting };

/** 审阅月报: all months that are handed in, each with a look at it, to be accepted together. */
export function Page(): ReactNode {
  const { monthly } = reportingTexts();
  const [address] = useAddress();
  const list = useConnection(
    HandedInMonthsDocument,
    {
      filter: {
        states: ['HANDED_IN'],
        districtCode: address.get('district'),
        ...(address.has('late') && { late: true }),
        withEnded: true,
      },
    },
    ({ reportMonths }) => reportMonths,
  );
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Opened>();
  const [accepted, setAccepted] = useState(0);
  const ids = list.nodes?.map(({ id }) => id).filter((id) => chosen.has(id)) ?? [];
  const close = (): void => {
    setOpened(undefined);
  };
  return (
    <PageFrame
      title={monthly.acceptance}
      about={list.nodes && <span className="soft">{monthly.waiting(list.totalCount)}</span>}
      tools={
        <>
          <DistrictFilter />
          <LateFilter />
          <button
            type="button"
            className="button primary"
            disabled={ids.length === 0}
            onClick={() => {
              setOpened({ kind: 'ACCEPT' });
            }}
          >
            {monthly.acceptChosen(ids.length)}
          </button>
        </>
      }
    >
      <output className="done-line">
        {accepted > 0 && <span className="done">{monthly.accepted(accepted)}</span>}
      </output>
      {!list.nodes && <Pending query={list.query} />}
      {list.nodes?.length === 0 && <Empty>{monthly.nothingWaits}</Empty>}
      {list.nodes && list.nodes.length > 0 && (
        <>
          <WaitingTable
            months={list.nodes}
            chosen={chosen}
            onChoose={choose}
            onLook={(month) => {
              setOpened({ kind: 'LOOK', month });
            }}
            onSendBack={(month) => {
              setOpened({ kind: 'SEND_BACK', month });
            }}
          />
          <ListFoot {...list} />
        </>
      )}
      {opened?.kind === 'ACCEPT' && (
        <AcceptDialog
          ids={ids}
          onDone={() => {
            setAccepted(ids.length);
            choose(new Set());
            close();
          }}
          onClose={close}
        />
      )}
      {opened?.kind === 'LOOK' && (
        <Look
          month={opened.month}
          isChosen={chosen.has(opened.month.id)}
          onChoose={(isChosen) => {
            choose(withChoice(chosen, [opened.month.id], isChosen));
          }}
          onClose={close}
        />
      )}
      {opened?.kind === 'SEND_BACK' && <SendBackDialog id={opened.month.id} onClose={close} />}
    </PageFrame>
  );
}

function DistrictFilter(): ReactNode {
  const { monthly } = reportingTexts();
  const { analysis } = texts();
  const { kind, district } = useViewer().organisation;
  const isOfAll = kind === 'SUPERVISOR' && district === null;
  const query = useOperation(DistrictsDocument, {}, { enabled: isOfAll });
  if (!isOfAll) return null;
  return (
    <ChoiceFilter name="district" label={monthly.district} all={analysis.all}>
      {query.data?.districts.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </ChoiceFilter>
  );
}

function LateFilter(): ReactNode {
  const [address, change] = useAddress();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={address.has('late')}
        onChange={({ target }) => {
          change({ late: target.checked ? '1' : null });
        }}
      />
      <span>{reportingTexts().monthly.onlyLate}</span>
    </label>
  );
}
