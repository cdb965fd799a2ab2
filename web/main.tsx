// First, so that what a part says of itself overrides them.
import './ui/base.css';
import './ui/controls.css';
import './ui/tables.css';
import './ui/sections.css';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries';
import { Console } from './app/console';
import { loadMessages } from './messages';
import { language } from './messages/language';

async function main(): Promise<void> {
  await loadMessages();
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Console />
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** Where the browser allows it (a secure context), the pages open without network too. */
function keepPages(): void {
  const { serviceWorker } = navigator as Partial<Navigator>;
  serviceWorker?.register('/sw.js', { scope: '/console' }).catch(() => undefined);
}

void main();
keepPages();
