import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { House } from './house';
import { axe, Stage, troubles } from './stage';

const SCRIPT = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
const LONG = 'x'.repeat(180);

let house: House;
let stage: Stage;

beforeAll(async () => {
  house = await House.open();
  stage = await Stage.open(house);
});

afterAll(async () => {
  await stage?.close();
  await house?.close();
});

beforeEach(() => {
  troubles.length = 0;
});

afterEach(async (test) => stage.clear(test));

/** Whether this device has kept the board of a crisis; runs in the page. */
function isKept(crisis: string): Promise<boolean> {
  return new Promise((resolve) => {
    const open = indexedDB.open('muster', 1);
    open.onsuccess = () => {
      const kept = open.result.transaction('boards').objectStore('boards').getKey(crisis);
      kept.onsuccess = () => {
        open.result.close();
        resolve(kept.result !== undefined);
      };
    };
  });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim();
    });
    if (name.test(focused)) {
      return;
    }
  }
  throw new Error(`the focus never came to ${name}`);
}

test('a crisis is declared, and a task taken up, with the keyboard only', async () => {
  const page = await stage.enter('ada', '/');
  await tabTo(page, /^Declare a crisis$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Declare a crisis' }).waitFor();
  await page.keyboard.type('Two build runners took a poisoned library.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Poisoned library');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Brass Lantern');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/c\/[\w-]{22}$/);
  await page.getByText('Poisoned library').first().waitFor();

  const crisis = /\/c\/([\w-]{22})/.exec(page.url())?.[1] ?? '';
  await house.task(crisis, 'Keep the disks', 'ada');
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForURL(/\/tasks$/);
  await page.getByRole('article').filter({ hasText: 'Keep the disks' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Start' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('keep the');
  await page.getByRole('menuitem', { name: /Keep the disks/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\/[\w-]{22}$/);
  // what may be done is asked first: the buttons come a moment after the task
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await tabTo(page, /^Start$/);
  await page.keyboard.press('Enter');
  await page.getByText('In progress').first().waitFor();
  expect(troubles).toEqual([]);
});

test('what looks like script is text, on every screen that shows it', async () => {
  const crisis = await house.crisis(SCRIPT);
  const task = await house.task(crisis, SCRIPT, 'ada', { description: SCRIPT });
  const decision = await house.decision(crisis, 'containment', SCRIPT);
  const topic = await house.topic(crisis, SCRIPT);
  await house.give('ada', crisis, 'channels.post', { topic, text: SCRIPT + ' [x](javascript:alert(1))', mentions: [] });
  const page = await stage.enter('ada', `/c/${crisis}`);
  for (const path of ['', '/tasks', `/tasks/${task}`, '/decisions', `/decisions/${decision}`, `/channels/${topic}`, '/people', '/timeline', '/brief', '/brief.html']) {
    await page.goto(`/c/${crisis}${path}`);
    await page.getByText('onerror', { exact: false }).first().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => 'hurt' in window), path).toBe(false);
    expect(await page.locator('img[src="x"]').count(), path).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count(), path).toBe(0);
  }
  expect(troubles).toEqual([]);
});

test('long, right-to-left and pictured names break no screen', async () => {
  const crisis = await house.crisis(LONG);
  await house.task(crisis, 'مهمة عاجلة جدا ' + LONG.slice(20), 'ada');
  await house.task(crisis, '🧯🔥 ' + '👩‍🚒'.repeat(30), 'jun');
  for (const width of [320, 1440]) {
    const page = await stage.enter('ada', `/c/${crisis}`, { width });
    for (const path of ['', '/tasks', '/tasks?view=list', '/timeline', '/brief']) {
      await page.goto(`/c/${crisis}${path}`);
      await page.getByText(LONG.slice(0, 60)).first().waitFor({ state: 'attached' });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  }
});

test('a title of only spaces is refused where it was typed, and the text stays', async () => {
  const crisis = await house.crisis();
  const page = await stage.enter('ada', `/c/${crisis}/tasks?new=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^What is to be done/ }).fill('   ');
  await dialog.getByLabel(/Description/).fill('Something that took a while to write.');
  await dialog.getByRole('button', { name: /^(Offer|Add|Create|Take|Ask)/ }).first().click();
  expect(await dialog.getByLabel(/Description/).inputValue()).toBe('Something that took a while to write.');
  expect(await house.view('ada', crisis, 'tasks.board')).toEqual([]);
});

test('two tabs act at once: one is told that somebody was faster', async () => {
  const crisis = await house.crisis();
  const task = await house.task(crisis, 'Only once', 'jun');
  const one = await stage.enter('jun', `/c/${crisis}/tasks/${task}`);
  const two = await one.context().newPage();
  await two.goto(`/c/${crisis}/tasks/${task}`);
  const buttons = [one, two].map((page) => page.getByRole('button', { name: 'Accept', exact: true }).first());
  await Promise.all(buttons.map((button) => button.waitFor()));
  await Promise.allSettled(buttons.map((button) => button.click({ noWaitAfter: true })));
  await one.getByRole('button', { name: 'Start', exact: true }).first().waitFor();
  await two.getByRole('button', { name: 'Start', exact: true }).first().waitFor();
  const [card] = await house.view('ada', crisis, 'tasks.board');
  expect(card?.owner).toBe(house.id('jun'));
});

test.each(['light', 'dark'] as const)('menus, dialogs and the palette have no findings of axe in %s', async (theme) => {
  const crisis = await house.crisis();
  const task = await house.task(crisis, 'Keep the disks', 'ada');
  const page = await stage.enter('ada', `/c/${crisis}/tasks/${task}`, { theme });
  await page.getByRole('heading', { name: 'Keep the disks' }).first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  expect(await axe(page), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Ada Lund/ }).click();
  await page.getByRole('menu').waitFor();
  expect(await axe(page), 'account menu').toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto(`/c/${crisis}/tasks?new=1`);
  await page.getByRole('dialog').waitFor();
  expect(await axe(page), 'new task').toEqual([]);
});

test('without a network the last known board opens, and is gone after signing out', async () => {
  const crisis = await house.crisis();
  await house.task(crisis, 'Known before', 'ada');
  const page = await stage.enter('ada', `/c/${crisis}/tasks`);
  await page.getByText('Known before').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(isKept, crisis), { timeout: 20_000 }).toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('Known before').first().waitFor();
  await page.getByText(/No connection since/).first().waitFor();
  await page.context().setOffline(false);
  await page.getByText(/No connection since/).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /Ada Lund/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to Muster' }).waitFor();
  await page.context().setOffline(true);
  await page.goto(`/c/${crisis}/tasks`).catch(() => undefined);
  expect(await page.getByText('Known before').count()).toBe(0);
});
