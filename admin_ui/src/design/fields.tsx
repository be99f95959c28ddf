/** Fields with their label, hint and error in one place; the error is the service's word where it has one. */
import { Check, ChevronDown, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps,
  FieldError,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from "react-aria-components";
import { wordsOf } from "../i18n/words";
import { cleaned } from "./cleaned";

type Common = { label: string; hint?: string | undefined; error?: string | undefined; required?: boolean };

function Caption({ label, required }: { label: string; required?: boolean | undefined }) {
  const t = wordsOf("design");
  return (
    <Label className="field-label">
      {label}
      {required ? ` (${t("required")})` : ""}
    </Label>
  );
}

function Below({ hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </>
  );
}

export type FieldProps = Common &
  Omit<TextFieldProps, "children" | "className" | "isInvalid" | "isRequired"> & {
    placeholder?: string;
    /** Lines, for an address; one line otherwise. */
    lines?: number;
    end?: ReactNode;
  };

/** Pasted text loses its invisible characters. `required` is said in words and to assistive technology. */
export function Field({
  label,
  hint,
  error,
  required,
  placeholder,
  lines,
  end,
  onChange,
  ...rest
}: FieldProps) {
  const secret = rest.type === "password" || rest.autoComplete?.endsWith("-password"); // as typed, even when shown
  return (
    <TextField
      {...rest}
      className="field"
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      onChange={(value) => onChange?.(secret ? value : cleaned(value))}
    >
      <Caption label={label} required={required} />
      <div className={`field-group ${end ? "with-end" : ""}`}>
        {lines ? (
          <TextArea className="field-control" rows={lines} placeholder={placeholder} />
        ) : (
          <Input className="field-control" placeholder={placeholder} />
        )}
        {end ? <div className="inside-end">{end}</div> : null}
      </div>
      <Below hint={hint} error={error} />
    </TextField>
  );
}

export type Option<Value extends string = string> = { value: Value; label: string };

/** A drop-down of a few known values: the browser's own, which every device shows in its best way. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  className = "",
}: {
  label: string;
  options: Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  className?: string;
}) {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <span className="select">
        <select
          id={id}
          className="field-control"
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={18} aria-hidden />
      </span>
    </div>
  );
}

/** One of a few, all in sight; arrow keys move between them. `zero` names the value that means nothing. */
export function Segments<Value extends string>({
  id,
  label,
  showLabel = false,
  options,
  value,
  onChange,
  error,
  zero,
  disabled = false,
  required = false,
}: {
  id?: string;
  label: string;
  showLabel?: boolean;
  options: Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  error?: string | undefined;
  zero?: Value;
  disabled?: boolean;
  required?: boolean;
}) {
  return (
    <RadioGroup
      {...(id ? { id } : {})}
      className="field"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      orientation="horizontal"
      isDisabled={disabled}
      isInvalid={error !== undefined}
      isRequired={required}
      validationBehavior="aria"
      {...(showLabel ? {} : { "aria-label": label })}
    >
      {showLabel ? <Caption label={label} required={required} /> : null}
      <div>
        <div className="segments">
          {options.map((option) => (
            <Radio
              key={option.value}
              value={option.value}
              className={`segment ${option.value === zero ? "zero" : ""}`}
            >
              {option.label}
            </Radio>
          ))}
        </div>
      </div>
      <FieldError className="field-error">{error}</FieldError>
    </RadioGroup>
  );
}

/** With words beside it, or an `aria-label`. */
export function Checkbox({
  children,
  ...rest
}: Omit<CheckboxProps, "children" | "className"> & { children?: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      {({ isIndeterminate }) => (
        <>
          <span className="box" aria-hidden>
            {isIndeterminate ? <Minus size={14} strokeWidth={3} /> : <Check size={14} strokeWidth={3} />}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
