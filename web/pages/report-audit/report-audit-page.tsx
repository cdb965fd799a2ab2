import type { ReactNode } from 'react';
import { AtPlace, useAddress } from '../../place/at-place';
import { AuditForm } from './audit-form';
import { AuditList } from './audit-list';
import { AuditPage } from './audit-view';
import './report-audit.css';

/** 报告核对: the audits of an agreement, a new one, or one of them. */
export function Page(): ReactNode {
  const [address] = useAddress();
  const id = address.get('id');
  if (id !== null) return <AuditPage key={id} id={id} />;
  const isNew = address.has('new') || address.has('import');
  return (
    <AtPlace>
      {(place) =>
        isNew ? (
          <AuditForm key={place.agreement} place={place} importId={address.get('import')} />
        ) : (
          <AuditList place={place} />
        )
      }
    </AtPlace>
  );
}
