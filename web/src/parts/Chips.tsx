import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Choice } from './controls';

/** Filters of which exactly one holds. */
export function Chips({
  label,
  items,
  value,
  onChange,
}: {
  label: string;
  items: readonly Choice[];
  value: string;
  onChange: (id: string) => void;
}) {
  return (
    <ToggleButtonGroup
      className="chips"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [first] = [...keys];
        if (first !== undefined) {
          onChange(String(first));
        }
      }}
    >
      {items.map((item) => (
        <ToggleButton key={item.id} id={item.id} className="chip">
          {item.words}
          {item.aside}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
