import { useEffect } from 'react';
import { LogIn } from 'lucide-react';
import { Note } from '../parts/plain';
import { useWords } from '../words/words';
import { frame } from './words';

/** The session ended while somebody was at work: the screen stays, and signing in happens in another tab. */
export function SessionBar() {
  const w = useWords(frame);
  useEffect(() => {
    // whoever comes back from signing in goes on here; what was typed is kept in this tab
    const look = async () => {
      const response = await fetch('/api/me').catch(() => null);
      if (response?.ok) {
        window.location.reload();
      }
    };
    const back = () => void look();
    addEventListener('focus', back);
    return () => removeEventListener('focus', back);
  }, []);
  return (
    <div role="alert" className="bar">
      <Note tone="crit" icon={LogIn}>
        {w.sessionOver}{' '}
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {w.signInAgain}
        </a>
      </Note>
    </div>
  );
}
