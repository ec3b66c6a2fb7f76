import { bytesOf, equal, fromBase64, type Hash } from './proof';

/** A signed root of the record at a size: a C2SP signed note with a tlog-checkpoint in it. */
export interface Checkpoint {
  /** As received, signatures included. */
  readonly note: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  readonly signatures: readonly { readonly name: string; readonly id: Hash; readonly signature: Hash }[];
}

const SIGNATURE = /^— (\S+) (\S+)$/;
const ED25519 = 1;

/** The part of a note that is signed: everything before the empty line. */
function signedPart(note: string): string {
  return note.slice(0, note.indexOf('\n\n') + 1);
}

/** @throws Error if it is none */
export function checkpointOf(note: string): Checkpoint {
  const [origin = '', size = '', root = ''] = signedPart(note).split('\n');
  if (!note.includes('\n\n') || !note.endsWith('\n') || origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size)) {
    throw new Error('no checkpoint');
  }
  const hash = fromBase64(root);
  if (hash.length !== 32) {
    throw new Error('no checkpoint: the root has ' + hash.length + ' bytes');
  }
  const lines = note.slice(note.indexOf('\n\n') + 2).trimEnd().split('\n');
  return {
    note,
    origin,
    size: Number(size),
    root: hash,
    signatures: lines.map((line) => {
      const [, name = '', blob = ''] = SIGNATURE.exec(line) ?? [];
      const bytes = fromBase64(blob);
      if (name === '' || bytes.length < 5) {
        throw new Error('no checkpoint: not a signature: ' + line.slice(0, 60));
      }
      return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
    }),
  };
}

/** `unable`: this browser knows no Ed25519. */
export type Signed = 'good' | 'bad' | 'unable';

/** Whether the note carries a signature by that key (C2SP vkey: `name+hash+base64`). */
export async function signedBy(checkpoint: Checkpoint, vkey: string): Promise<Signed> {
  const [name = '', , ...rest] = vkey.split('+');
  let key: Hash;
  try {
    key = fromBase64(rest.join('+'));
  } catch {
    return 'bad';
  }
  if (key.length !== 33 || key[0] !== ED25519) {
    return 'bad';
  }
  const id = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new Uint8Array([...bytesOf(name), 0x0a, ...key])),
  ).slice(0, 4);
  const mine = checkpoint.signatures.find((each) => each.name === name && equal(each.id, id));
  if (!mine) {
    return 'bad';
  }
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return 'unable';
  }
  const text = bytesOf(signedPart(checkpoint.note));
  return (await crypto.subtle.verify({ name: 'Ed25519' }, imported, mine.signature, text)) ? 'good' : 'bad';
}
