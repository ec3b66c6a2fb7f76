import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { budgets } from './budgets';

const OUT = 'target/dist';
/** Where `npm run dev` finds the server. */
const MUSTER = process.env['MUSTER'] ?? 'http://localhost:8080';

/** Writes sw.js with the list of what it keeps: everything that was built, by its hashed name. */
function serviceWorker(): Plugin {
  return {
    name: 'muster-service-worker',
    apply: 'build',
    writeBundle(options, bundle) {
      const files = Object.keys(bundle)
        .filter((file) => file.startsWith('assets/'))
        .sort();
      const text = readFileSync('src/offline/sw.js', 'utf8');
      const version = createHash('sha256').update(files.join('\n')).update(text).digest('hex').slice(0, 16);
      writeFileSync(
        join(options.dir ?? OUT, 'sw.js'),
        text
          .replace('__VERSION__', version)
          .replace("['__FILES__']", JSON.stringify(files.map((file) => '/' + file))),
      );
    },
  };
}

export default defineConfig({
  plugins: [react(), serviceWorker(), budgets()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '^/(api|openapi.json|sign-in/link|sign-out|health|c/[^/]+/brief.html)': {
        target: MUSTER,
        changeOrigin: true,
        headers: { Origin: MUSTER },
      },
    },
  },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
} as Parameters<typeof defineConfig>[0]);
