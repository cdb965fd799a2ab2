import { getIntrospectionQuery } from 'graphql';

import { accountGroups, type DemoAccount, memberIn } from './demo-account';
import { escapeHtml, jsonForHtml, LOGO, page, type Text } from './html';
import { FIND_TERMS, READY_QUERIES, WHO_AM_I } from './ready-queries';

/** The content of the explorer's page. */
interface ExplorerPageOptions {
  readonly styles: readonly string[];
  /** Loaded in order before `entry`, a module. */
  readonly scripts: readonly string[];
  readonly entry: string;
  readonly accounts: readonly DemoAccount[];
  readonly nonce: string;
}

const DATA = jsonForHtml({
  queries: READY_QUERIES,
  whoAmI: WHO_AM_I,
  findTerms: FIND_TERMS,
  introspection: getIntrospectionQuery(),
});

/** The page on which people sign in, pick or write a query, and run it. */
export function explorerPage(options: ExplorerPageOptions): string {
  return page({
    title: 'API 浏览器 · 社工服务站平台',
    styles: options.styles,
    head: `<meta name="style-nonce" content="${options.nonce}">`,
    scripts: [
      ...options.scripts.map((src) => `<script defer src="${src}"></script>`),
      `<script type="module" src="${options.entry}"></script>`,
    ],
    bodyClass: 'explorer',
    body: `<a class="skip" href="#graphiql">跳到编辑器 <span lang="en">Skip to the editor</span></a>
<header class="bar">
<a class="brand" href="/">${LOGO}<span><b>社工服务站平台</b> <span class="en" lang="en">API explorer</span></span></a>
${SESSION}
</header>
<p id="status" class="status" role="status" aria-live="polite">请登录，然后选一项现成查询。 <span lang="en">Sign in, then pick a ready query.</span></p>
<div class="work">
<aside class="panel" aria-label="查询与账号 Queries and accounts">
${accountsSection(options.accounts)}
<section aria-labelledby="queries-title">
<h2 id="queries-title">现成查询 <span lang="en">Ready queries</span></h2>
<div class="field" id="term-field" hidden>
<label for="term">协议与项目期 <span lang="en">Agreement and term</span></label>
<select id="term"></select>
</div>
<ul class="menu" id="queries"></ul>
</section>
</aside>
<main id="graphiql" tabindex="-1"><p class="loading">正在加载编辑器… <span lang="en">Loading the editor…</span></p></main>
</div>
<script type="application/json" id="data">${DATA}</script>
<noscript>此页需要 JavaScript。 <span lang="en">This page needs JavaScript.</span></noscript>`,
  });
}

const SESSION = `<form id="sign-in" class="session" autocomplete="on">
<label><span>邮箱 <span lang="en">E-mail</span></span><input id="email" name="email" type="email" autocomplete="username" required maxlength="254"></label>
<label><span>密码 <span lang="en">Password</span></span><input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
<button type="submit" class="primary">登录 <span lang="en">Sign in</span></button>
</form>
<div id="signed-in" class="session" hidden>
<span id="who" class="who"></span>
<button type="button" id="sign-out">退出 <span lang="en">Sign out</span></button>
</div>`;

function accountsSection(accounts: readonly DemoAccount[]): string {
  if (accounts.length === 0) return '';
  const groups = accountGroups(accounts).map(
    (
      group,
    ) => `<li><h3>${escapeHtml(group.title.zh)} <span lang="en">${escapeHtml(group.title.en)}</span></h3>
<ul>${group.accounts.map((account) => accountItem(account, memberIn(account, group))).join('')}</ul></li>`,
  );
  return `<details id="accounts" open>
<summary><h2>示范账号 <span lang="en">Demo accounts</span></h2></summary>
<p class="hint">点选账号，再输入启动时显示的密码。 <span lang="en">Pick one; the password was shown at the start.</span></p>
<ul class="accounts">${groups.join('')}</ul>
</details>`;
}

function accountItem(account: DemoAccount, member: Text | undefined): string {
  const email = escapeHtml(account.email);
  const name = escapeHtml(account.title.zh) + (member === undefined ? '' : ` <span>${member.zh}</span>`);
  return `<li><button type="button" data-email="${email}" title="${email}">${name}</button></li>`;
}
