import { X } from 'lucide-react';
import { useState, type ComponentType, type ReactNode } from 'react';
import {
  Button as RacButton,
  Dialog as RacDialog,
  Heading,
  Menu as RacMenu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
  Text,
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

/** A button that is an icon only; what it does is its label, shown beside it when it is pointed at or has the focus. */
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
    <span className="tip" data-tip={label}>
      <RacButton {...more} aria-label={label} className={'btn square ' + kind}>
        <Icon className="icon" aria-hidden />
      </RacButton>
    </span>
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

/** A state that a component keeps for a dialog: closed, or open with what it is about. */
export function useOpen(): { open: boolean; show: () => void; hide: () => void } {
  const [open, setOpen] = useState(false);
  return { open, show: () => setOpen(true), hide: () => setOpen(false) };
}
