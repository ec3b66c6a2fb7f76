import { Link } from 'wouter';
import { Empty } from '../parts/plain';
import { useWords } from '../words/words';
import { frame } from './words';

export function NotFound() {
  const w = useWords(frame);
  return (
    <main className="page">
      <h1 className="visually-hidden">{w.product}</h1>
      <Empty
        action={
          <Link className="btn outlined" href="~/">
            {w.toHome}
          </Link>
        }
      >
        {w.notFound}
      </Empty>
    </main>
  );
}
