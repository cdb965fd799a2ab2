import type { ReactNode } from 'react';
import { PageFrame } from '../../app/page-frame';
import { titleOf } from '../../app/pages';
import { texts } from '../../messages';
import { useMay, useViewer } from '../../session/viewer';
import { KeyList } from './key-list';
import { MemberList } from './member-list';
import { OrganisationList } from './organisation-list';
import { ResetList } from './reset-list';
import { WebhookList } from './webhook-list';
import './members.css';

/** Who can sign in, which programs read, and which are notified; for the platform, the organisations of the directory too. */
export function Page(): ReactNode {
  const { organisation, may } = useViewer();
  const mayAdd = useMay('organisation.add');
  const mayReadKeys = useMay('key.read');
  const mayManageWebhooks = useMay('webhook.manage');
  return (
    <PageFrame
      title={texts().pages[titleOf('/console/members', may)]}
      about={<span className="soft">{organisation.name}</span>}
    >
      {mayAdd && <OrganisationList />}
      <MemberList />
      <ResetList />
      {mayReadKeys && <KeyList />}
      {mayManageWebhooks && <WebhookList />}
    </PageFrame>
  );
}
