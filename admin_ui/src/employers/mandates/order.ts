/** Which mandates come first, and which match a text. */
import type { MandateItemFragment } from "../../gql/graphql";

type Party = { name: string; siret: string };
type Mandate = Pick<MandateItemFragment, "state" | "endsOn"> & { giver: Party; centre: Party };

/** Those that wait for an answer, then those that end first. */
export function byUrgency<One extends Mandate>(mandates: readonly One[]): One[] {
  const rank = ({ state, endsOn }: One) => `${state === "PROPOSED" ? 0 : 1} ${endsOn}`;
  return [...mandates].sort((one, other) => rank(one).localeCompare(rank(other)));
}

/** Those whose other side has the text in its name, without regard to accents and case, or in its SIRET. */
export function matching<One extends Mandate>(
  mandates: readonly One[],
  side: "given" | "held",
  text: string,
): One[] {
  const wanted = plain(text);
  const digits = text.replace(/\s/g, "");
  return mandates.filter(({ giver, centre }) => {
    const other = side === "given" ? centre : giver;
    return plain(other.name).includes(wanted) || (digits !== "" && other.siret.includes(digits));
  });
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .trim();
}
