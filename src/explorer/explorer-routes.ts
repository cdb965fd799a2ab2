import { randomBytes } from 'node:crypto';

import { type Route, staticRoute } from '../platform/http';
import { readAssets } from './assets';
import type { DemoAccount } from './demo-account';
import { explorerPage } from './explorer-page';
import { ICON, ICON_PATH } from './html';
import { landingPage } from './landing-page';

/** The variable content of the pages. */
interface ExplorerOptions {
  /** Listed on the pages; undefined where there is no demo. */
  readonly accounts: readonly DemoAccount[] | undefined;
}

const HTML = 'text/html; charset=utf-8';

/** The routes of the pages: `/` explains, `/explorer` runs queries; everything they load is served from here. */
export function explorerRoutes({ accounts = [] }: ExplorerOptions): Route[] {
  const { routes, pathOf } = readAssets();
  const styles = [pathOf('pages.css')];
  return [
    staticRoute({
      path: '/',
      contentType: HTML,
      body: landingPage({ styles, accounts }),
      headers: { 'Content-Security-Policy': policy("style-src 'self'") },
    }),
    explorerRoute((nonce) =>
      explorerPage({
        styles: [...styles, pathOf('graphiql.css'), pathOf('explorer.css')],
        scripts: [pathOf('react.js'), pathOf('react-dom.js'), pathOf('graphiql.js')],
        entry: pathOf('explorer.js'),
        accounts,
        nonce,
      }),
    ),
    staticRoute({ path: ICON_PATH, contentType: 'image/svg+xml', body: ICON }),
    ...routes,
  ];
}

/** Rendered for each answer: GraphiQL's dialogs add a style element, which the nonce of this answer permits. */
function explorerRoute(render: (nonce: string) => string): Route {
  return {
    path: '/explorer',
    async handle(exchange) {
      const nonce = randomBytes(16).toString('base64');
      const headers = {
        'Content-Type': HTML,
        'Cache-Control': 'no-store',
        'Content-Security-Policy': policy(
          `script-src 'self'; style-src 'self' 'nonce-${nonce}'; connect-src 'self'; font-src 'self' data:`,
        ),
      };
      await exchange.sendCompressed(200, headers, render(nonce));
    },
  };
}

function policy(allowed: string): string {
  return `default-src 'none'; ${allowed}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
