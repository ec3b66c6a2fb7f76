import { OctagonX } from 'lucide-react';
import type { Problem } from '../api/problem';
import { Name, Note } from './plain';
import { common } from '../words/common';
import { useWords } from '../words/words';

/** Why it was not done, in words, where it happened: what failed, what still holds, who could. */
export function Refusal({ problem }: { problem: Problem | null }) {
  const w = useWords(common);
  if (!problem) {
    return null;
  }
  const words =
    problem.status === 0
      ? w.noAnswer
      : problem.code === 'position-moved'
        ? w.positionMoved
        : problem.detail || w.notDone(problem.code);
  return (
    <div role="alert">
      <Note tone="crit" icon={OctagonX}>
        <bdi>{words}</bdi> <span>{w.nothingChanged}</span>
        {problem.whoCan.length > 0 && (
          <>
            {' '}
            {w.whoCan}{' '}
            {problem.whoCan.map((person, i) => (
              <span key={person}>
                {i > 0 && ', '}
                <Name id={person} />
              </span>
            ))}
            .
          </>
        )}
        {problem.amr.length > 0 && <> {w.signInBy(problem.amr.join(', '))}</>}
        <span className="xs"> ({problem.code})</span>
      </Note>
    </div>
  );
}
