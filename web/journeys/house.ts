import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Commands, ViewNow, Views } from '../src/api/types';

const ROOT = resolve(import.meta.dirname, '../..');
const JAVA = join(process.env['JAVA_HOME'] ?? '', 'bin/java');
const CLASS_PATH = process.env['MUSTER_CLASS_PATH'] ?? join(ROOT, 'server/target/muster/lib/*');

/** Who is who: each holds one office of the reference charter, in its order. */
const CAST = {
  'incident-lead': ['ada', 'Ada Lund', 'Europe/Oslo'],
  ciso: ['ben', 'Ben Okoro', 'Africa/Lagos'],
  coo: ['cleo', 'Cleo Martín', 'Europe/Madrid'],
  ceo: ['dan', 'Dan Whitfield', 'America/Chicago'],
  'general-counsel': ['eva', 'Eva Horn', 'America/Denver'],
  'privacy-officer': ['finn', 'Finn Brandt', 'Europe/Berlin'],
  'communications-lead': ['gita', 'Gita Rao', 'Asia/Kolkata'],
  'customer-lead': ['hugo', 'Hugo Silva', 'America/Sao_Paulo'],
  'engineering-lead': ['ines', 'Inês Costa', 'Europe/Lisbon'],
  'infrastructure-lead': ['jun', 'Jun Takada', 'Asia/Tokyo'],
  'identity-lead': ['kim', 'Kim Sørensen', 'Europe/Copenhagen'],
} as const;

/** Who may stand in for whom. */
const DEPUTIES: Readonly<Record<string, string>> = { ada: 'ines', ben: 'kim', eva: 'finn' };

export type Handle = (typeof CAST)[keyof typeof CAST][0];

async function freePort(): Promise<number> {
  return await new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A real server on a data directory of its own, with an organisation, a charter and its people. */
export class House {
  private readonly scratch = mkdtempSync(join(tmpdir(), 'muster-journey-'));
  private readonly data = join(this.scratch, 'data');
  private readonly tokens = new Map<string, string>();
  private readonly persons = new Map<string, string>();
  private server: ChildProcess | undefined;
  private port = 0;

  get address(): string {
    return 'http://localhost:' + this.port;
  }

  static async open(): Promise<House> {
    const house = new House();
    house.port = await freePort();
    await house.start();
    for (const [handle, name, zone] of Object.values(CAST)) {
      house.cli('person', 'add', name, '--handle', handle, '--zone', zone);
    }
    const handles = Object.values(CAST).map(([handle]) => handle);
    let office = 0;
    const charter = readFileSync(join(ROOT, 'library/charters/reference.yaml'), 'utf8').replace(
      /holders: \[\](\s+)deputies: \[\]/g,
      (_, space: string) => {
        const holder = handles[office++] ?? 'ada';
        return `holders: [${holder}]${space}deputies: [${DEPUTIES[holder] ?? ''}]`;
      },
    );
    const file = join(house.scratch, 'charter.yaml');
    writeFileSync(file, charter);
    house.cli('charter', 'adopt', file);
    for (const line of house.cli('person', 'list').trim().split('\n')) {
      const [id = '', handle = ''] = line.trim().split(/\s+/);
      house.persons.set(handle, id);
    }
    return house;
  }

  /** Starts the server where it was; resolves when it is ready. */
  async start(): Promise<void> {
    const server = spawn(JAVA, this.java('serve', '--data', this.data, '--port', String(this.port)), {
      stdio: ['ignore', 'pipe', openSync(join(this.scratch, 'server.log'), 'a')],
    });
    this.server = server;
    await new Promise<void>((ready, failed) => {
      let said = '';
      server.stdout?.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('ready at')) {
          ready();
        }
      });
      server.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said} ${this.log()}`)));
    });
  }

  private log(): string {
    return readFileSync(join(this.scratch, 'server.log'), 'utf8');
  }

  /** Stops the server as an operator would, and waits for its end. */
  async stop(): Promise<void> {
    const server = this.server;
    if (server && server.exitCode === null) {
      server.removeAllListeners('exit');
      await new Promise((ended) => {
        server.on('exit', ended);
        server.kill('SIGTERM');
      });
    }
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.scratch, { recursive: true, force: true });
  }

  private java(...more: string[]): string[] {
    return [
      '--enable-native-access=ALL-UNNAMED',
      '-XX:TieredStopAtLevel=1',
      '-Dmuster.library=' + join(ROOT, 'library'),
      '-cp',
      CLASS_PATH,
      'muster.server.Main',
      ...more,
    ];
  }

  /** A command of the command line, on the host of the record; gives what it printed. */
  cli(...command: string[]): string {
    return execFileSync(JAVA, this.java(...command, '--data', this.data), { encoding: 'utf8' });
  }

  /** What `muster verify` says about the record, and its exit code. */
  verify(): { code: number; said: string } {
    try {
      return { code: 0, said: execFileSync(JAVA, this.java('verify', this.data), { encoding: 'utf8' }) };
    } catch (failed) {
      const { status, stdout } = failed as { status: number; stdout: string };
      return { code: status, said: stdout };
    }
  }

  /** A sign-in link that works once. */
  link(handle: Handle): string {
    return this.cli('link', handle).trim().split(/\s+/).pop() ?? '';
  }

  id(handle: Handle): string {
    const id = this.persons.get(handle);
    if (!id) {
      throw new Error('nobody is called ' + handle);
    }
    return id;
  }

  private token(handle: Handle): string {
    let token = this.tokens.get(handle);
    if (!token) {
      token = this.cli('token', handle).trim().split(/\s+/).pop() ?? '';
      this.tokens.set(handle, token);
    }
    return token;
  }

  /** Somebody else's command, given by the interface rather than by a screen. Fails unless it is committed. */
  async give<C extends keyof Commands>(as: Handle, stream: string, type: C, command: Commands[C]): Promise<void> {
    const place = stream === 'organisation' ? 'organisation' : 'crises/' + stream;
    const response = await fetch(`${this.address}/api/${place}/commands/${type}`, {
      method: 'POST',
      headers: {
        Authorization: 'Bearer ' + this.token(as),
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
      },
      body: JSON.stringify({ command }),
    });
    if (!response.ok) {
      throw new Error(`${type} as ${as}: ${response.status} ${await response.text()}`);
    }
  }

  /** The cards of a view as somebody sees them. */
  async view<V extends keyof Views>(as: Handle, stream: string, view: V): Promise<readonly Views[V][]> {
    const response = await this.asks(as, stream, view);
    if (!response.ok) {
      throw new Error(`${view} as ${as}: ${response.status} ${await response.text()}`);
    }
    return ((await response.json()) as ViewNow<V>).cards as unknown as readonly Views[V][];
  }

  private asks(as: Handle, stream: string, view: string): Promise<Response> {
    const place = stream === 'organisation' ? 'organisation' : 'crises/' + stream;
    return fetch(`${this.address}/api/${place}/views/${view}`, {
      headers: { Authorization: 'Bearer ' + this.token(as) },
    });
  }

  /** An open, declared crisis with everybody in their seat. */
  async crisis(title = 'No way out', severity = 'sev-1'): Promise<string> {
    const crisis = freshId();
    await this.give('ada', 'organisation', 'crises.open', {
      crisis,
      exercise: false,
      codeName: 'Cut Cable',
      summary: 'Everything outside is gone.',
    });
    // the room begins by a reaction of its own, a moment after the register has it
    for (let tries = 0; !(await this.asks('ada', crisis, 'crises.room')).ok; tries++) {
      if (tries > 1_000) {
        throw new Error('the room did not begin');
      }
    }
    await this.give('ada', crisis, 'crises.declare', { title, severity, whatHappened: 'The uplink was cut.' });
    return crisis;
  }

  /** A task offered by ada; gives its id. */
  async task(crisis: string, title: string, to: Handle, more: Partial<Commands['tasks.offer']> = {}): Promise<string> {
    const task = freshId();
    await this.give('ada', crisis, 'tasks.offer', {
      task,
      title,
      description: '',
      to: this.id(to),
      risk: 'high',
      dependsOn: [],
      evidenceRequired: false,
      ...more,
    });
    return task;
  }

  /** A topic opened by ada; gives its id. */
  async topic(crisis: string, title: string): Promise<string> {
    const topic = freshId();
    await this.give('ada', crisis, 'channels.open-topic', { topic, title });
    return topic;
  }

  /** Ends a session of somebody's, as they could themselves from elsewhere. */
  async endSession(handle: Handle, session: string): Promise<void> {
    await this.give(handle, 'organisation', 'people.end-session', { session, reason: 'Left a device behind.' });
  }

  /** A decision asked for by ada, with two options `now` and `later`; gives its id. */
  async decision(crisis: string, type: string, question: string): Promise<string> {
    const decision = freshId();
    await this.give('ada', crisis, 'decisions.ask', {
      decision,
      type,
      question,
      options: [
        { id: 'now', text: 'Do it now', effect: 'It stops.', riskLeft: 'Little.', business: 'Orders wait.', undo: 'In an hour.' },
        { id: 'later', text: 'Wait for more', effect: 'None.', riskLeft: 'It spreads.', business: 'None.', undo: 'Not needed.' },
      ],
      recommended: 'now',
      evidence: [],
    });
    return decision;
  }
}

/** 16 random bytes, base64url, as the server makes ids. */
export function freshId(): string {
  return randomBytes(16).toString('base64url');
}
