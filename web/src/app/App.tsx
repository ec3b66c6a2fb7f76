import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { outbox } from '../act/outbox';
import { read } from '../api/read';
import { Refused } from '../api/problem';
import type { Me } from '../api/types';
import { MeContext } from '../live/me';
import { OrganisationContext, useLiveBoard } from '../live/room';
import { session } from '../live/session';
import { wipe } from '../offline/kept';
import { Bones } from '../parts/plain';
import { ZoneContext } from '../parts/times';
import { MY_ZONE } from '../words/times';
import { common } from '../words/common';
import { useWords } from '../words/words';
import { NotFound } from './NotFound';
import { SessionBar } from './SessionBar';
import { usePreference } from './preferences';

const Home = lazy(() => import('../features/home/HomeScreen'));
const SignIn = lazy(() => import('../features/signin/SignInScreen'));
const Declare = lazy(() => import('../features/crises/DeclareScreen'));
const Help = lazy(() => import('../features/help/HelpScreen'));
const Crisis = lazy(() => import('./CrisisRoutes'));
const Brief = lazy(() => import('../features/brief/BriefRoute'));

const ME = 'muster.me';

type Who = { readonly kind: 'asking' } | { readonly kind: 'nobody' } | { readonly kind: 'me'; readonly me: Me };

/** Who is signed in: as the server says, or as this device remembers while there is no network. */
function useWho(): Who {
  const [who, setWho] = useState<Who>({ kind: 'asking' });
  const ask = useCallback(async () => {
    try {
      const me = await read<Me>('/api/me');
      outbox.as(me.person);
      localStorage.setItem(ME, JSON.stringify(me));
      setWho({ kind: 'me', me });
    } catch (failed) {
      if (failed instanceof Refused && failed.problem.status === 401) {
        await wipe();
        setWho((before) => (before.kind === 'me' ? before : { kind: 'nobody' }));
        return;
      }
      const kept = localStorage.getItem(ME);
      if (kept) {
        const me = JSON.parse(kept) as Me;
        outbox.as(me.person);
        setWho((before) => (before.kind === 'asking' ? { kind: 'me', me } : before));
      }
      setTimeout(() => void ask(), 5_000);
    }
  }, []);
  useEffect(() => void ask(), [ask]);
  return who;
}

export function App() {
  const w = useWords(common);
  const who = useWho();
  const zone = usePreference('zone', 'utc');
  if (who.kind === 'asking') {
    return <Bones label={w.loading} />;
  }
  return (
    <Suspense fallback={<Bones label={w.loading} />}>
      {who.kind === 'nobody' ? (
        <SignIn />
      ) : (
        <MeContext.Provider value={who.me}>
          <ZoneContext.Provider value={zone === 'local' ? MY_ZONE : 'UTC'}>
            <Inside />
          </ZoneContext.Provider>
        </MeContext.Provider>
      )}
    </Suspense>
  );
}

/** Everything that somebody sees who is signed in. */
function Inside() {
  const w = useWords(common);
  const organisation = useLiveBoard('organisation');
  const lost = useSyncExternalStore(session.subscribe, session.isLost);
  useEffect(() => {
    if (lost) {
      void wipe();
    }
  }, [lost]);
  if (!organisation) {
    return <Bones label={w.loading} />;
  }
  return (
    <OrganisationContext.Provider value={organisation}>
      {lost && <SessionBar />}
      <Suspense fallback={<Bones label={w.loading} />}>
        <Switch>
          <Route path="/" component={Home} />
          <Route path="/sign-in">
            <Redirect to="/" replace />
          </Route>
          <Route path="/declare" component={Declare} />
          <Route path="/help" component={Help} />
          <Route path="/c/:crisis/brief" component={Brief} />
          <Route path="/c/:crisis" nest>
            <Crisis />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </OrganisationContext.Provider>
  );
}
