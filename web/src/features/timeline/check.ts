import { read, place } from '../../api/read';
import { NO_ANSWER, Refused, problemOf, type Problem } from '../../api/problem';
import type { ConsistencyProof, InclusionProof } from '../../api/types';
import { session } from '../../live/session';
import type { Line } from './lines';
import { checkpointOf, signedBy, type Checkpoint, type Signed } from './note';
import { canHash, checkEntry, Edge, equal, fromBase64, isConsistent, leafHash, type Hash } from './proof';

/** What does not hold, in the order in which it is looked for. */
export type Fault =
  | { readonly kind: 'body' | 'content'; readonly seq: number; readonly name?: string }
  /** The header cannot follow the one before it: another stream, a number left out, time or rules going backwards. */
  | { readonly kind: 'order'; readonly seq: number }
  | { readonly kind: 'signature' | 'origin' | 'checkpoint' }
  /** Another key than this browser knows this record by. */
  | { readonly kind: 'key' }
  /** The entries do not make the tree that was signed; the first that does not, where it could be found. */
  | { readonly kind: 'tree'; readonly seq?: number }
  /** Fewer entries than this browser has seen. */
  | { readonly kind: 'shorter'; readonly had: number; readonly has: number }
  /** Goes on from a backup, and what this browser had seen is not all in it. */
  | { readonly kind: 'restored'; readonly had: number }
  /** What was signed now does not begin with what this browser kept. */
  | { readonly kind: 'rewritten'; readonly had: number };

export interface Kept {
  readonly note: string;
  readonly key: string;
  /** When, in milliseconds of real time. */
  readonly at: number;
}

export type Verdict =
  | { readonly kind: 'checking' }
  | { readonly kind: 'unchecked'; readonly why: 'insecure' | 'no-answer'; readonly problem?: Problem }
  | {
      readonly kind: 'intact';
      readonly at: number;
      /** Entries hashed here, from this one up to the checkpoint's size. */
      readonly from: number;
      readonly checkpoint: Checkpoint;
      readonly signed: Signed;
      readonly key: string;
      /** The checkpoint that this browser had kept, which the present one goes on from. */
      readonly since?: { readonly size: number; readonly at: number };
      readonly withheld: number;
    }
  | { readonly kind: 'broken'; readonly at: number; readonly fault: Fault; readonly checkpoint?: Checkpoint };

const hashes = (list: readonly string[]): Hash[] => list.map(fromBase64);

export async function readCheckpoint(stream: string): Promise<Checkpoint> {
  let response: Response;
  try {
    response = await fetch(place(stream) + '/checkpoint');
  } catch {
    throw new Refused(NO_ANSWER);
  }
  session.heard(response);
  if (!response.ok) {
    throw new Refused(await problemOf(response));
  }
  return checkpointOf(await response.text());
}

export async function readInclusion(stream: string, seq: number, size: number): Promise<readonly string[]> {
  return (await read<InclusionProof>(`${place(stream)}/proof/inclusion?seq=${seq}&size=${size}`)).hashes;
}

async function consistency(stream: string, from: number, to: number): Promise<Hash[]> {
  if (from === to) {
    return [];
  }
  return hashes((await read<ConsistencyProof>(`${place(stream)}/proof/consistency?from=${from}&to=${to}`)).hashes);
}

export async function readKey(stream: string): Promise<string> {
  type Keys = { readonly keys: readonly { readonly stream: string; readonly key: string }[] };
  const { keys } = await read<Keys>('/api/keys');
  return keys.find((each) => each.stream === stream)?.key ?? '';
}

const shelf = (stream: string) => 'muster.checkpoint.' + stream;

export function keptCheckpoint(stream: string): Kept | null {
  const text = localStorage.getItem(shelf(stream));
  if (text === null) {
    return null;
  }
  try {
    const kept = JSON.parse(text) as Kept;
    checkpointOf(kept.note);
    return kept;
  } catch {
    return null;
  }
}

/** Goes on from whatever there is now, because somebody knows why it is another one. */
export function forgetCheckpoint(stream: string): void {
  localStorage.removeItem(shelf(stream));
}

/** The key itself: its name changes with every epoch. */
const bare = (vkey: string) => vkey.split('+').slice(2).join('+');

/** Leaves and flaws of entries that were hashed once already: nothing is hashed twice. */
export class Bench {
  private readonly leaves = new Map<Line, Hash>();
  private readonly sound = new WeakSet<Line>();
  /** The tree that was found to be the signed one: a longer one goes on from there. */
  private good: { readonly from: number; readonly size: number; readonly edge: Edge } | null = null;

  async leaf(line: Line): Promise<Hash> {
    const known = this.leaves.get(line);
    if (known) {
      return known;
    }
    const leaf = await leafHash(line.entry.header);
    this.leaves.set(line, leaf);
    return leaf;
  }

  /** The tree that goes on from `before` with these entries, which are all that come after it. */
  async grown(before: Edge, lines: readonly Line[]): Promise<Edge> {
    const from = before.size;
    const good = this.good?.from === from && this.good.size <= from + lines.length ? this.good : null;
    const edge = (good?.edge ?? before).copy();
    for (const line of lines.slice(good ? good.size - from : 0)) {
      await edge.push(await this.leaf(line));
    }
    return edge;
  }

  /** From here on these entries need no second look. */
  vouch(from: number, edge: Edge): void {
    this.good = { from, size: edge.size, edge };
  }

  /** The first entry that does not agree with itself or cannot follow the one before. */
  async firstFault(stream: string, lines: readonly Line[]): Promise<Fault | null> {
    for (const [i, line] of lines.entries()) {
      if (!follows(stream, lines[i - 1], line)) {
        return { kind: 'order', seq: line.seq };
      }
      if (!this.sound.has(line)) {
        const flaw = await checkEntry(line.entry);
        if (flaw) {
          return { kind: flaw.part, seq: line.seq, ...(flaw.name ? { name: flaw.name } : {}) };
        }
        this.sound.add(line);
      }
    }
    return null;
  }
}

/** What every header owes to the one before it. */
function follows(stream: string, before: Line | undefined, line: Line): boolean {
  const header = line.header;
  if (header.stream !== stream || header.seq !== line.seq) {
    return false;
  }
  return (
    before === undefined ||
    (header.seq === before.header.seq + 1 &&
      header.epoch >= before.header.epoch &&
      header.recordedAt >= before.header.recordedAt &&
      header.rules >= before.header.rules &&
      before.header.reads.every((read) => {
        const now = header.reads.find((each) => each.stream === read.stream);
        return now !== undefined && (now.size >= read.size || now.epoch > read.epoch);
      }))
  );
}

/**
 * Checks what is loaded of a record: every entry against its own digests and its neighbour, all of them together against
 * the signed root, and the signed root against the one that this browser kept last. Keeps the new one if all is well.
 *
 * @param loadUpTo loads entries up to a size and gives all that are loaded, without gap
 */
export async function checkRecord(
  stream: string,
  bench: Bench,
  loadUpTo: (size: number) => Promise<readonly Line[]>,
): Promise<Verdict> {
  if (!canHash()) {
    return { kind: 'unchecked', why: 'insecure' };
  }
  try {
    return await check(stream, bench, loadUpTo);
  } catch (failed) {
    if (failed instanceof Refused) {
      return { kind: 'unchecked', why: 'no-answer', problem: failed.problem };
    }
    return { kind: 'broken', at: session.now(), fault: { kind: 'checkpoint' } };
  }
}

async function check(
  stream: string,
  bench: Bench,
  loadUpTo: (size: number) => Promise<readonly Line[]>,
): Promise<Verdict> {
  const kept = keptCheckpoint(stream);
  const [checkpoint, key] = await Promise.all([readCheckpoint(stream), readKey(stream)]);
  const broken = (fault: Fault): Verdict => ({ kind: 'broken', at: session.now(), fault, checkpoint });
  if (!checkpoint.origin.split('/').includes(stream)) {
    return broken({ kind: 'origin' });
  }
  if (kept && bare(kept.key) !== bare(key)) {
    return broken({ kind: 'key' });
  }
  const signed = await signedBy(checkpoint, key);
  if (signed === 'bad') {
    return broken({ kind: 'signature' });
  }
  const { size } = checkpoint;
  const lines = (await loadUpTo(size)).filter((line) => line.seq < size);
  const fault = await bench.firstFault(stream, lines);
  if (fault) {
    return broken(fault);
  }
  const from = lines[0]?.seq ?? size;
  if (lines.length !== size - from) {
    return { kind: 'unchecked', why: 'no-answer' };
  }
  const edge = await edgeBefore(stream, from, size);
  const whole = edge && (await bench.grown(edge, lines));
  if (!edge || !whole || !equal(await whole.root(), checkpoint.root)) {
    return broken({ kind: 'tree', ...(await firstOutside(stream, bench, edge, lines, checkpoint)) });
  }
  bench.vouch(from, whole);
  const before = kept ? checkpointOf(kept.note) : null;
  // a restore begins a new epoch, and says so in the origin
  const lost: Fault | null =
    before && before.origin !== checkpoint.origin ? { kind: 'restored', had: before.size } : null;
  if (before && before.size > size) {
    return broken(lost ?? { kind: 'shorter', had: before.size, has: size });
  }
  if (before && before.size > 0) {
    const proof = await consistency(stream, before.size, size);
    if (!(await isConsistent(before.size, size, proof, before.root, checkpoint.root))) {
      return broken(lost ?? { kind: 'rewritten', had: before.size });
    }
  }
  const at = session.now();
  localStorage.setItem(shelf(stream), JSON.stringify({ note: checkpoint.note, key, at } satisfies Kept));
  return {
    kind: 'intact',
    at,
    from,
    checkpoint,
    signed,
    key,
    ...(before && kept ? { since: { size: before.size, at: kept.at } } : {}),
    withheld: lines.filter((line) => line.group === 'withheld').length,
  };
}

/** The tree before an entry; null where the proof is none. */
async function edgeBefore(stream: string, from: number, size: number): Promise<Edge | null> {
  if (from === 0 || from >= size) {
    return new Edge();
  }
  const proof = hashes(await readInclusion(stream, from, size));
  try {
    return Edge.before(from, size, proof);
  } catch {
    return null;
  }
}

/**
 * The first entry that is not in the signed tree: the shortest beginning that the signed tree does not continue ends
 * with it. Found by halving, with a proof for each try.
 */
async function firstOutside(
  stream: string,
  bench: Bench,
  edge: Edge | null,
  lines: readonly Line[],
  checkpoint: Checkpoint,
): Promise<{ seq?: number }> {
  const from = lines[0]?.seq;
  if (edge === null || from === undefined) {
    return {};
  }
  let good = 0;
  let bad = lines.length;
  try {
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      const size = from + middle;
      const root = await (await bench.grown(edge, lines.slice(0, middle))).root();
      const proof = await consistency(stream, size, checkpoint.size);
      if (await isConsistent(size, checkpoint.size, proof, root, checkpoint.root)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
  } catch {
    return {};
  }
  return { seq: from + bad - 1 };
}
