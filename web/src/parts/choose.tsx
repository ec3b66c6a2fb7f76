import { Check as CheckIcon, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as RacButton,
  Checkbox,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select as RacSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import type { Choice } from './controls';

/** One of a few. */
export function Select({
  label,
  items,
  value,
  onChange,
  hint,
  placeholder,
}: {
  label: string;
  items: readonly Choice[];
  value: string | null;
  onChange: (id: string) => void;
  hint?: ReactNode;
  placeholder?: string;
}) {
  return (
    <RacSelect
      className="field"
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
      {...(placeholder ? { placeholder } : {})}
    >
      <Label>{label}</Label>
      <RacButton className="select-button">
        <SelectValue />
        <ChevronDown className="icon" aria-hidden />
      </RacButton>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <Popover className="popover">
        <ListBox className="listbox" items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.words} className="item">
              <Text slot="label">{item.words}</Text>
              {item.aside && <span className="aside">{item.aside}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </RacSelect>
  );
}

/** One of two to six, all of them in view. */
export function Choices({
  label,
  items,
  value,
  onChange,
}: {
  label: string;
  items: readonly { readonly id: string; readonly words: ReactNode; readonly more?: ReactNode }[];
  value: string | null;
  onChange: (id: string) => void;
}) {
  return (
    <RadioGroup className="field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <div className="choices">
        {items.map((item) => (
          <Radio key={item.id} value={item.id} className="choice">
            <span className="dot" />
            <span className="grow">
              <span className="strong">{item.words}</span>
              {item.more && <span className="dim sm"> {item.more}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

export function Check({ children, checked, onChange }: { children: ReactNode; checked: boolean; onChange: (now: boolean) => void }) {
  return (
    <Checkbox className="check" isSelected={checked} onChange={onChange}>
      <span className="box">{checked && <CheckIcon className="icon" aria-hidden />}</span>
      <span>{children}</span>
    </Checkbox>
  );
}
