import { useState } from 'react';
import { Button } from '../../parts/controls';
import { TextInput } from '../../parts/text';
import { useWords } from '../../words/words';
import { signin } from './words';

/** For somebody who is not signed in: how to get in, by a way that needs nothing else to work. */
export default function SignInScreen() {
  const w = useWords(signin);
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const go = () => {
    const path = /\/sign-in\/link\/[\w.-]+$/.exec(link.trim())?.[0];
    if (path) {
      window.location.assign(path);
    } else {
      setProblem(w.wrong);
    }
  };
  return (
    <main className="signin">
      <section className="panel">
        <div className="body stack">
          <h1>{w.title}</h1>
          <p>{w.how}</p>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              go();
            }}
          >
            <TextInput label={w.paste} value={link} onChange={setLink} problem={problem} placeholder="https://…/sign-in/link/…" />
            <Button kind="primary" type="submit" size="large">
              {w.go}
            </Button>
          </form>
          <p className="dim">{w.ask}</p>
          <p className="dim">
            {w.again} <a href="/">{w.reload}</a>
          </p>
        </div>
      </section>
    </main>
  );
}
