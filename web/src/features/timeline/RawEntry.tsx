import { useWords } from '../../words/words';
import type { Line } from './lines';
import { timeline } from './words';

/** The entry as it is stored, byte for byte: what is hashed is exactly this. */
export function RawEntry({ line }: { line: Line }) {
  const w = useWords(timeline);
  const { entry, body, header } = line;
  return (
    <section>
      <details>
        <summary className="strong">{w.raw}</summary>
        <h4 className="sm dim">{w.header}</h4>
        <pre className="mono" tabIndex={0}>{entry.header}</pre>
        <h4 className="sm dim">{w.body}</h4>
        {entry.body === undefined ? (
          <p className="sm">
            {w.bodyWithheld} <code className="mono">{header.body}</code>
          </p>
        ) : (
          <pre className="mono" tabIndex={0}>{entry.body}</pre>
        )}
        {Object.entries(body?.content ?? {}).map(([name, digest]) => {
          const text = entry.contents?.[name];
          return (
            <div key={name}>
              <h4 className="sm dim">{w.content(name)}</h4>
              {text === null || text === undefined ? (
                <p className="sm">
                  {w.partWithheld} <code className="mono">{digest}</code>
                </p>
              ) : (
                <pre className="mono" dir="auto" tabIndex={0}>
                  {text}
                </pre>
              )}
            </div>
          );
        })}
      </details>
    </section>
  );
}
