import { lazy, Suspense, useContext, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useMe } from '../live/me';
import { RoomContext } from '../live/room';
import { undoLast } from '../parts/toast';
import { waitingIn } from '../features/home/queue';
import { toKeys } from './keymap';
import { paletteOpened } from './palette';
import { preference, setPreference } from './preferences';

const Palette = lazy(() => import('./Palette'));

/** So long after `g` the second key counts. */
const SEQUENCE = 1_500;

/** Whether typing goes into a field or a menu: then single keys mean letters. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
      target.closest('[role=dialog],[role=alertdialog],[role=menu],[role=listbox],[role=combobox]') !== null)
  );
}

/**
 * The keyboard map of the whole product; parts add their own keys for what has the focus. Single keys can be switched
 * off (WCAG 2.1.4). No single key approves, sends outside or deletes.
 */
export function Keys() {
  const [palette, setPalette] = useState(false);
  const [, go] = useLocation();
  const room = useContext(RoomContext);
  const me = useMe();
  const sequence = useRef(0);

  useEffect(() => paletteOpened.on('open', () => setPalette(true)), []);

  useEffect(() => {
    const inside = (path: string) => (room ? go(path) : undefined);
    const places: Record<string, string> = {
      w: '/',
      t: '/tasks',
      d: '/decisions',
      c: '/channels',
      p: '/people',
      l: '/timeline',
      b: '/brief',
    };
    const single: Record<string, () => void> = {
      '?': () => go('~/help'),
      w: () => {
        const first = room && waitingIn(room, me.person)[0];
        if (first) {
          inside(first.href || '/');
        }
      },
      n: () => inside('/tasks?new=1'),
      N: () => inside('/decisions?ask=1'),
      T: () => setPreference('zone', preference('zone', 'utc') === 'utc' ? 'local' : 'utc'),
      u: () => undoLast(),
      h: () => go('~/'),
    };
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setPalette(true);
        return;
      }
      if (event.defaultPrevented || isTyping(event.target)) {
        return;
      }
      if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
        if (undoLast()) {
          event.preventDefault();
        }
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || preference('keys', 'on') === 'off') {
        return;
      }
      const inSequence = Date.now() - sequence.current < SEQUENCE;
      sequence.current = event.key === 'g' ? Date.now() : 0;
      const place = inSequence ? places[event.key] : undefined;
      if (place !== undefined) {
        event.preventDefault();
        inside(place);
      } else if (!toKeys(event.key) && event.key !== 'g') {
        const act = single[event.key];
        if (act) {
          event.preventDefault();
          act();
        }
      } else if (event.key !== 'g') {
        event.preventDefault();
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [go, room, me]);

  return palette ? (
    <Suspense fallback={null}>
      <Palette onClose={() => setPalette(false)} />
    </Suspense>
  ) : null;
}
