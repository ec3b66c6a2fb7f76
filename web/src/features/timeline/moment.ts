import { useEffect, useState } from 'react';
import { place, read } from '../../api/read';
import type { HistoryPage } from '../../api/types';
import { readCheckpoint, readInclusion, readKey } from './check';
import { signedBy } from './note';
import { canHash, Edge, equal, fromBase64, hex, isConsistent, isIncluded, leafHash } from './proof';
import type { ViewThen } from '../../api/types';

export type MomentProof =
  | { readonly kind: 'proving' }
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'no' }
  | { readonly kind: 'proved'; readonly size: number; readonly root: string };

/**
 * Whether a moment is the beginning of the record as signed now: its last entry is in the signed tree, the tree up to
 * it follows from that entry's own proof, and the signed tree continues that tree.
 */
async function prove(stream: string, seq: number): Promise<MomentProof> {
  const checkpoint = await readCheckpoint(stream);
  const [key, then, page, path] = await Promise.all([
    readKey(stream),
    read<ViewThen>(`${place(stream)}/at/${seq}/views/crises.room`),
    read<HistoryPage>(`${place(stream)}/history?from=${seq}&limit=1`),
    readInclusion(stream, seq, checkpoint.size),
  ]);
  const header = page.entries[0]?.header;
  if (header === undefined) {
    return { kind: 'unchecked' };
  }
  const leaf = await leafHash(header);
  const proof = path.map(fromBase64);
  const edge = Edge.before(seq, checkpoint.size, proof);
  await edge.push(leaf);
  const root = await edge.root();
  const signed = await signedBy(checkpoint, key);
  // the proof that came with the view may be to an older or newer checkpoint than the one read here
  const given = then.proof.checkpoint === checkpoint.note ? then.proof.consistency.map(fromBase64) : null;
  const good =
    signed !== 'bad' &&
    (await isIncluded(leaf, seq, checkpoint.size, proof, checkpoint.root)) &&
    (given === null ||
      (then.proof.size === checkpoint.size
        ? equal(root, checkpoint.root)
        : await isConsistent(then.proof.size, checkpoint.size, given, root, checkpoint.root)));
  return good ? { kind: 'proved', size: checkpoint.size, root: hex(root) } : { kind: 'no' };
}

export function useMomentProof(stream: string, seq: number | null): MomentProof {
  const [proved, setProved] = useState<{ readonly of: number; readonly proof: MomentProof } | null>(null);
  useEffect(() => {
    if (seq === null || seq < 0) {
      return undefined;
    }
    let gone = false;
    const done = (proof: MomentProof) => !gone && setProved({ of: seq, proof });
    if (canHash()) {
      prove(stream, seq).then(done, () => done({ kind: 'unchecked' }));
    } else {
      done({ kind: 'unchecked' });
    }
    return () => {
      gone = true;
    };
  }, [stream, seq]);
  return seq !== null && proved?.of === seq ? proved.proof : { kind: 'proving' };
}
