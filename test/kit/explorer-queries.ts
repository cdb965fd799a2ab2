import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformFileSync } from '@swc/core';
import type { ReadyQuery } from '../../src/explorer/ready-queries';

interface FoundTerm {
  agreementId: string;
  termId: string;
  startsOn: string;
  endsOn: string;
  label: string;
}

interface Prepared {
  query: string;
  variables: Record<string, unknown>;
}

interface ExplorerQueries {
  audienceOf: (viewer: unknown) => string;
  prepare: (query: ReadyQuery, terms: FoundTerm[], chosen: FoundTerm | undefined) => Prepared | undefined;
  termsOf: (answer: unknown, today?: string) => FoundTerm[];
}

/** What the explorer's page does with ready queries: a module for the browser, which Node cannot import directly. */
export function explorerQueries(): ExplorerQueries {
  const { code } = transformFileSync(join(__dirname, '../../src/explorer/assets/queries.js'), {
    swcrc: false,
    module: { type: 'commonjs' },
  });
  const exported = {};
  (compileFunction(code, ['exports', 'crypto']) as (exports: object, crypto: unknown) => void)(
    exported,
    globalThis.crypto,
  );
  return exported as ExplorerQueries;
}
