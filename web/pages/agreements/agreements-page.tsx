import type { ReactNode } from 'react';
import { useAddress } from '../../place/at-place';
import { useMay } from '../../session/viewer';
import { AgreementLists } from './agreement-lists';
import { AgreementView } from './agreement-view';
import { AmendmentForm } from './amendment-form';
import { RegistrationForm, RevisionForm } from './registration-form';
import { RenewalForm } from './renewal-form';
import './agreements.css';

/** Agreements: which wait for a confirmation, one with all that it says, and the forms that register, amend and renew. */
export function Page(): ReactNode {
  const [address] = useAddress();
  const mayPropose = useMay('amendment.propose');
  const mayRegister = useMay('agreement.register');
  const agreement = address.get('agreement');
  if (agreement === null)
    return address.has('register') && mayRegister ? <RegistrationForm /> : <AgreementLists />;
  if (address.has('amend') && mayPropose) return <AmendmentForm key={agreement} id={agreement} />;
  if (address.has('revise') && mayRegister) return <RevisionForm key={agreement} id={agreement} />;
  if (address.has('renew') && mayRegister) return <RenewalForm key={agreement} id={agreement} />;
  return <AgreementView key={agreement} id={agreement} />;
}
