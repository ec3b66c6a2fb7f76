import { CircleCheck, ThumbsUp } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { DecisionCard, Option } from '../../api/types';
import { Tag } from '../../parts/plain';
import { useWords } from '../../words/words';
import { letterOf } from './about';
import { detail } from './detailWords';

const ROWS = ['effect', 'riskLeft', 'business', 'undo'] as const;

/**
 * The options side by side in the same four rows, so that they can be compared line by line. With `onChoose` they are
 * one question with one answer; without, they are only shown.
 */
export function Options({
  card,
  chosen,
  onChoose,
}: {
  card: DecisionCard;
  chosen: string | null;
  onChoose?: ((option: string) => void) | undefined;
}) {
  const w = useWords(detail);
  const count = 'decision-options of-' + card.options.length;
  if (!onChoose) {
    return (
      <div className={count} role="list" aria-label={w.options}>
        {card.options.map((option) => (
          <div
            role="listitem"
            key={option.id}
            className="decision-option"
            data-chosen={option.id === chosen || undefined}
          >
            <Face card={card} option={option} chosen={option.id === chosen} />
          </div>
        ))}
      </div>
    );
  }
  return (
    <RadioGroup aria-label={w.options} value={chosen} onChange={onChoose}>
      <div className={count}>
        {card.options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className="decision-option"
            aria-labelledby={`option-${option.id}`}
            aria-describedby={`option-${option.id}-rows`}
          >
            <Face card={card} option={option} radio />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function Face({
  card,
  option,
  radio = false,
  chosen = false,
}: {
  card: DecisionCard;
  option: Option;
  radio?: boolean;
  chosen?: boolean;
}) {
  const w = useWords(detail);
  return (
    <>
      <span className="decision-option-head">
        {radio && <span className="dot" aria-hidden />}
        <span id={'option-' + option.id} className="decision-option-title">
          {letterOf(card.options, option.id)} · <bdi>{option.text}</bdi>
        </span>
      </span>
      {(card.recommended === option.id || chosen) && (
        <span className="row">
          {chosen && (
            <Tag tone="info" icon={CircleCheck}>
              {w.chosen}
            </Tag>
          )}
          {card.recommended === option.id && (
            <Tag tone="ok" icon={ThumbsUp}>
              {w.recommended}
            </Tag>
          )}
        </span>
      )}
      <span className="decision-option-rows" id={`option-${option.id}-rows`}>
        {ROWS.map((row) => (
          <span key={row} className="decision-option-row">
            <span className="dim">{w.rows[row]}</span>
            {option[row] ? <bdi>{option[row]}</bdi> : <span className="dim">{w.notSaid}</span>}
          </span>
        ))}
      </span>
    </>
  );
}
