import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House } from './house';
import { axe, Stage, troubles, type Look } from './stage';
import { story, type Story } from './story';

const OUT = resolve(import.meta.dirname, '../target/screens');
const LOOKS: Readonly<Record<string, Look>> = {
  light: {},
  dark: { theme: 'dark' },
  phone: { width: 360, height: 740 },
};

let house: House;
let stage: Stage;
let told: Story;

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  house = await House.open();
  stage = await Stage.open(house);
  told = await story(house);
});

afterAll(async () => {
  await stage?.close();
  await house?.close();
});

/** Every screen by name: where it is, and what is there when it is complete. */
const SCREENS: Readonly<Record<string, (told: Story) => string>> = {
  home: () => '/',
  declare: () => '/declare',
  help: () => '/help',
  'war-room': ({ crisis }) => `/c/${crisis}`,
  tasks: ({ crisis }) => `/c/${crisis}/tasks`,
  'tasks-list': ({ crisis }) => `/c/${crisis}/tasks?view=list`,
  'tasks-dependencies': ({ crisis }) => `/c/${crisis}/tasks?view=graph`,
  task: ({ crisis, blocked }) => `/c/${crisis}/tasks/${blocked}`,
  decisions: ({ crisis }) => `/c/${crisis}/decisions`,
  'decision-open': ({ crisis, open }) => `/c/${crisis}/decisions/${open}`,
  'decision-taken': ({ crisis, decided }) => `/c/${crisis}/decisions/${decided}`,
  ask: ({ crisis }) => `/c/${crisis}/decisions?ask=1`,
  channels: ({ crisis }) => `/c/${crisis}/channels`,
  topic: ({ crisis, topic }) => `/c/${crisis}/channels/${topic}`,
  people: ({ crisis }) => `/c/${crisis}/people`,
  timeline: ({ crisis }) => `/c/${crisis}/timeline`,
  entry: ({ crisis }) => `/c/${crisis}/timeline/20`,
  past: ({ crisis }) => `/c/${crisis}?at=30`,
  brief: ({ crisis }) => `/c/${crisis}/brief`,
  forbidden: () => '/c/AAAAAAAAAAAAAAAAAAAAAA',
};

async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.locator('.bones').first().waitFor({ state: 'detached' }).catch(() => undefined);
}

describe.each(Object.entries(LOOKS))('%s', (name, look) => {
  let page: Page;

  beforeAll(async () => {
    page = await stage.enter('eva', '/', look);
  });

  test.each(Object.entries(SCREENS))('%s', async (screen, path) => {
    troubles.length = 0;
    await page.goto(path(told));
    await settled(page);
    await page.screenshot({ path: join(OUT, `${screen}-${name}.png`), fullPage: name === 'phone' });
    expect(await axe(page)).toEqual([]);
    expect(troubles).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, 'pixels to scroll sideways').toBeLessThanOrEqual(0);
  });
});

test('signed out', async () => {
  const context = await stage.browserOf();
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('heading', { name: 'Sign in to Muster' }).waitFor();
  await page.screenshot({ path: join(OUT, 'signed-out-light.png') });
  expect(await axe(page)).toEqual([]);
});
