import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

/** A part of the page that can be linked to. */
export function Part({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} className="help-part" aria-labelledby={id + '-title'}>
      <div className="row">
        <h2 id={id + '-title'}>{title}</h2>
        {aside && <span className="end row no-print">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

/** Whether a sheet of paper is being made just now: then everything is open. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
