import { AtSign, CircleCheck, Gavel, ListChecks, Mail, Plus, Search } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Link } from 'wouter';
import type { Id } from '../../api/types';
import { useName } from '../../live/people';
import { useList } from '../../live/room';
import { Button } from '../../parts/controls';
import { Empty, Tag } from '../../parts/plain';
import { plainOf } from '../../parts/plainText';
import { shortened } from '../../parts/refs';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { byNeed, NEEDS, NO_NEWS, says, type News, type TopicCard } from './sorting';
import { useShownNews } from './useNews';
import { channelWords } from './words';

/** The topics, those that need the reader first. */
export function TopicList({ open, onNew }: { open: Id | undefined; onNew: (() => void) | null }) {
  const w = useWords(channelWords);
  const topics = useList('channels.topics');
  const { grouping, live } = useShownNews();
  const [text, setText] = useState('');
  const Title = open === undefined ? 'h1' : 'h2';
  const [unfolded, setUnfolded] = useState(false);
  const groups = useMemo(
    () => byNeed(topics.filter((topic) => text.trim() === '' || says(topic, text)), grouping),
    [topics, grouping, text],
  );
  const shown = [...groups.values()].reduce((sum, group) => sum + group.length, 0);
  return (
    <nav className="channels-topics" aria-label={w.topics}>
      <div className="channels-topics-head">
        <Title className="channels-title">{w.title}</Title>
        {onNew && (
          <Button size="small" icon={Plus} onPress={onNew}>
            {w.newTopic}
          </Button>
        )}
        <TextField value={text} onChange={setText} className="channels-search" type="search">
          <Label className="visually-hidden">{w.search}</Label>
          <Search className="icon" aria-hidden />
          <Input className="input" placeholder={w.search} dir="auto" />
        </TextField>
      </div>
      <div className="channels-topics-body">
        {topics.length === 0 && <p className="channels-none dim sm">{w.noTopics}</p>}
        {topics.length > 0 && shown === 0 && (
          <Empty
            action={
              <Button size="small" onPress={() => setText('')}>
                {w.clearSearch}
              </Button>
            }
          >
            {w.noneFound(text.trim())}
          </Empty>
        )}
        {NEEDS.map((need) => {
          const group = groups.get(need) ?? [];
          if (group.length === 0) {
            return null;
          }
          const folds = need === 'closed' && text.trim() === '' && !group.some((topic) => topic.id === open);
          const folded = folds && !unfolded;
          return (
            <section key={need} aria-labelledby={'topics-' + need}>
              {folds ? (
                <h2 id={'topics-' + need} className="channels-fold">
                  <Button kind="quiet" size="small" aria-expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
                    {w.showClosed(group.length)}
                  </Button>
                </h2>
              ) : (
                <h2 id={'topics-' + need} className="channels-need">
                  {w.needs[need]} <span className="count">{group.length}</span>
                </h2>
              )}
              {!folded && (
                <ul>
                  {group.map((topic) => (
                    <Item key={topic.id} topic={topic} news={live.get(topic.id) ?? NO_NEWS} here={topic.id === open} />
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </nav>
  );
}

const ABOUT = { tasks: ListChecks, decisions: Gavel } as const;

const Item = memo(
  function Item({ topic, news, here }: { topic: TopicCard; news: News; here: boolean }) {
    const w = useWords(channelWords);
    const author = useName(news.last?.author);
    const About = ABOUT[topic.about?.feature as keyof typeof ABOUT];
    return (
      <li>
        <Link
          href={'/channels/' + topic.id}
          className={'channels-topic' + (here ? ' here' : '') + (news.unread > 0 ? ' fresh' : '')}
          data-topic={topic.id}
          {...(news.unread > 0 && !topic.closed ? { 'data-unread': '' } : {})}
          {...(here ? { 'aria-current': 'page' as const } : {})}
        >
          <span className="channels-topic-title">
            {About && <About className="icon" aria-hidden />}
            <bdi className="grow">{topic.title}</bdi>
            <span className="xs dim">
              <At at={topic.last} />
            </span>
          </span>
          <span className="sm dim channels-topic-last">
            {topic.closed ? (
              <>
                <CircleCheck className="icon" aria-hidden /> <bdi>{topic.closed.outcome}</bdi>
              </>
            ) : news.last ? (
              <>
                <bdi>{author}</bdi>: <bdi>{shortened(plainOf(news.last.text), 90)}</bdi>
              </>
            ) : (
              w.nothingSaid
            )}
          </span>
          {news.unread > 0 && (
            <span className="row">
              <Tag tone="info" icon={Mail}>
                {w.fresh(news.unread)}
              </Tag>
              {news.mentions > 0 && (
                <Tag tone="warn" icon={AtSign}>
                  {w.mentionsYou}
                </Tag>
              )}
            </span>
          )}
        </Link>
      </li>
    );
  },
  (a, b) =>
    a.topic === b.topic &&
    a.here === b.here &&
    a.news.unread === b.news.unread &&
    a.news.mentions === b.news.mentions &&
    a.news.last === b.news.last,
);
