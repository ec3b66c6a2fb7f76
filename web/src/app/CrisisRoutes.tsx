import { lazy, Suspense } from 'react';
import { Route, Switch, useParams } from 'wouter';
import { Bones } from '../parts/plain';
import { common } from '../words/common';
import { useWords } from '../words/words';
import { CrisisShell } from './CrisisShell';
import { NotFound } from './NotFound';

const WarRoom = lazy(() => import('../features/crises/WarRoomScreen'));
const Tasks = lazy(() => import('../features/tasks/TasksScreen'));
const Decisions = lazy(() => import('../features/decisions/DecisionsScreen'));
const Decision = lazy(() => import('../features/decisions/DecisionScreen'));
const Channels = lazy(() => import('../features/channels/ChannelsScreen'));
const People = lazy(() => import('../features/people/PeopleScreen'));
const Timeline = lazy(() => import('../features/timeline/TimelineScreen'));

/** The screens of one crisis, in the frame that they share. */
export default function CrisisRoutes() {
  const { crisis } = useParams<{ crisis: string }>();
  const w = useWords(common);
  return (
    <CrisisShell crisis={crisis}>
      <Suspense fallback={<Bones label={w.loading} lines={12} />}>
        <Switch>
          <Route path="/" component={WarRoom} />
          <Route path="/tasks" component={Tasks} />
          <Route path="/tasks/:task" component={Tasks} />
          <Route path="/decisions" component={Decisions} />
          <Route path="/decisions/:decision" component={Decision} />
          <Route path="/channels" component={Channels} />
          <Route path="/channels/:topic" component={Channels} />
          <Route path="/people" component={People} />
          <Route path="/people/:person" component={People} />
          <Route path="/timeline" component={Timeline} />
          <Route path="/timeline/:seq" component={Timeline} />
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </CrisisShell>
  );
}
