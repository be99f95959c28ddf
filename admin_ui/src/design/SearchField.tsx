import { Search as SearchIcon, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { wordsOf } from "../i18n/words";
import { Button } from "./Button";
import { Field } from "./fields/Field";

const DEBOUNCE_MS = 200;

/**
 * A search whose typed text is shown at once and reaches the URL after a short pause, so that no keystroke waits for a
 * response.
 */
export function SearchField({
  label,
  placeholder,
  text,
  onChange,
}: {
  label: string;
  placeholder: string;
  text: string;
  onChange: (text: string) => void;
}) {
  const t = wordsOf("design");
  const [typed, setTyped] = useState(text);
  const submitted = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (text === submitted.current) return; // the text that this field submitted, now in the URL
    submitted.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const submit = (value: string) => {
    clearTimeout(timer.current);
    submitted.current = value.trim();
    if (submitted.current !== text) onChange(submitted.current);
  };
  const handleChange = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(value), DEBOUNCE_MS);
  };
  return (
    <div className="search">
      <SearchIcon size={18} aria-hidden />
      <Field
        label={label}
        type="search"
        placeholder={placeholder}
        maxLength={200}
        value={typed}
        onChange={handleChange}
        onKeyDown={(event) => event.key === "Enter" && submit(typed)}
        end={
          typed ? (
            <Button
              variant="quiet"
              iconOnly
              aria-label={t("clearSearch")}
              icon={<X size={18} aria-hidden />}
              onPress={() => {
                setTyped("");
                submit("");
              }}
            />
          ) : null
        }
      />
    </div>
  );
}
