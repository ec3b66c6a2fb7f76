import type { RoomCard } from '../../api/types';
import { Name, Panel } from '../../parts/plain';
import { At } from '../../parts/times';
import { useWords } from '../../words/words';
import { brief } from './words';

const QUESTIONS = ['whatHappened', 'howItAffectsUs', 'whatWeKnow', 'whatWeDo'] as const;

/** The four questions that a crisis always has to answer, in the words of who leads it. */
export function AnswersPart({ room }: { room: RoomCard }) {
  const w = useWords(brief);
  const answers = room.answers;
  return (
    <Panel title={w.answers}>
      <div className="body brief-answers">
        {answers ? (
          <>
            {QUESTIONS.map((question) => (
              <div key={question}>
                <h3>{w[question]}</h3>
                <p>
                  <bdi>{answers[question]}</bdi>
                </p>
              </div>
            ))}
            <p className="xs dim">
              {w.writtenBy} <Name id={answers.by} />, <At at={answers.at} />
            </p>
          </>
        ) : (
          <p className="dim">{w.noAnswers}</p>
        )}
      </div>
    </Panel>
  );
}
