/** The employers that a user has opened last, and those that they have pinned, on this machine. */
import { localStore } from "../../service/localStore";

export type KnownEmployer = { name: string; contractNumber: string; siret: string };
export type RememberedEmployers = { pinned: KnownEmployer[]; recent: KnownEmployer[] };

const MAX_RECENT = 5;
const NOTHING: RememberedEmployers = { pinned: [], recent: [] };

export const rememberedEmployers = localStore("employers", isRemembered);

/** `employer` first among the recent ones, of which five are kept besides it. */
export function opened(remembered: RememberedEmployers | null, employer: KnownEmployer): RememberedEmployers {
  const { pinned, recent } = remembered ?? NOTHING;
  return { pinned, recent: [employer, ...without(recent, employer.contractNumber)].slice(0, MAX_RECENT + 1) };
}

export function togglePin(
  remembered: RememberedEmployers | null,
  employer: KnownEmployer,
): RememberedEmployers {
  const { pinned, recent } = remembered ?? NOTHING;
  const others = without(pinned, employer.contractNumber);
  return { pinned: others.length < pinned.length ? others : [...pinned, employer], recent };
}

/** For an employer that is no longer open to the user. */
export function forgotten(remembered: RememberedEmployers, contractNumber: string): RememberedEmployers {
  return {
    pinned: without(remembered.pinned, contractNumber),
    recent: without(remembered.recent, contractNumber),
  };
}

export function isPinned(remembered: RememberedEmployers | null, contractNumber: string): boolean {
  return remembered?.pinned.some((employer) => employer.contractNumber === contractNumber) ?? false;
}

function without(employers: KnownEmployer[], contractNumber: string): KnownEmployer[] {
  return employers.filter((employer) => employer.contractNumber !== contractNumber);
}

function isRemembered(value: unknown): value is RememberedEmployers {
  const { pinned, recent } = (value ?? {}) as Partial<RememberedEmployers>;
  return [pinned, recent].every(
    (list) => Array.isArray(list) && list.every((employer) => typeof employer?.contractNumber === "string"),
  );
}
