// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../api/types';
import { Bench, checkRecord, keptCheckpoint, type Verdict } from './check';
import { lineOf } from './lines';
import { base64, bytesOf, digestOf, Edge, leafHash, type Hash } from './proof';

const STREAM = 'p6EacfwfgU8TAIfCiAPRKA';
const NAME = 'demo/crisis/' + STREAM + '/';

/** A server with a record of its own, which signs whatever its entries are. */
class Server {
  entries: HistoryEntry[] = [];
  /** What is signed; the entries, unless it lies. */
  signed: HistoryEntry[] | null = null;
  epoch = 1;
  private readonly pair: CryptoKeyPair;

  constructor(pair: CryptoKeyPair) {
    this.pair = pair;
  }

  async write(text: string): Promise<void> {
    const seq = this.entries.length;
    const content = JSON.stringify(['salt' + seq, text]);
    const body = JSON.stringify([
      'salt',
      { type: 'channels.posted', lane: 'general', actor: { kind: 'system' }, content: { text: await digestOf(content) } },
    ]);
    const time = new Date(1_800_000_000_000 + seq * 1000).toISOString();
    const header = JSON.stringify({
      v: 1, stream: STREAM, epoch: 1, seq, recordedAt: time, time, rules: 1, authority: false, reads: [], body: await digestOf(body),
    });
    this.entries.push({ seq, header, body, contents: { text: content } });
  }

  private get origin(): string {
    return NAME + this.epoch;
  }

  private leaves(size: number): Promise<Hash[]> {
    return Promise.all((this.signed ?? this.entries).slice(0, size).map((entry) => leafHash(entry.header)));
  }

  async key(): Promise<string> {
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', this.pair.publicKey));
    const id = await this.id(raw);
    return `${this.origin}+${Buffer.from(id).toString('hex')}+${base64(new Uint8Array([1, ...raw]))}`;
  }

  private async id(raw: Uint8Array): Promise<Uint8Array> {
    const named = new Uint8Array([...bytesOf(this.origin), 0x0a, 1, ...raw]);
    return new Uint8Array(await crypto.subtle.digest('SHA-256', named)).slice(0, 4);
  }

  async checkpoint(): Promise<string> {
    const leaves = await this.leaves(Infinity);
    const text = `${this.origin}\n${leaves.length}\n${base64(await rootOf(leaves))}\n`;
    const signature = new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, this.pair.privateKey, bytesOf(text)));
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', this.pair.publicKey));
    return `${text}\n— ${this.origin} ${base64(new Uint8Array([...(await this.id(raw)), ...signature]))}\n`;
  }

  async answer(path: string): Promise<Response> {
    const url = new URL(path, 'http://muster');
    const number = (name: string) => Number(url.searchParams.get(name));
    if (url.pathname.endsWith('/checkpoint')) {
      return new Response(await this.checkpoint());
    }
    if (url.pathname.endsWith('/keys')) {
      return Response.json({ keys: [{ stream: STREAM, key: await this.key() }] });
    }
    const hashes = url.pathname.endsWith('/inclusion')
      ? await inclusion(number('seq'), await this.leaves(number('size')))
      : await consistency(number('from'), await this.leaves(number('to')), true);
    return Response.json({ hashes: hashes.map(base64) });
  }
}

async function rootOf(leaves: readonly Hash[]): Promise<Hash> {
  const edge = new Edge();
  for (const leaf of leaves) {
    await edge.push(leaf);
  }
  return edge.root();
}

const split = (n: number) => 2 ** Math.floor(Math.log2(n - 1));

async function inclusion(seq: number, leaves: readonly Hash[]): Promise<Hash[]> {
  if (leaves.length <= 1) {
    return [];
  }
  const k = split(leaves.length);
  return seq < k
    ? [...(await inclusion(seq, leaves.slice(0, k))), await rootOf(leaves.slice(k))]
    : [...(await inclusion(seq - k, leaves.slice(k))), await rootOf(leaves.slice(0, k))];
}

async function consistency(from: number, leaves: readonly Hash[], whole: boolean): Promise<Hash[]> {
  if (from === leaves.length) {
    return whole ? [] : [await rootOf(leaves)];
  }
  const k = split(leaves.length);
  return from <= k
    ? [...(await consistency(from, leaves.slice(0, k), whole)), await rootOf(leaves.slice(k))]
    : [...(await consistency(from - k, leaves.slice(k), false)), await rootOf(leaves.slice(0, k))];
}

const newKey = () => crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']) as Promise<CryptoKeyPair>;

let server: Server;

beforeEach(async () => {
  const shelf = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => shelf.set(key, value),
  });
  server = new Server(await newKey());
  vi.stubGlobal('fetch', (path: string) => server.answer(path));
  for (let i = 0; i < 21; i++) {
    await server.write('message ' + i);
  }
});
afterEach(() => vi.unstubAllGlobals());

/** What somebody finds who has loaded the entries from a position on. */
async function look(from = 0): Promise<Verdict> {
  return checkRecord(STREAM, new Bench(), () => Promise.resolve(server.entries.slice(from).map(lineOf)));
}

async function fault(from = 0) {
  const verdict = await look(from);
  return verdict.kind === 'broken' ? verdict.fault : verdict.kind;
}

describe('a record that is whole', () => {
  it('is intact, from whatever entry on it is loaded', async () => {
    for (const from of [0, 1, 7, 8, 16, 20]) {
      expect(await look(from)).toMatchObject({ kind: 'intact', from, signed: 'good' });
    }
  });

  it('goes on from the checkpoint that was kept', async () => {
    await look(15);
    await server.write('later');
    expect(await look(15)).toMatchObject({ kind: 'intact', since: { size: 21 } });
    expect(keptCheckpoint(STREAM)?.note).toContain('\n22\n');
  });
});

describe('a record that is not', () => {
  const entry = (seq: number) => server.entries[seq] as HistoryEntry;

  it('names the entry whose words were changed', async () => {
    server.entries[9] = { ...entry(9), contents: { text: '["salt9","never said"]' } };
    expect(await fault()).toEqual({ kind: 'content', seq: 9, name: 'text' });
  });

  it('names the entry whose body was changed', async () => {
    server.entries[9] = { ...entry(9), body: (entry(9).body ?? '').replace('system', 'sistem') };
    expect(await fault(4)).toEqual({ kind: 'body', seq: 9 });
  });

  it('names the first entry that was not signed, wherever it is and however much was loaded', async () => {
    const real = server.entries;
    for (const from of [0, 3]) {
      for (const seq of [from, 4, 11, 20]) {
        server.signed = real;
        server.entries = real.map((each) =>
          each.seq >= seq ? { ...each, header: each.header.replace('"authority":false', '"authority":true') } : each,
        );
        expect(await fault(from)).toEqual({ kind: 'tree', seq });
      }
    }
  });

  it('names the entry after one that was left out', async () => {
    server.entries = server.entries.filter((each) => each.seq !== 12);
    expect(await fault()).toEqual({ kind: 'order', seq: 13 });
  });

  it('says that entries were taken away that this browser has seen', async () => {
    await look();
    server.entries = server.entries.slice(0, 18);
    expect(await fault()).toEqual({ kind: 'shorter', had: 21, has: 18 });
  });

  it('says that history was rewritten and signed anew', async () => {
    await look();
    const later = server.entries;
    server.entries = [];
    for (const each of later) {
      await server.write(each.seq === 5 ? 'something else' : 'message ' + each.seq);
    }
    await server.write('one more');
    expect(await fault(10)).toEqual({ kind: 'rewritten', had: 21 });
    expect(keptCheckpoint(STREAM)?.note).toContain('\n21\n');
  });

  it('says that a backup was restored and what it lost, and nothing where it lost nothing', async () => {
    await look();
    server.epoch = 2;
    await server.write('after the restore');
    expect(await look()).toMatchObject({ kind: 'intact', since: { size: 21 } });
    server.epoch = 3;
    server.entries = server.entries.slice(0, 15);
    expect(await fault()).toEqual({ kind: 'restored', had: 22 });
  });

  it('says that another key signs now', async () => {
    await look();
    const other = new Server(await newKey());
    other.entries = server.entries;
    server = other;
    expect(await fault()).toEqual({ kind: 'key' });
  });

  it('is not checked, rather than good, where nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
    expect(await look()).toMatchObject({ kind: 'unchecked', why: 'no-answer' });
  });
});
