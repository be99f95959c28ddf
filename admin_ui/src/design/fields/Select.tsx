import { ChevronDown } from "lucide-react";
import { useId } from "react";

export type Option<Value extends string = string> = { value: Value; label: string };

/** A drop-down of a few values: the browser's native one, which suits every device. */
export function Select<Value extends string>({
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
