import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { House } from './house';
import { Stage, troubles } from './stage';

const SOON = { timeout: 15_000 };

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

async function approve(page: Page, reason: string): Promise<void> {
  await page.getByRole('radio', { name: /Do it now/ }).check({ force: true });
  await page.getByRole('textbox', { name: /^Reason/ }).fill(reason);
  const unheard = page.getByLabel(/Why you decide without hearing/);
  if (await unheard.isVisible().catch(() => false)) {
    await unheard.fill('They cannot be reached.');
  }
  await page.getByRole('button', { name: 'Approve A' }).click();
}

test('two people approve the same words, and both are on record with their mandate', async () => {
  const crisis = await house.crisis();
  const decision = await house.decision(crisis, 'outward-statement', 'Do we tell customers now?');
  const eva = await stage.enter('eva', `/c/${crisis}/decisions/${decision}`);
  const gita = await stage.enter('gita', `/c/${crisis}/decisions/${decision}`, { width: 360, height: 740 });
  const ada = await stage.enter('ada', `/c/${crisis}/decisions/${decision}`);

  // whoever may not decide has no button to do so
  await ada.getByRole('heading', { name: 'Do we tell customers now?' }).waitFor();
  expect(await ada.getByRole('button', { name: /^Approve/ }).count()).toBe(0);

  await approve(eva, 'What is known is safe to say.');
  await gita.getByText(/1 of 2/).first().waitFor();
  await approve(gita, 'The words are clear.');
  await expect.poll(async () => (await house.view('ada', crisis, 'decisions.register'))[0]?.status, SOON).toBe('approved');
  await ada.getByText('Approved', { exact: true }).first().waitFor();
  const [card] = await house.view('ada', crisis, 'decisions.register');
  expect(card?.voices.map((voice) => voice.person).sort()).toEqual([house.id('eva'), house.id('gita')].sort());
  expect(troubles).toEqual([]);
});

test('words that change while they are read lock the button until the change was read', async () => {
  const crisis = await house.crisis();
  const decision = await house.decision(crisis, 'notification-duty', 'Is this to be notified?');
  const eva = await stage.enter('eva', `/c/${crisis}/decisions/${decision}`);
  await eva.getByRole('radio', { name: /Do it now/ }).check({ force: true });
  await eva.getByRole('textbox', { name: /^Reason/ }).fill('The law says so.');
  await house.give('ada', crisis, 'decisions.amend', {
    decision,
    question: 'Is this to be notified today?',
    options: [
      { id: 'now', text: 'Do it now' },
      { id: 'later', text: 'Wait for more' },
    ],
    evidence: [],
    reason: 'The day matters.',
  });
  await eva.getByText(/Text changed to version 2/).first().waitFor();
  expect(await eva.getByRole('button', { name: /^Approve/ }).first().isDisabled()).toBe(true);
  await eva.getByRole('button', { name: /I have read version 2/ }).click();
  await approve(eva, 'The law says so.');
  await expect.poll(async () => (await house.view('ada', crisis, 'decisions.register'))[0]?.status, SOON).toBe('approved');
  const [card] = await house.view('ada', crisis, 'decisions.register');
  expect(card?.voices[0]?.counts).toBe(true);
  expect(card?.wording).toBe(2);
});

test('an approval is never kept for later', async () => {
  const crisis = await house.crisis();
  const decision = await house.decision(crisis, 'notification-duty', 'Is this to be notified?');
  const eva = await stage.enter('eva', `/c/${crisis}/decisions/${decision}`);
  await eva.getByRole('radio', { name: /Do it now/ }).check({ force: true });
  await eva.context().setOffline(true);
  await eva.getByText(/An approval is never kept for later/).waitFor();
  const approvals = eva.getByRole('button', { name: /^Approve/ });
  expect((await approvals.count()) === 0 || (await approvals.first().isDisabled())).toBe(true);
});

test('the record that these people made verifies', async () => {
  const { code, said } = house.verify();
  expect(said).toContain('intact');
  expect(code).toBe(0);
});
