import { Check as CheckIcon, ChevronDown, X } from 'lucide-react';
import { useState, type ComponentType, type ReactNode } from 'react';
import {
  Button as RacButton,
  Checkbox,
  Dialog as RacDialog,
  FieldError,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Menu as RacMenu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
  Radio,
  RadioGroup,
  Select as RacSelect,
  SelectValue,
  Text,
  TextArea as RacTextArea,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Tooltip,
  TooltipTrigger,
  type ButtonProps,
} from 'react-aria-components';
import { common } from '../words/common';
import { useWords } from '../words/words';

export type Kind = 'primary' | 'outlined' | 'quiet' | 'danger';

/** One primary button a view. */
export function Button({
  kind = 'outlined',
  size,
  block = false,
  icon: Icon,
  children,
  ...more
}: Omit<ButtonProps, 'children' | 'className' | 'style'> & {
  kind?: Kind;
  size?: 'small' | 'large';
  block?: boolean;
  icon?: ComponentType<{ className?: string }>;
  children: ReactNode;
}) {
  return (
    <RacButton {...more} className={['btn', kind, size ?? '', block ? 'block' : ''].join(' ')}>
      {Icon && <Icon className="icon" aria-hidden />}
      {children}
    </RacButton>
  );
}

/** A button that is an icon only; what it does is its label and its tooltip. */
export function IconButton({
  label,
  icon: Icon,
  kind = 'quiet',
  ...more
}: Omit<ButtonProps, 'children' | 'className' | 'style'> & {
  label: string;
  icon: ComponentType<{ className?: string }>;
  kind?: Kind;
}) {
  return (
    <TooltipTrigger delay={400}>
      <RacButton {...more} aria-label={label} className={'btn square ' + kind}>
        <Icon className="icon" aria-hidden />
      </RacButton>
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  );
}

/** A dialog over the screen. Esc closes it and gives the focus back to what opened it. */
export function Dialog({
  title,
  open,
  onClose,
  children,
  footer,
  wide = false,
  alert = false,
}: {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
  alert?: boolean;
}) {
  const w = useWords(common);
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable={!alert}>
      <Modal className={'modal' + (wide ? ' wide' : '')}>
        <RacDialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <header className="row">
            <Heading slot="title" level={2} className="grow">
              {title}
            </Heading>
            <IconButton label={w.close} icon={X} onPress={onClose} />
          </header>
          <div className="body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface Choice {
  readonly id: string;
  readonly words: string;
  readonly aside?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** A button that opens a menu. */
export function MenuButton({
  label,
  children,
  icon,
  kind = 'quiet',
  items,
  onChoose,
}: {
  label: string;
  children?: ReactNode;
  icon?: ComponentType<{ className?: string }>;
  kind?: Kind;
  items: readonly Choice[];
  onChoose: (id: string) => void;
}) {
  return (
    <MenuTrigger>
      {children === undefined && icon ? (
        <IconButton label={label} icon={icon} kind={kind} />
      ) : (
        <Button kind={kind} {...(icon ? { icon } : {})} aria-label={label}>
          {children}
        </Button>
      )}
      <Popover className="popover">
        <RacMenu
          className="menu"
          aria-label={label}
          items={items}
          disabledKeys={items.filter((item) => item.disabled).map((item) => item.id)}
          onAction={(key) => onChoose(String(key))}
        >
          {(item) => (
            <MenuItem id={item.id} textValue={item.words} className={'item' + (item.danger ? ' danger' : '')}>
              <Text slot="label">{item.words}</Text>
              {item.aside && <span className="aside">{item.aside}</span>}
            </MenuItem>
          )}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  problem?: string | undefined;
  placeholder?: string;
  autoFocus?: boolean;
  max?: number;
  name?: string;
}

/** One line of text. */
export function TextInput({ label, hint, value, onChange, required, problem, placeholder, autoFocus, max, type, name }: FieldProps & { type?: string }) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isRequired={required ?? false}
      isInvalid={problem !== undefined}
      autoFocus={autoFocus ?? false}
      validationBehavior="aria"
      {...(max ? { maxLength: max } : {})}
      {...(type ? { type } : {})}
      {...(name ? { name } : {})}
    >
      <Label>{label}</Label>
      <Input {...(placeholder ? { placeholder } : {})} dir="auto" />
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="c-crit sm">{problem}</FieldError>
    </TextField>
  );
}

/** Several lines of text. Control and Enter do what the form is there for. */
export function TextArea({ label, hint, value, onChange, required, problem, placeholder, autoFocus, max, onSubmit, name }: FieldProps & { onSubmit?: () => void }) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isRequired={required ?? false}
      isInvalid={problem !== undefined}
      autoFocus={autoFocus ?? false}
      validationBehavior="aria"
      {...(max ? { maxLength: max } : {})}
      {...(name ? { name } : {})}
    >
      <Label>{label}</Label>
      <RacTextArea
        {...(placeholder ? { placeholder } : {})}
        dir="auto"
        onKeyDown={(event) => {
          if (onSubmit && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            onSubmit();
          }
        }}
      />
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="c-crit sm">{problem}</FieldError>
    </TextField>
  );
}

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

/** A state that a component keeps for a dialog: closed, or open with what it is about. */
export function useOpen(): { open: boolean; show: () => void; hide: () => void } {
  const [open, setOpen] = useState(false);
  return { open, show: () => setOpen(true), hide: () => setOpen(false) };
}
