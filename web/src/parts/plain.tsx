import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { initialsOf, useName } from '../live/people';
import { useCard } from '../live/room';
import type { Id } from '../api/types';
import { LocalClock } from './times';

export type Tone = 'crit' | 'warn' | 'ok' | 'info' | 'mute' | 'priv' | 'exer' | 'line' | 'solid';

/** A word with its icon; the colour comes last and never alone. */
export function Tag({ tone, icon: Icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={'tag ' + tone}>
      {Icon && <Icon className="icon" aria-hidden />}
      {children}
    </span>
  );
}

export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={'avatar' + (small ? ' small' : '')} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

/** Nobody, where somebody ought to be: the loudest thing on the screen. */
export function Nobody({ words, small = false }: { words: string; small?: boolean }) {
  return (
    <span className="person c-crit strong">
      <span className={'avatar nobody' + (small ? ' small' : '')} aria-hidden>
        ?
      </span>
      {words}
    </span>
  );
}

/** Somebody by name, with the time where they are. */
export function Person({ id, small = false, clock = true }: { id: Id; small?: boolean; clock?: boolean }) {
  const name = useName(id);
  const zone = useCard('people.directory', id)?.zone;
  return (
    <span className="person">
      <Avatar name={name} small={small} />
      <bdi>{name}</bdi>
      {clock && zone && (
        <span className="dim nowrap">
          <span aria-hidden>· </span>
          <LocalClock zone={zone} />
        </span>
      )}
    </span>
  );
}

/** A name in a sentence. */
export function Name({ id }: { id: Id | undefined }) {
  return <bdi>{useName(id)}</bdi>;
}

export function Panel({
  title,
  count,
  aside,
  children,
  label,
  id,
}: {
  title: ReactNode;
  count?: number;
  aside?: ReactNode;
  children: ReactNode;
  label?: string;
  id?: string;
}) {
  return (
    <section className="panel" aria-label={label ?? (typeof title === 'string' ? title : undefined)} id={id}>
      <header>
        <h2>{title}</h2>
        {count !== undefined && <span className="count">{count}</span>}
        {aside && <span className="end row">{aside}</span>}
      </header>
      {children}
    </section>
  );
}

/** One sentence why there is nothing, and one thing to do about it. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Note({ tone, icon: Icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <div className={'note ' + tone}>
      {Icon && <Icon className="icon" aria-hidden />}
      <div className="grow">{children}</div>
    </div>
  );
}

/** The shape of what is coming, while it is on its way. */
export function Bones({ lines = 6, label }: { lines?: number; label: string }) {
  return (
    <div className="bones" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, i) => (
        <div className="bone" key={i} />
      ))}
    </div>
  );
}
