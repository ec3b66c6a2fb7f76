import { Trash2 } from 'lucide-react';
import type { DecisionCard, Replacement } from '../../api/types';
import { IconButton } from '../../parts/controls';
import { Select } from '../../parts/choose';
import { TextArea, TextInput } from '../../parts/text';
import { useWords } from '../../words/words';
import { detail } from './detailWords';
import type { OptionDraft } from './form';
import { asking } from './formWords';
import { replacements } from './words';

/** One option being written: what is done, and the same four rows as every other. */
export function OptionFields({
  letter,
  option,
  onChange,
  onRemove,
  replaced,
  problem,
}: {
  letter: string;
  option: OptionDraft;
  onChange: (change: Partial<OptionDraft>) => void;
  onRemove?: (() => void) | undefined;
  /** The decision that this question would replace. */
  replaced?: DecisionCard | undefined;
  problem?: string | undefined;
}) {
  const w = useWords(asking);
  const d = useWords(detail);
  const how = useWords(replacements);
  return (
    <fieldset className="decision-option-fields">
      <legend className="row">
        <strong>{w.option(letter)}</strong>
        {onRemove && <IconButton label={w.removeOption(letter)} icon={Trash2} onPress={onRemove} />}
      </legend>
      <TextInput
        label={w.optionText}
        value={option.text}
        onChange={(text) => onChange({ text })}
        required
        problem={problem}
        max={200}
      />
      {(['effect', 'riskLeft', 'business', 'undo'] as const).map((row) => (
        <TextArea
          key={row}
          label={d.rows[row]}
          value={option[row]}
          onChange={(text) => onChange({ [row]: text })}
          max={500}
        />
      ))}
      {replaced && (
        <Select
          label={w.replaces(letter, replaced.label)}
          value={option.replaces || 'leaves'}
          onChange={(id) => onChange({ replaces: id === 'leaves' ? '' : (id as Replacement) })}
          items={[
            { id: 'leaves', words: w.leaves },
            ...(['supersedes', 'limits', 'reverses'] as const).map((id) => ({ id, words: how[id] })),
          ]}
        />
      )}
    </fieldset>
  );
}
