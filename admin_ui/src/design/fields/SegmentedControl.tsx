import { FieldError, Radio, RadioGroup } from "react-aria-components";
import { FieldLabel } from "./parts";
import type { Option } from "./Select";

/**
 * A choice among a few visible options, by arrow keys too. `emptyValue`: the option that means "none", shown
 * paler.
 */
export function SegmentedControl<Value extends string>({
  id,
  label,
  showLabel = false,
  options,
  value,
  onChange,
  error,
  emptyValue,
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
  emptyValue?: Value;
  disabled?: boolean;
  required?: boolean;
}) {
  return (
    <RadioGroup
      {...(id ? { id } : {})}
      className="field"
      value={value}
      onChange={(next) => onChange(next as Value)}
      orientation="horizontal"
      isDisabled={disabled}
      isInvalid={error !== undefined}
      isRequired={required}
      validationBehavior="aria"
      {...(showLabel ? {} : { "aria-label": label })}
    >
      {showLabel ? <FieldLabel label={label} required={required} /> : null}
      <div>
        <div className="segments">
          {options.map((option) => (
            <Radio
              key={option.value}
              value={option.value}
              className={`segment ${option.value === emptyValue ? "zero" : ""}`}
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
