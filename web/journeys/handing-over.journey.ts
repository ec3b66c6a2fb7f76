import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('signing in with a one-time link leads to what waits', async () => {
  const page = await stage.enter('ada', '/');
  await page.getByRole('heading', { name: 'What waits for you' }).waitFor();
  expect(troubles).toEqual([]);
});
