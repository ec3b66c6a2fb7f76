import { field, type Line } from './lines';

/** Time in which something ought to have been there and was not: somebody will ask about it. */
export interface Gap {
  readonly kind: 'owner' | 'decision' | 'lead' | 'update';
  /** Of the task, the decision, the role; empty for the update. */
  readonly id: string;
  /** Crisis time, in milliseconds. */
  readonly from: number;
  /** Absent while it lasts. */
  readonly to?: number;
  /** The entry that it began with, and the one that ended it. */
  readonly first: number;
  readonly last?: number;
}

/** A task may wait so long for somebody to take it. */
const WITHOUT_OWNER = 10 * 60_000;
const OWNED = new Set(
  ['accepted', 'taken', 'handed-over', 'owner-returned', 'dropped'].map((each) => 'tasks.' + each),
);
/** A decision that comes so soon after its time came in time. */
const AFTER_DEADLINE = 60_000;

interface Open {
  readonly kind: Gap['kind'];
  readonly id: string;
  readonly from: number;
  readonly first: number;
}

/** Goes along the entries and keeps what is missing at the moment. */
class Watch {
  readonly gaps: Gap[] = [];
  private readonly open = new Map<string, Open>();
  /** Until when the deciders of an open question have time. */
  private readonly deadlines = new Map<string, { readonly due: number; readonly seq: number }>();
  private lead: string | undefined;

  begin(kind: Gap['kind'], id: string, from: number, first: number): void {
    const key = kind + id;
    if (!this.open.has(key)) {
      this.open.set(key, { kind, id, from, first });
    }
  }

  end(kind: Gap['kind'], id: string, to: number, last?: number): void {
    const gap = this.open.get(kind + id);
    this.open.delete(kind + id);
    const least = { owner: WITHOUT_OWNER, decision: AFTER_DEADLINE, lead: 1, update: 1 }[kind];
    if (gap && to - gap.from >= least) {
      this.gaps.push({ ...gap, ...(last === undefined ? {} : { to, last }) });
    }
  }

  /** The deciders' time is another one from here on; absent: nobody is asked now. */
  ask(decision: string, due: string | undefined, line: Line): void {
    this.passed(decision, line.at, line.seq);
    this.deadlines.delete(decision);
    if (due !== undefined) {
      this.deadlines.set(decision, { due: Date.parse(due), seq: line.seq });
    }
  }

  private passed(decision: string, to: number, last?: number): void {
    const asked = this.deadlines.get(decision);
    if (asked && to > asked.due) {
      this.begin('decision', decision, asked.due, asked.seq);
      this.end('decision', decision, to, last);
    }
  }

  see(line: Line): void {
    const type = line.body?.type ?? '';
    if (type.startsWith('tasks.')) {
      this.task(type, field(line, 'task') ?? '', line);
    } else if (type.startsWith('decisions.')) {
      this.decision(type, field(line, 'decision') ?? '', line);
    } else {
      this.crisis(type, line);
    }
  }

  private task(type: string, task: string, line: Line): void {
    const event = line.body?.event as { readonly left?: boolean } | undefined;
    if (type === 'tasks.offered' || type === 'tasks.offered-again' || (type === 'tasks.owner-sought' && event?.left)) {
      this.begin('owner', task, line.at, line.seq);
    } else if (OWNED.has(type)) {
      this.end('owner', task, line.at, line.seq);
    }
  }

  private decision(type: string, decision: string, line: Line): void {
    if (['asked', 'resumed', 'handed-over', 'escalated'].some((each) => type === 'decisions.' + each)) {
      this.ask(decision, field(line, 'deadline'), line);
    } else if (
      ['decided', 'turned-down', 'deferred', 'lapsed-to-default', 'withdrawn', 'superseded'].some(
        (each) => type === 'decisions.' + each,
      )
    ) {
      this.ask(decision, undefined, line);
    }
  }

  private crisis(type: string, line: Line): void {
    const role = field(line, 'role');
    if (type === 'crises.begun') {
      this.lead = field(line, 'leadRole');
      const seats = (line.body?.event as { seats?: readonly { role: string; holder?: string }[] } | undefined)?.seats;
      if (this.lead !== undefined && !seats?.find((seat) => seat.role === this.lead)?.holder) {
        this.begin('lead', this.lead, line.at, line.seq);
      }
    } else if (type === 'crises.update-missed') {
      this.begin('update', '', Date.parse(field(line, 'at') ?? line.header.time), line.seq);
    } else if (type === 'crises.update-given') {
      this.end('update', '', line.at, line.seq);
    } else if (role !== undefined && role === this.lead) {
      if (type === 'crises.seat-vacated') {
        this.begin('lead', role, line.at, line.seq);
      } else if (['seat-filled', 'seat-accepted', 'stood-in'].some((each) => type === 'crises.' + each)) {
        this.end('lead', role, line.at, line.seq);
      }
    }
  }

  finish(now: number): void {
    [...this.open.values()].forEach((gap) => this.end(gap.kind, gap.id, now));
    [...this.deadlines.keys()].forEach((decision) => this.passed(decision, now));
  }
}

/**
 * The gaps in a stretch of entries, oldest first.
 *
 * @param now crisis time up to which those that still last are counted
 */
export function gapsIn(lines: readonly Line[], now: number): readonly Gap[] {
  const watch = new Watch();
  lines.forEach((line) => watch.see(line));
  watch.finish(now);
  return watch.gaps.sort((a, b) => (a.to ?? Infinity) - (b.to ?? Infinity) || a.from - b.from);
}
