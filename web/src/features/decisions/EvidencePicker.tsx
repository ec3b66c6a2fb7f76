import { Plus, TriangleAlert, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Ref } from '../../api/types';
import { useList } from '../../live/room';
import { Button, IconButton } from '../../parts/controls';
import { TextInput } from '../../parts/text';
import { Tag } from '../../parts/plain';
import { useWords } from '../../words/words';
import { fingerprint } from './about';
import { detail } from './detailWords';
import { asking } from './formWords';
import { brief, useThing } from './Thing';

interface Found {
  readonly ref: Ref;
  readonly title: string;
  readonly kind: 'tasks' | 'channels' | 'decisions';
  readonly text: string;
}

const MOST_SHOWN = 8;

/** Chooses what the deciders are shown, each thing frozen as it is on the screen now. */
export function EvidencePicker({
  value,
  onChange,
  not,
}: {
  value: readonly Ref[];
  onChange: (value: readonly Ref[]) => void;
  /** A decision is no evidence for itself. */
  not?: string | undefined;
}) {
  const w = useWords(asking);
  const d = useWords(detail);
  const [text, setText] = useState('');
  const things = useThings(not);
  const chosen = new Set(value.map((ref) => ref.feature + ref.id));
  const wanted = text.trim().toLocaleLowerCase();
  const found =
    wanted === ''
      ? []
      : things.filter((each) => each.text.includes(wanted) && !chosen.has(each.ref.feature + each.ref.id));
  return (
    <div className="stack decision-picker">
      {value.length > 0 && (
        <ul className="decision-evidence framed">
          {value.map((ref, i) => (
            <Chosen
              key={ref.feature + ref.id}
              of={ref}
              onRemove={() => onChange(value.filter((_, at) => at !== i))}
              onRenew={(digest) => onChange(value.map((each, at) => (at === i ? { ...each, digest } : each)))}
            />
          ))}
        </ul>
      )}
      <TextInput label={w.findEvidence} value={text} onChange={setText} hint={w.evidenceHint} type="search" />
      {wanted !== '' && (
        <ul className="decision-evidence framed" aria-live="polite">
          {found.length === 0 && <li className="dim">{w.noneFound}</li>}
          {found.slice(0, MOST_SHOWN).map((each) => (
            <li key={each.ref.feature + each.ref.id}>
              <span className="grow">
                <span className="dim xs">{d.kinds[each.kind]}</span>
                <br />
                <bdi>{each.title}</bdi>
              </span>
              <Button size="small" icon={Plus} onPress={() => onChange([...value, each.ref])}>
                {w.addEvidence}
                <span className="visually-hidden">: {each.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Chosen({ of: ref, onRemove, onRenew }: { of: Ref; onRemove: () => void; onRenew: (digest: string) => void }) {
  const w = useWords(asking);
  const d = useWords(detail);
  const thing = useThing(ref);
  const changed = thing !== undefined && thing.digest !== ref.digest;
  return (
    <li>
      <span className="grow">
        <span className="dim xs">{d.kinds[thing?.kind ?? 'other']}</span>
        <br />
        <bdi>{thing?.title ?? d.notVisible}</bdi>
        {changed && (
          <span className="row">
            <Tag tone="warn" icon={TriangleAlert}>
              {w.evidenceChanged}
            </Tag>
            <Button size="small" onPress={() => onRenew(thing.digest)}>
              {w.takeNew}
            </Button>
          </span>
        )}
      </span>
      <span className="mono nowrap dim">{fingerprint(ref.digest ?? '')}</span>
      <IconButton label={w.removeEvidence} icon={X} onPress={onRemove} />
    </li>
  );
}

function useThings(not: string | undefined): readonly Found[] {
  const tasks = useList('tasks.board');
  const messages = useList('channels.messages');
  const decisions = useList('decisions.register');
  return useMemo(
    () => [
      ...tasks.map((task) => found('tasks', task.id, task.digest, task.title, task.description)),
      ...decisions
        .filter((each) => each.id !== not)
        .map((each) => found('decisions', each.id, each.digest, `${each.label} ${each.question}`, '')),
      ...messages
        .toReversed()
        .map((message) => found('channels', message.id, message.digest, brief(message.source), message.source)),
    ],
    [tasks, messages, decisions, not],
  );
}

function found(kind: Found['kind'], id: string, digest: string, title: string, text: string): Found {
  return { ref: { feature: kind, id, digest }, title, kind, text: (title + '\n' + text).toLocaleLowerCase() };
}
