import type { ReactNode } from 'react';
import { useAddress } from '../../place/at-place';
import { useMay } from '../../session/viewer';
import { AgreementLists } from './agreement-lists';
import { AgreementView } from './agreement-view';
import { AmendmentForm } from './amendment-form';
import './agreements.css';

/** Agreements: which wait for a confirmation, one with all that it says, and the form that proposes an amendment. */
export function Page(): ReactNode {
  const [address] = useAddress();
  const mayPropose = useMay('amendment.propose');
  const agreement = address.get('agreement');
  if (agreement === null) return <AgreementLists />;
  if (address.has('amend') && mayPropose) return <AmendmentForm key={agreement} id={agreement} />;
  return <AgreementView key={agreement} id={agreement} />;
}
