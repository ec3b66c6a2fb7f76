import { session } from '../live/session';
import { Refused, NO_ANSWER, problemOf } from './problem';

const PATIENCE = 20_000;

/** GETs JSON. Fails with `Refused`, whatever goes wrong; a 401 ends the session on every screen. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const patience = AbortSignal.timeout(PATIENCE);
  let response: Response;
  try {
    response = await fetch(path, {
      headers: { Accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (failed) {
    if (signal?.aborted) {
      throw failed;
    }
    throw new Refused(NO_ANSWER);
  }
  session.heard(response);
  if (!response.ok) {
    throw new Refused(await problemOf(response));
  }
  return (await response.json()) as T;
}

/** Where the things of a stream are: `/api/organisation` or `/api/crises/{id}`. */
export function place(stream: string): string {
  return stream === 'organisation' ? '/api/organisation' : '/api/crises/' + stream;
}
