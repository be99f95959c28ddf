import type { ReactNode } from "react";
import { Input, TextArea, TextField, type TextFieldProps } from "react-aria-components";
import { removeInvisible } from "./invisibleCharacters";
import { FieldLabel, type FieldTexts, HintAndError } from "./parts";

export type FieldProps = FieldTexts &
  Omit<TextFieldProps, "children" | "className" | "isInvalid" | "isRequired"> & {
    placeholder?: string;
    /** Number of lines of a text area; without it, one line. */
    lines?: number;
    /** The id of a `datalist` of suggestions. */
    list?: string;
    end?: ReactNode;
  };

/** A text field. Invisible characters of pasted text are removed. */
export function Field({
  label,
  hint,
  error,
  required,
  placeholder,
  lines,
  list,
  end,
  onChange,
  ...rest
}: FieldProps) {
  // A password is kept exactly as typed, even while it is shown as text.
  const isPassword = rest.type === "password" || rest.autoComplete?.endsWith("-password");
  return (
    <TextField
      {...rest}
      className="field"
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      onChange={(value) => onChange?.(isPassword ? value : removeInvisible(value))}
    >
      <FieldLabel label={label} required={required} />
      <div className={`field-group ${end ? "with-end" : ""}`}>
        {lines ? (
          <TextArea className="field-control" rows={lines} placeholder={placeholder} />
        ) : (
          <Input className="field-control" placeholder={placeholder} list={list} />
        )}
        {end ? <div className="inside-end">{end}</div> : null}
      </div>
      <HintAndError hint={hint} error={error} />
    </TextField>
  );
}
