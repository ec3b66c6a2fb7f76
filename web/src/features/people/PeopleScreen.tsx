import './people.css';
import { useParams } from 'wouter';
import { PersonPage } from './PersonPage';
import { RollScreen } from './RollScreen';

/** Who takes part in the crisis, or one of them. */
export default function PeopleScreen() {
  const { person } = useParams<{ person?: string }>();
  return person === undefined ? <RollScreen /> : <PersonPage key={person} id={person} />;
}
