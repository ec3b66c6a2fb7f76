import type { HistoryEntry } from '../../api/types';

/*
 * Checks the record with nothing but this browser's own hashing: RFC 6962 trees, RFC 9162 proofs, C2SP signed notes.
 * Nothing here asks the server anything, and nothing here believes it.
 */

export type Hash = Uint8Array<ArrayBuffer>;

/** Whether this browser lets a page hash at all: only over https, or on the machine itself. */
export function canHash(): boolean {
  return typeof crypto !== 'undefined' && 'subtle' in crypto && crypto.subtle !== undefined;
}

const utf8 = new TextEncoder();

export function bytesOf(text: string): Hash {
  return utf8.encode(text) as Hash;
}

async function sha256(bytes: Hash): Promise<Hash> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function joined(...parts: readonly Uint8Array[]): Hash {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function base64url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Strict: what does not come out the same when it is written again is no base64. */
export function fromBase64(text: string): Hash {
  let bytes: Hash;
  try {
    bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw new Error('no base64: ' + text.slice(0, 60));
  }
  if (base64(bytes) !== text) {
    throw new Error('no base64: ' + text.slice(0, 60));
  }
  return bytes;
}

/** The digest of a stored text, as the level above writes it. */
export async function digestOf(stored: string): Promise<string> {
  return base64url(await sha256(bytesOf(stored)));
}

/** The leaf of a header exactly as stored. */
export async function leafHash(header: string): Promise<Hash> {
  return sha256(joined(LEAF, bytesOf(header)));
}

async function nodeHash(left: Hash, right: Hash): Promise<Hash> {
  return sha256(joined(NODE, left, right));
}

/** What of an entry does not agree with the level above it. */
export interface Flaw {
  readonly part: 'body' | 'content';
  /** Of the content. */
  readonly name?: string;
}

/** Holds body against header and contents against body; parts that are withheld have nothing to be held. */
export async function checkEntry(entry: HistoryEntry): Promise<Flaw | null> {
  if (entry.body === undefined) {
    return null;
  }
  const header = JSON.parse(entry.header) as { readonly body?: unknown };
  if (header.body !== (await digestOf(entry.body))) {
    return { part: 'body' };
  }
  const [, body] = JSON.parse(entry.body) as [string, { readonly content?: Readonly<Record<string, string>> }];
  const digests = body.content ?? {};
  for (const [name, text] of Object.entries(entry.contents ?? {})) {
    if (text !== null && digests[name] !== (await digestOf(text))) {
      return { part: 'content', name };
    }
  }
  return null;
}

/**
 * A tree that grows at its right edge: the roots of its full subtrees from left to right. That is all that is needed to
 * append, and to say the root at any moment.
 */
export class Edge {
  private nodes: { readonly size: number; readonly hash: Hash }[] = [];

  /**
   * The tree of everything before an entry, out of that entry's inclusion proof: its left neighbours on the way up are
   * exactly the full subtrees that lie before it.
   */
  static before(seq: number, size: number, proof: readonly Hash[]): Edge {
    const left: Hash[] = [];
    walk(seq, size, proof, (hash, isLeft) => {
      if (isLeft) {
        left.push(hash);
      }
    });
    const edge = new Edge();
    let rest = seq;
    for (const hash of left.reverse()) {
      if (rest < 1) {
        throw new Error('the proof covers more than what lies before the entry');
      }
      const part = 2 ** Math.floor(Math.log2(rest));
      edge.nodes.push({ size: part, hash });
      rest -= part;
    }
    if (rest !== 0) {
      throw new Error('the proof does not cover what lies before the entry');
    }
    return edge;
  }

  get size(): number {
    return this.nodes.reduce((sum, node) => sum + node.size, 0);
  }

  async push(leaf: Hash): Promise<void> {
    let node = { size: 1, hash: leaf };
    for (let last = this.nodes.at(-1); last?.size === node.size; last = this.nodes.at(-1)) {
      this.nodes.pop();
      node = { size: node.size * 2, hash: await nodeHash(last.hash, node.hash) };
    }
    this.nodes.push(node);
  }

  async root(): Promise<Hash> {
    const last = this.nodes.at(-1);
    if (!last) {
      return sha256(new Uint8Array());
    }
    let root = last.hash;
    for (const node of this.nodes.slice(0, -1).reverse()) {
      root = await nodeHash(node.hash, root);
    }
    return root;
  }

  copy(): Edge {
    const copy = new Edge();
    copy.nodes = [...this.nodes];
    return copy;
  }
}

/** Goes up an inclusion path (RFC 9162, 2.1.3.2) and says of each hash on which side it lies. */
function walk(seq: number, size: number, proof: readonly Hash[], visit: (hash: Hash, isLeft: boolean) => void): void {
  if (seq < 0 || seq >= size) {
    throw new Error('no such entry in a tree of that size');
  }
  let fn = seq;
  let sn = size - 1;
  for (const hash of proof) {
    if (sn === 0) {
      throw new Error('the proof is too long');
    }
    if (fn % 2 === 1 || fn === sn) {
      visit(hash, true);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      visit(hash, false);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  if (sn !== 0) {
    throw new Error('the proof is too short');
  }
}

/** Whether the leaf is at that position of the tree with that root. */
export async function isIncluded(
  leaf: Hash,
  seq: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): Promise<boolean> {
  const steps: { readonly hash: Hash; readonly isLeft: boolean }[] = [];
  try {
    walk(seq, size, proof, (hash, isLeft) => steps.push({ hash, isLeft }));
  } catch {
    return false;
  }
  let at = leaf;
  for (const { hash, isLeft } of steps) {
    at = isLeft ? await nodeHash(hash, at) : await nodeHash(at, hash);
  }
  return equal(at, root);
}

/** Whether the first tree is the beginning of the second (RFC 9162, 2.1.4.2). */
export async function isConsistent(
  first: number,
  second: number,
  proof: readonly Hash[],
  firstRoot: Hash,
  secondRoot: Hash,
): Promise<boolean> {
  if (first < 1 || first > second) {
    return false;
  }
  if (first === second) {
    return proof.length === 0 && equal(firstRoot, secondRoot);
  }
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : proof;
  const [start, ...rest] = path;
  if (!start || proof.length === 0) {
    return false;
  }
  let fn = first - 1;
  let sn = second - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let fr = start;
  let sr = start;
  for (const hash of rest) {
    if (sn === 0) {
      return false;
    }
    if (fn % 2 === 1 || fn === sn) {
      fr = await nodeHash(hash, fr);
      sr = await nodeHash(hash, sr);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      sr = await nodeHash(sr, hash);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && equal(fr, firstRoot) && equal(sr, secondRoot);
}

/** A C2SP proof that anybody can check without us: a receipt. */
export function receiptOf(seq: number, hashes: readonly string[], note: string): string {
  return ['c2sp.org/tlog-proof@v1', 'index ' + seq, ...hashes].join('\n') + '\n\n' + note;
}
