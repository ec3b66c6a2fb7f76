import './messages.css';
import './channels.css';
import { MessagesSquare, Plus } from 'lucide-react';
import { lazy, type RefObject, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { giveKeys } from '../../app/keymap';
import { permitted, useMay } from '../../act/may';
import { useCard, useIsPast, useList, useRoomCard } from '../../live/room';
import { Button, useOpen } from '../../parts/controls';
import { Empty } from '../../parts/plain';
import { useWords } from '../../words/words';
import { channelKeys } from './keys';
import { readMarks } from './read';
import { byNeed, inOrder } from './sorting';
import { Topic } from './Topic';
import { TopicList } from './TopicList';
import { useRoomy } from './useRoomy';
import { useShownNews } from './useNews';
import { channelWords } from './words';

const TopicSide = lazy(async () => ({ default: (await import('./TopicSide')).TopicSide }));
const NewTopic = lazy(async () => ({ default: (await import('./dialogs')).NewTopic }));

/** What people say to each other, by topics. */
export default function ChannelsScreen() {
  const w = useWords(channelWords);
  const { topic: id } = useParams<{ topic?: string }>();
  const message = new URLSearchParams(useSearch()).get('message') ?? undefined;
  const topic = useCard('channels.topics', id);
  const none = useList('channels.topics').length === 0;
  const dialog = useOpen();
  const mayOpen = useMayOpen();
  const onNew = mayOpen ? dialog.show : null;
  useEffect(() => {
    readMarks.open(id ?? null);
    return () => readMarks.open(null);
  }, [id]);
  useFirst(id === undefined);
  useEffect(() => giveKeys({ r: channelKeys.reply, ']': channelKeys.nextUnread, '[': channelKeys.previousUnread }), []);
  return (
    <main className={'channels' + (id === undefined ? '' : ' open')} ref={useFitting()}>
      <TopicList open={id} onNew={onNew} />
      {topic ? (
        <>
          <Topic key={topic.id} id={topic.id} message={message} />
          <Suspense fallback={null}>
            <TopicSide key={'side ' + topic.id} id={topic.id} />
          </Suspense>
        </>
      ) : (
        <div className="channels-centre channels-nothing">
          <MessagesSquare className="icon" aria-hidden />
          <Empty
            action={
              id !== undefined ? (
                <Link href="/channels" className="btn outlined">
                  {w.allTopics}
                </Link>
              ) : (
                none &&
                onNew && (
                  <Button kind="primary" icon={Plus} onPress={onNew}>
                    {w.newTopic}
                  </Button>
                )
              )
            }
          >
            {id !== undefined ? w.noTopic : none ? w.noTopics : w.choose}
          </Empty>
        </div>
      )}
      {dialog.open && (
        <Suspense fallback={null}>
          <NewTopic onClose={dialog.hide} />
        </Suspense>
      )}
    </main>
  );
}

/** Lets the screen end where the window ends, whatever bars stand above it: only its columns scroll. */
function useFitting(): RefObject<HTMLElement | null> {
  const screen = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      const above = (screen.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      screen.current?.style.setProperty('--channels-above', `${Math.round(above)}px`);
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return screen;
}

function useMayOpen(): boolean {
  const past = useIsPast();
  const over = useRoomCard()?.closing !== undefined;
  const verdicts = useMay(past || over ? [] : [{ type: 'channels.open-topic', command: {} }]);
  return permitted(verdicts, 0);
}

/** Where there is room for a topic beside the list, the first one by need is open. */
function useFirst(wanted: boolean): void {
  const topics = useList('channels.topics');
  const { grouping } = useShownNews();
  const roomy = useRoomy();
  const [, go] = useLocation();
  const first = wanted && roomy ? inOrder(byNeed(topics, grouping))[0] : undefined;
  useEffect(() => {
    if (first !== undefined) {
      go('/channels/' + first, { replace: true });
    }
  }, [first, go]);
}
