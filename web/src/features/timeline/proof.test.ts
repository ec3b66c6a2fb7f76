// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { checkpointOf, signedBy } from './note';
import { checkEntry, Edge, equal, fromBase64, hex, isConsistent, isIncluded, leafHash, receiptOf, type Hash } from './proof';
import vectors from './vectors.json';

const checkpoint = checkpointOf(vectors.checkpoint);
const [first, second, third] = vectors.entries;
if (!first || !second || !third) {
  throw new Error('no vectors');
}

/** A tree worked out the slow way, straight from the definition (RFC 9162, 2.1). */
async function sha(...parts: Uint8Array[]): Promise<Hash> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.concat(parts)));
}

async function rootOf(leaves: readonly Hash[]): Promise<Hash> {
  if (leaves.length === 0) {
    return sha(new Uint8Array());
  }
  if (leaves.length === 1) {
    return leaves[0] as Hash;
  }
  const k = split(leaves.length);
  return sha(new Uint8Array([1]), await rootOf(leaves.slice(0, k)), await rootOf(leaves.slice(k)));
}

function split(n: number): number {
  let k = 1;
  while (k * 2 < n) {
    k *= 2;
  }
  return k;
}

async function path(seq: number, leaves: readonly Hash[]): Promise<Hash[]> {
  if (leaves.length <= 1) {
    return [];
  }
  const k = split(leaves.length);
  return seq < k
    ? [...(await path(seq, leaves.slice(0, k))), await rootOf(leaves.slice(k))]
    : [...(await path(seq - k, leaves.slice(k))), await rootOf(leaves.slice(0, k))];
}

async function subproof(m: number, leaves: readonly Hash[], whole: boolean): Promise<Hash[]> {
  if (m === leaves.length) {
    return whole ? [] : [await rootOf(leaves)];
  }
  const k = split(leaves.length);
  return m <= k
    ? [...(await subproof(m, leaves.slice(0, k), whole)), await rootOf(leaves.slice(k))]
    : [...(await subproof(m - k, leaves.slice(k), false)), await rootOf(leaves.slice(0, k))];
}

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17];
const leavesOf = (n: number) => Promise.all(Array.from({ length: n }, (_, i) => leafHash('entry ' + i)));

function bent(hash: Hash): Hash {
  const other = hash.slice();
  other[7] = (other[7] ?? 0) ^ 1;
  return other;
}

describe('trees of every small size', () => {
  it('hashes the empty tree and a known leaf as RFC 6962 implementations do', async () => {
    expect(hex(await new Edge().root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(await leafHash(''))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('an edge that grows leaf by leaf has the root of the definition', async () => {
    const leaves = await leavesOf(17);
    const edge = new Edge();
    for (const [i, leaf] of leaves.entries()) {
      await edge.push(leaf);
      expect(hex(await edge.root())).toBe(hex(await rootOf(leaves.slice(0, i + 1))));
    }
    expect(edge.size).toBe(17);
  });

  it('every entry is proved at its place and at no other, and a bent hash proves nothing', async () => {
    for (const size of SIZES) {
      const leaves = await leavesOf(size);
      const root = await rootOf(leaves);
      for (const [seq, leaf] of leaves.entries()) {
        const proof = await path(seq, leaves);
        expect(await isIncluded(leaf, seq, size, proof, root)).toBe(true);
        expect(await isIncluded(bent(leaf), seq, size, proof, root)).toBe(false);
        expect(await isIncluded(leaf, seq, size, proof, bent(root))).toBe(false);
        expect(await isIncluded(leaf, seq, size, [...proof, root], root)).toBe(false);
        if (size > 1) {
          expect(await isIncluded(leaf, (seq + 1) % size, size, proof, root)).toBe(false);
          expect(await isIncluded(leaf, seq, size, proof.slice(0, -1), root)).toBe(false);
          expect(await isIncluded(leaf, seq, size, proof.map(bent), root)).toBe(false);
        }
      }
    }
  });

  it('what lies before an entry follows from its proof, and grows into the whole', async () => {
    for (const size of SIZES) {
      const leaves = await leavesOf(size);
      for (let seq = 0; seq < size; seq++) {
        const edge = Edge.before(seq, size, await path(seq, leaves));
        expect(hex(await edge.root())).toBe(hex(await rootOf(leaves.slice(0, seq))));
        for (const leaf of leaves.slice(seq)) {
          await edge.push(leaf);
        }
        expect(hex(await edge.root())).toBe(hex(await rootOf(leaves)));
      }
    }
  });

  it('a tree is the beginning of a later one, and of no other', async () => {
    for (const second of SIZES) {
      const leaves = await leavesOf(second);
      const late = await rootOf(leaves);
      for (let first = 1; first <= second; first++) {
        const early = await rootOf(leaves.slice(0, first));
        const proof = await subproof(first, leaves, true);
        expect(await isConsistent(first, second, proof, early, late)).toBe(true);
        expect(await isConsistent(first, second, proof, bent(early), late)).toBe(false);
        expect(await isConsistent(first, second, proof, early, bent(late))).toBe(false);
        expect(await isConsistent(first, second, [...proof, late], early, late)).toBe(false);
        if (proof.length > 0) {
          expect(await isConsistent(first, second, proof.map(bent), early, late)).toBe(false);
          expect(await isConsistent(first, second, proof.slice(1), early, late)).toBe(false);
        }
      }
    }
    const some = await leafHash('x');
    expect(await isConsistent(0, 5, [], some, some)).toBe(false);
    expect(await isConsistent(6, 5, [], some, some)).toBe(false);
  });
});

describe('a record as a server gave it', () => {
  it('the checkpoint is signed by the key of the record', async () => {
    expect(checkpoint.origin).toContain(vectors.stream);
    expect(await signedBy(checkpoint, vectors.key)).toBe('good');
  });

  it('a checkpoint that says anything else is not signed', async () => {
    const other = vectors.checkpoint.replace(`\n${checkpoint.size}\n`, `\n${checkpoint.size - 1}\n`);
    expect(await signedBy(checkpointOf(other), vectors.key)).toBe('bad');
    expect(await signedBy(checkpoint, vectors.key.replace('demo.', 'some.'))).toBe('bad');
    expect(await signedBy(checkpoint, 'name+00000000+AAAA')).toBe('bad');
  });

  it('what is no checkpoint is refused', () => {
    for (const text of ['', 'origin\n', 'o\n05\n\n\n', vectors.checkpoint.trimEnd(), 'o\n5\nAAAA\n\n— a b\n']) {
      expect(() => checkpointOf(text)).toThrow();
    }
  });

  it('entries agree with their own digests and are in the signed tree', async () => {
    for (const entry of vectors.entries) {
      expect(await checkEntry(entry)).toBeNull();
      const leaf = await leafHash(entry.header);
      const proof = entry.inclusion.map(fromBase64);
      expect(await isIncluded(leaf, entry.seq, checkpoint.size, proof, checkpoint.root)).toBe(true);
      expect(await isIncluded(leaf, entry.seq + 1, checkpoint.size, proof, checkpoint.root)).toBe(false);
      const later = await leafHash(entry.header.replace('"rules":1', '"rules":2'));
      expect(await isIncluded(later, entry.seq, checkpoint.size, proof, checkpoint.root)).toBe(false);
    }
  });

  it('a changed text is found, and named', async () => {
    expect(await checkEntry({ ...second, body: (second.body ?? '').replace('general', 'gemeral') })).toEqual({ part: 'body' });
    const contents = { note: '["z27QoLR4A8s4KAxVpW4eVQ","Yuki told me."]' };
    expect(await checkEntry({ ...second, contents })).toEqual({ part: 'content', name: 'note' });
  });

  it('what is withheld is no fault', async () => {
    expect(await checkEntry({ seq: second.seq, header: second.header })).toBeNull();
    expect(await checkEntry({ ...second, contents: { note: null } })).toBeNull();
  });

  it('the tree then is the beginning of the tree now', async () => {
    const edge = Edge.before(third.seq, checkpoint.size, third.inclusion.map(fromBase64));
    await edge.push(await leafHash(third.header));
    const { from, hashes } = vectors.consistency;
    const root = await edge.root();
    expect(from).toBe(third.seq + 1);
    expect(await isConsistent(from, checkpoint.size, hashes.map(fromBase64), root, checkpoint.root)).toBe(true);
    expect(await isConsistent(from, checkpoint.size, hashes.map(fromBase64), bent(root), checkpoint.root)).toBe(false);
  });

  it('the last entries and one proof give the signed root', async () => {
    const { headers, inclusion } = vectors.tail;
    const edge = Edge.before(checkpoint.size - headers.length, checkpoint.size, inclusion.map(fromBase64));
    for (const header of headers) {
      await edge.push(await leafHash(header));
    }
    expect(equal(await edge.root(), checkpoint.root)).toBe(true);
  });

  it('a receipt carries the index, the hashes and the checkpoint', () => {
    const receipt = receiptOf(first.seq, first.inclusion, vectors.checkpoint);
    expect(receipt.split('\n').slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index ' + first.seq]);
    expect(receipt.endsWith('\n\n' + vectors.checkpoint)).toBe(true);
  });
});
