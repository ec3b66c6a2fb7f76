import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Handle, House } from './house';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
}

/** What went wrong in a browser: violations of the content policy and errors of the page, as they came. */
export const troubles: string[] = [];

const FAILED = resolve(import.meta.dirname, '../target/failed');

/** A real browser, with people in front of it. */
export class Stage {
  private readonly browser: Browser;
  private readonly house: House;

  private constructor(browser: Browser, house: House) {
    this.browser = browser;
    this.house = house;
  }

  static async open(house: House): Promise<Stage> {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return new Stage(browser, house);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Clears the stage after a test; when it failed, with a picture of what everybody had before them. */
  async clear(test: { readonly task: { readonly name: string; readonly result?: { readonly state: string } | undefined } }): Promise<void> {
    for (const [i, context] of this.browser.contexts().entries()) {
      for (const page of test.task.result?.state === 'fail' ? context.pages() : []) {
        const name = test.task.name.replaceAll(/\W+/g, '-').slice(0, 60);
        mkdirSync(FAILED, { recursive: true });
        await page.screenshot({ path: join(FAILED, `${name}-${i}.png`) }).catch(() => undefined);
      }
      await context.close();
    }
  }

  /** Somebody's browser, not signed in. */
  async browserOf(look: Look = {}): Promise<BrowserContext> {
    const width = look.width ?? 1440;
    const context = await this.browser.newContext({
      baseURL: this.house.address,
      viewport: { width, height: look.height ?? 900 },
      colorScheme: look.theme ?? 'light',
      locale: look.language ?? 'en-GB',
      timezoneId: 'Europe/Berlin',
      hasTouch: width < 640,
      isMobile: width < 640,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error('CSP ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile),
      );
    });
    context.on('page', watch);
    return context;
  }

  /** Somebody who signed in with a one-time link, at the place of the path. */
  async enter(handle: Handle, path: string, look: Look = {}): Promise<Page> {
    const context = await this.browserOf(look);
    const page = await context.newPage();
    await page.goto(this.house.link(handle));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(this.house.address + '/');
    await page.goto(path);
    return page;
  }
}

function watch(page: Page): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().startsWith('CSP')) {
      troubles.push(page.url() + ' ' + message.text());
    }
  });
  page.on('pageerror', (error) => troubles.push(page.url() + ' ' + error.message));
}

/** Everything that axe finds on the page as it stands, in words. */
export async function axe(page: Page): Promise<readonly string[]> {
  // evaluated in the page, which the content policy does not forbid to whoever holds the browser
  await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map((each) => `${each.id}: ${each.help}: ${each.nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join('; ')}`);
  });
}
