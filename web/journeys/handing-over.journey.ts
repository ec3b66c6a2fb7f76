import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { House } from './house';
import { Stage, troubles } from './stage';

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

test('a hand-over reaches every screen that shows the task, while it is looked at', async () => {
  const crisis = await house.crisis();
  const task = await house.task(crisis, 'Hash both disks', 'jun');
  await house.give('jun', crisis, 'tasks.accept', { task });
  await house.give('jun', crisis, 'tasks.start', { task });

  const jun = await stage.enter('jun', `/c/${crisis}/tasks/${task}`);
  const ines = await stage.enter('ines', '/');
  const ada = await stage.enter('ada', `/c/${crisis}`);
  await ada.getByRole('article').filter({ hasText: 'Hash both disks' }).filter({ hasText: 'Jun Takada' }).first().waitFor();

  await jun.getByRole('button', { name: /^Move or change/ }).first().click();
  await jun.getByRole('menuitem', { name: /Hand over/ }).click();
  const dialog = jun.getByRole('dialog');
  await dialog.getByRole('combobox').fill('Inês');
  await jun.getByRole('option', { name: /Inês Costa/ }).click();
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill('It is two in the morning here.');
  await dialog.getByRole('button', { name: 'Ask them' }).click();
  await dialog.waitFor({ state: 'detached' });

  // it waits for Inês, on the screen that she already has open
  const waiting = ines.getByRole('article').filter({ hasText: 'Hash both disks' });
  await waiting.waitFor();
  await waiting.getByRole('link').click();
  await ines.getByRole('button', { name: 'Accept', exact: true }).first().click();

  await ada.getByRole('article').filter({ hasText: 'Hash both disks' }).filter({ hasText: 'Inês Costa' }).first().waitFor();
  await jun.getByText('Inês Costa').first().waitFor();
  const [card] = (await house.view('ada', crisis, 'tasks.board')).filter((each) => each.id === task);
  expect(card?.owner).toBe(house.id('ines'));
  expect(troubles).toEqual([]);
});

test('the network is cut while somebody writes: nothing is lost, and it goes out when it is back', async () => {
  const crisis = await house.crisis();
  const topic = await house.topic(crisis, 'Which runners resolved it?');
  const jun = await stage.enter('jun', `/c/${crisis}/channels/${topic}`);
  const ada = await stage.enter('ada', `/c/${crisis}/channels/${topic}`);
  const composer = jun.getByRole('textbox', { name: /^Write about/ });
  await composer.fill('Two runners took it.');
  await jun.context().setOffline(true);
  await jun.getByText(/No connection since/).first().waitFor();
  await composer.press('Control+Enter');
  await jun.getByText(/Not sent yet/i).first().waitFor();
  expect(await house.view('ada', crisis, 'channels.messages')).toEqual([]);

  await jun.context().setOffline(false);
  await ada.getByRole('article').getByText('Two runners took it.').waitFor();
  await jun.getByText(/Not sent yet/i).first().waitFor({ state: 'detached' });
  expect((await house.view('ada', crisis, 'channels.messages')).map((each) => each.source)).toEqual(['Two runners took it.']);
  expect(troubles).toEqual([]);
});

test('the server goes away and comes back: the screen says so, and goes on without a gap', async () => {
  const crisis = await house.crisis();
  const first = await house.task(crisis, 'Before the outage', 'jun');
  const ada = await stage.enter('ada', `/c/${crisis}/tasks`);
  await ada.getByText('Before the outage').first().waitFor();
  await house.stop();
  await ada.getByText(/No connection since/).first().waitFor();
  expect(await ada.getByText('Before the outage').first().isVisible()).toBe(true);
  await house.start();
  await house.give('jun', crisis, 'tasks.accept', { task: first });
  await house.task(crisis, 'After the outage', 'ines');
  await ada.getByText('After the outage').first().waitFor();
  await ada.getByText(/No connection since/).first().waitFor({ state: 'detached' });
});

test('a session that ends while somebody writes loses nothing that was typed', async () => {
  const crisis = await house.crisis();
  const topic = await house.topic(crisis, 'Night shift');
  const kim = await stage.enter('kim', `/c/${crisis}/channels/${topic}`);
  const composer = kim.getByRole('textbox', { name: /^Write about/ });
  await composer.fill('Half a thought');
  const session = await kim.evaluate(async () => ((await (await fetch('/api/me')).json()) as { session: { id: string } }).session.id);
  await house.endSession('kim', session);
  await kim.getByText(/Your session is over/).waitFor();
  expect(await composer.inputValue()).toBe('Half a thought');
  await kim.goto(house.link('kim'));
  await kim.getByRole('button', { name: 'Sign in' }).click();
  await kim.waitForURL(house.address + '/');
  await kim.goto(`/c/${crisis}/channels/${topic}`);
  await kim.getByRole('textbox', { name: /^Write about/ }).waitFor();
  expect(await kim.getByRole('textbox', { name: /^Write about/ }).inputValue()).toBe('Half a thought');
});
