import type { ReactNode } from 'react';
import { PageFrame } from '../../app/page-frame';
import { texts } from '../../messages';

export function Page(): ReactNode {
  return <PageFrame title={texts().entry.title}>…</PageFrame>;
}
