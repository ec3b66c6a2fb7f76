import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea as RacTextArea, TextField } from 'react-aria-components';

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
