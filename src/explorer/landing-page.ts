import { accountGroups, type DemoAccount, memberIn } from './demo-account';
import { escapeHtml, LOGO, page } from './html';

/** The content of the first page. */
interface LandingPageOptions {
  readonly styles: readonly string[];
  readonly accounts: readonly DemoAccount[];
}

/** The page that explains, in Chinese and then in English, what this is and how to begin. */
export function landingPage({ styles, accounts }: LandingPageOptions): string {
  const demo = accounts.length > 0;
  return page({
    title: '社工服务站平台 · Social-work stations',
    styles,
    bodyClass: 'landing',
    body: `<a class="skip" href="#main">跳到正文 <span lang="en">Skip to the text</span></a>
<header class="bar"><a class="brand" href="/">${LOGO}<span><b>社工服务站平台</b> <span class="en" lang="en">Social-work stations</span></span></a>
<nav aria-label="主要 Main"><a href="#english" lang="en" hreflang="en">English</a></nav></header>
<main id="main" tabindex="-1">
${chinese(demo)}
${demo ? accountsTable(accounts) : ''}
${english(demo)}
</main>
<footer>
<a href="/explorer">API 浏览器 <span lang="en">Explorer</span></a>
<a href="/healthz">存活 <span lang="en">Health</span></a>
<a href="/readyz">就绪 <span lang="en">Readiness</span></a>
</footer>`,
  });
}

function chinese(demo: boolean): string {
  return `<section class="hero">
<h1>社工站的数据，只填一次</h1>
<p class="lead">广州每个镇街的社工服务站在此填报服务，承接机构、购买方与监督方看到的是同一组实时数字：协议量、完成量、完成率，按片区、项目和全站汇总，精确计算，不再重复抄表。</p>
<p class="actions"><a class="button" href="/console">打开控制台</a> <a href="/explorer">API 浏览器</a></p>
</section>
<section>
<h2>谁在使用</h2>
<dl class="roles">
<div><dt>承接机构</dt><dd>填报服务，随时看到各站做到哪里；看不到其他机构的数据。</dd></div>
<div><dt>购买方</dt><dd>镇街看自己购买的协议及其进度。</dd></div>
<div><dt>监督方</dt><dd>区民政局看本区全部社工站，市民政局看全市。</dd></div>
<div><dt>督导与评估</dt><dd>督导中心与第三方评估机构看到评估所需的汇总。</dd></div>
</dl>
<p>平台只存数量，不存任何服务对象的个人信息。</p>
</section>
<section>
<h2>如何开始</h2>
<ol>
<li>打开<a href="/console">控制台</a>，用邮箱和密码登录。${demo ? '下面列出了示范账号；密码在启动服务的终端里显示。' : '账号由本单位管理员开通。'}</li>
<li>左侧有填报、服务记录、指标完成情况表（附件1）和概览。</li>
<li>程序可直接向 <code>/graphql</code> 发送请求，<a href="/explorer">API 浏览器</a>里有现成查询：先用 <code>signIn</code> 换取令牌，再以 <code>Authorization: Bearer …</code> 附上。</li>
</ol>
</section>`;
}

function english(demo: boolean): string {
  return `<div lang="en" id="english">
<section class="hero">
<h2 class="h1">Recorded once, read by all who answer for it</h2>
<p class="lead">Every street in Guangzhou has a social-work station. Here stations record their service, and operators, purchasers and supervisors read the same live figures: what the agreement asks, what was done and the ratio, by zone, by project and in total, computed exactly.</p>
<p class="actions"><a class="button" href="/console">Open the console</a> <a href="/explorer">API explorer</a></p>
</section>
<section>
<h2>Who uses it</h2>
<dl class="roles">
<div><dt>Operators</dt><dd>record service and see their completion, isolated from every other operator.</dd></div>
<div><dt>Purchasers</dt><dd>street offices read the agreements they buy.</dd></div>
<div><dt>Supervisors</dt><dd>a district’s bureau reads all its stations, the city’s bureau all of them.</dd></div>
<div><dt>Mentors, assessors</dt><dd>read the totals that an assessment needs.</dd></div>
</dl>
<p>Only counts are stored, and nothing about the people who are served.</p>
</section>
<section>
<h2>How to begin</h2>
<ol>
<li>Open the <a href="/console">console</a> and sign in with e-mail and password. ${demo ? 'The demo accounts are listed above; the terminal in which the server was started shows their password.' : 'The administrator of your organisation opens accounts.'}</li>
<li>On the left are entry, service records, the completion table (Annex 1) and the overview.</li>
<li>Programs send requests to <code>/graphql</code>, of which the <a href="/explorer">API explorer</a> has ready ones: <code>signIn</code> gives a token, to be sent as <code>Authorization: Bearer …</code>.</li>
</ol>
</section>
</div>`;
}

function accountsTable(accounts: readonly DemoAccount[]): string {
  const rows = accountGroups(accounts).flatMap((group) =>
    group.accounts.map(
      (account, index) =>
        `<tr>${
          index === 0
            ? `<th scope="rowgroup" rowspan="${String(group.accounts.length)}">${escapeHtml(group.title.zh)} <span lang="en">${escapeHtml(group.title.en)}</span></th>`
            : ''
        }<td>${escapeHtml(account.title.zh)} <span>${memberIn(account, group)?.zh ?? ''}</span></td><td><code>${escapeHtml(account.email)}</code></td></tr>`,
    ),
  );
  return `<section>
<h2>示范账号 <span lang="en">Demo accounts</span></h2>
<div class="table"><table>
<thead><tr><th scope="col">角色 <span lang="en">Role</span></th><th scope="col">机构 <span lang="en">Organisation</span></th><th scope="col">邮箱 <span lang="en">E-mail</span></th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table></div>
</section>`;
}
