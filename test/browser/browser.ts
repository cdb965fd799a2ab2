import { readFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { startApi, type TestApi } from '../kit/api';
import { TEST_PASSWORD } from '../kit/settings';

/** Without the services of the browser's maker, which a test has no use for and a closed network refuses. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Another name of this machine, which a browser does not take for itself: plain HTTP from elsewhere.
  '--host-resolver-rules=MAP stations.test 127.0.0.1',
];
/** Debian's, as scripts/test.mjs looks for it: the engine without the windows that the browser draws by itself. */
const CHROMIUM = '/usr/bin/chromium-headless-shell';
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

export interface OpenOptions extends BrowserContextOptions {
  language?: 'zh' | 'en';
}

/** A page, and what it complained of. */
export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors in its console, uncaught ones, and violations of its policy. */
  readonly problems: string[];
}

/** A server with the demo, and a browser that looks at it. */
export class ConsoleUnderTest {
  private constructor(
    readonly api: TestApi,
    private readonly browser: Browser,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<ConsoleUnderTest> {
    const [api, browser] = await Promise.all([
      startApi({ COST_PER_MINUTE: '1000000000', ...settings }),
      chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS }),
    ]);
    return new ConsoleUnderTest(api, browser);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.api.close();
  }

  /**
   * A browser of someone's own, with nothing kept in it. Its service worker, which fetches the whole build, is for tests
   * without network: `serviceWorkers: 'allow'`.
   */
  async open({ language = 'zh', ...options }: OpenOptions = {}): Promise<Tab> {
    const context = await this.browser.newContext({
      baseURL: this.api.url,
      viewport: DESKTOP,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      serviceWorkers: 'block',
      ...options,
    });
    await context.addInitScript((chosen) => {
      if (localStorage.getItem('console:language') === null) localStorage.setItem('console:language', chosen);
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        reportError(new Error(`violates ${violatedDirective}: ${blockedURI}`));
      });
    }, language);
    return this.tabOf(context);
  }

  /** Another tab of the same browser. */
  async tabOf(context: BrowserContext): Promise<Tab> {
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    return { page, context, problems };
  }

  /** Someone who is signed in, at an address; without one, where the day of who signs in begins. */
  async as(email: string, path = '/console', options: OpenOptions = {}): Promise<Tab> {
    const tab = await this.open(options);
    // Elsewhere the session may begin without the page that signs in, which is tested by itself.
    if (path !== '/console') await this.beginSession(tab.context, email);
    await tab.page.goto(path);
    if (path === '/console') await signIn(tab.page, email);
    await tab.page.locator('#main h1').waitFor();
    return tab;
  }

  /** As the sign-in page does it: from now on the context has the cookie. */
  private async beginSession(context: BrowserContext, email: string): Promise<void> {
    const answer = await context.request.post('/session', {
      headers: { origin: this.api.url },
      data: { action: 'SIGN_IN', email, password: TEST_PASSWORD, stay: false },
    });
    const { userErrors = [] } = (await answer.json()) as { userErrors?: unknown[] };
    if (userErrors.length > 0) throw new Error(`${email} cannot sign in`);
  }
}

export async function signIn(page: Page, email: string, password = TEST_PASSWORD): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
}

/** The page's faults of accessibility, WCAG A and AA. */
export async function axe(page: Page): Promise<string[]> {
  // A page that went on to another address by itself still has it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (runOnly) => {
    const { axe: run } = globalThis as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{
          violations: { id: string; help: string; nodes: { html: string }[] }[];
        }>;
      };
    };
    // What passes is not written down, which takes longer than finding it; there are no frames, and no media.
    const options = {
      runOnly,
      resultTypes: ['violations'],
      selectors: false,
      iframes: false,
      preload: false,
    };
    const { violations } = await run.run(document, options);
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
  }, LEVELS);
}

/** What a page has loaded and shows: nothing is under way any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.skeleton, .progress'));
}

/** Seconds that the page's thread has worked, by these measures of the browser. A busy machine does not add to them. */
export async function workOf(page: Page, ...measures: string[]): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.filter(({ name }) => measures.includes(name)).reduce((sum, { value }) => sum + value, 0);
  };
}
