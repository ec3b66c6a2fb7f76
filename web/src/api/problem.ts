/** What the server says when it does not do what was asked: an RFC 9457 problem document, or what stands for one. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string | undefined;
  /** Ids of persons who could. */
  readonly whoCan: readonly string[];
  /** Ways to sign in that would do. */
  readonly amr: readonly string[];
}

/** The network failed, or nobody answered: nothing is known about what was asked. */
export const NO_ANSWER: Problem = { status: 0, code: 'no-answer', detail: '', whoCan: [], amr: [] };

export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** Reads a problem document; a body that is none becomes a problem that says so. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '');
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && 'code' in read) {
      const given = read as Partial<Problem>;
      return {
        status: response.status,
        code: String(given.code),
        detail: String(given.detail ?? ''),
        field: given.field,
        whoCan: given.whoCan ?? [],
        amr: given.amr ?? [],
      };
    }
  } catch {
    // not JSON: a proxy in between, most likely
  }
  return { status: response.status, code: 'http-' + response.status, detail: '', whoCan: [], amr: [] };
}
