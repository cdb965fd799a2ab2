import { type ReactNode, useState } from 'react';
import { useConnection } from '../../api/connections';
import { PageFrame } from '../../app/page-frame';
import { type AuditLineFragment, AuditLogDocument } from '../../generated/graphql';
import { auditTexts } from '../../messages/audit';
import { useAddress } from '../../place/at-place';
import { Empty, Pending, Skeleton } from '../../ui/answered';
import { ListFoot } from '../../ui/list-foot';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { EntryDrawer } from './entry-drawer';
import { filterOf } from './filter';
import './audit.css';

/** What members and keys of the organisation did; its address says what it is limited to. */
export function Page(): ReactNode {
  const messages = auditTexts();
  const [address] = useAddress();
  const [opened, setOpened] = useState<AuditLineFragment>();
  const list = useConnection(AuditLogDocument, { filter: filterOf(address) }, ({ auditLog }) => auditLog);
  return (
    <PageFrame title={messages.title} tools={<AuditFilters />} paper="a3">
      <p className="soft about">{messages.about}</p>
      {list.nodes === undefined && <Pending query={list.query} skeleton={<Skeleton lines={20} />} />}
      {list.nodes?.length === 0 && <Empty>{messages.empty}</Empty>}
      {list.nodes !== undefined && list.nodes.length > 0 && (
        <>
          <AuditTable entries={list.nodes} onOpen={setOpened} />
          <ListFoot {...list} />
        </>
      )}
      {opened && (
        <EntryDrawer
          entry={opened}
          onClose={() => {
            setOpened(undefined);
          }}
        />
      )}
    </PageFrame>
  );
}
