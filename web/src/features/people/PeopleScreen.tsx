import './people.css';
import { lazy, Suspense } from 'react';
import { useParams } from 'wouter';
import { Bones } from '../../parts/plain';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { RollScreen } from './RollScreen';

const PersonPage = lazy(async () => ({ default: (await import('./PersonPage')).PersonPage }));

/** Who takes part in the crisis, or one of them. */
export default function PeopleScreen() {
  const { person } = useParams<{ person?: string }>();
  const c = useWords(common);
  return person === undefined ? (
    <RollScreen />
  ) : (
    <Suspense fallback={<Bones label={c.loading} lines={12} />}>
      <PersonPage key={person} id={person} />
    </Suspense>
  );
}
