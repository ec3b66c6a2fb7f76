// Runs the journeys with the browser that is there. Without one they are left out, with a sentence; not in continuous
// integration, where a check that was left out would pass for one that was made.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = browsers.find((path) => path && existsSync(path));
if (!browser) {
  console.error('journeys: there is no Chromium here (apt-get install chromium, or name it in CHROMIUM).');
  if (process.env.CI) {
    process.exit(1);
  }
  console.error('journeys: left out; the screens were not tried in a browser.');
  process.exit(0);
}
const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--root', import.meta.dirname, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: browser },
});
process.exit(status ?? 1);
