import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Field, type FieldProps } from "../../design/fields/Field";
import { DepartmentsDocument } from "../../gql/graphql";
import { queryFor } from "../../service/queries";
import { matchesFilter } from "../rights/filter";

const MAX_SUGGESTIONS = 200;

/**
 * The department, in free text, with those of the employer's other accounts as suggestions, the most frequent
 * first. They are read when the field is used; without them it is a plain field.
 */
export function DepartmentField({ employerId, ...field }: FieldProps & { employerId: string }) {
  const listId = useId();
  const [isUsed, setIsUsed] = useState(false);
  const { data } = useQuery({
    ...queryFor(DepartmentsDocument, { employerId }),
    enabled: isUsed,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const departments = data?.employer?.accounts.groups ?? [];
  const suggestions = departments
    .filter(({ key }) => key && matchesFilter(key, field.value ?? ""))
    .sort((one, other) => other.count - one.count)
    .slice(0, MAX_SUGGESTIONS);
  return (
    <>
      <Field {...field} list={listId} onFocus={() => setIsUsed(true)} />
      <datalist id={listId}>
        {suggestions.map(({ key }) => (
          <option key={key} value={key} />
        ))}
      </datalist>
    </>
  );
}
